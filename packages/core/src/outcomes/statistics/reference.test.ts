import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { betaQuantile } from './beta.ts';
import { correctedForLooks, fisherExact } from './fisher.ts';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';

interface Answers {
  survival: Record<string, { time: number[]; event: number[]; curve: Record<Column, number[]>; median: number | 'NA' | null }>;
  betaQuantiles: { p: number; a: number; b: number; value: number }[];
  fisher: { table: [number, number, number, number]; p: number }[];
  looks: { p: number[]; corrected: number[] };
}
type Column = (typeof COLUMNS)[number];
const COLUMNS = ['time', 'atRisk', 'returned', 'waiting', 'standardError', 'low', 'high'] as const;

/** Stored answers of R; `scripts/survival-answers.R` makes them. */
const answers = JSON.parse(readFileSync(new URL('../../../../../fixtures/outcomes/survival.json', import.meta.url), 'utf8')) as Answers;

describe("the curve equals R's survival to six digits", () => {
  it.each(Object.entries(answers.survival))('%s', (_, { time, event, curve, median }) => {
    const points = kaplanMeier(time.map((one, index) => ({ time: one, returned: event[index] === 1 })));
    expect(points).toHaveLength(curve.time.length);
    for (const column of COLUMNS) {
      for (const [index, point] of points.entries()) expect(point[column]).toBeCloseTo(curve[column][index] ?? Number.NaN, 6);
    }
    expect(medianTime(points)).toBe(median);
  });
});

test("quantiles of the beta distribution equal R's qbeta", () => {
  for (const { p, a, b, value } of answers.betaQuantiles) expect(betaQuantile(p, a, b)).toBeCloseTo(value, 9);
});

test("Fisher's exact test equals R's fisher.test", () => {
  for (const { table, p } of answers.fisher) {
    const [returned, calls, otherReturned, otherCalls] = table;
    expect(fisherExact({ returned, calls, otherReturned, otherCalls })).toBeCloseTo(p, 8);
  }
});

test("correction for many looks equals R's p.adjust of Benjamini and Yekutieli", () => {
  const corrected = correctedForLooks(answers.looks.p);
  for (const [index, value] of answers.looks.corrected.entries()) expect(corrected[index]).toBeCloseTo(value, 10);
});
