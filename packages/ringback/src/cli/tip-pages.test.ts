import { readdirSync, readFileSync } from 'node:fs';
import { DECISION, NOTES, review, scriptArtifacts, type Threshold, TIP_IDS, TIPS, WEIGHTS } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../use/reader.ts';

const FOLDER = new URL('../../../../docs/tips/', import.meta.url);
const HEADINGS = ['What it checks', 'Why it matters for a call back', 'When it stays silent', 'Thresholds', 'Good example', 'Bad example'];
const JUDGES = [...Object.values(TIPS), ...Object.values(NOTES)];

const pageOf = (id: string) => readFileSync(new URL(`${id}.md`, FOLDER), 'utf8');

function section(page: string, heading: string): string {
  return (
    page
      .split(/^## /m)
      .find((part) => part.startsWith(`${heading}\n`))
      ?.slice(heading.length) ?? ''
  );
}

/** The rows of the table of thresholds, without header and rule. */
function thresholdRows(page: string): string[][] {
  const lines = section(page, 'Thresholds')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function example(page: string, heading: string): string | null {
  return /```text\n([\s\S]*?)\n```/.exec(section(page, heading))?.[1] ?? null;
}

function statusOf(id: string, text: string) {
  const { tips, notes } = review(scriptArtifacts(text, { name: 'example.txt' }), { reader });
  return [...tips, ...notes].find((result) => result.id === id)?.status;
}

const reader = await loadReader();

it('has one page for every tip and note, and no other', () => {
  // The list of them is no tip's.
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.sort()).toEqual(JUDGES.map(({ id }) => `${id}.md`).sort());
  expect(Object.keys(TIPS)).toEqual([...TIP_IDS]);
});

describe.each(JUDGES.map((judge) => [judge.id, judge] as const))('the page of %s', (id, judge) => {
  const page = pageOf(id);

  it('has its id, its question and the fixed headings', () => {
    expect(page.startsWith(`# ${id}\n\n${judge.question}\n`)).toBe(true);
    expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(HEADINGS);
  });

  it('lists the thresholds of the code', () => {
    const inCode = (Object.entries(judge.thresholds) as [string, Threshold][]).map(([name, threshold]) => [
      `\`${name}\``,
      String(threshold.default),
      threshold.unit,
      threshold.source,
      threshold.description,
    ]);
    expect(thresholdRows(page)).toEqual(inCode);
  });

  it('has a good example that passes and a bad one that does not', () => {
    const [good, bad] = [example(page, 'Good example'), example(page, 'Bad example')];
    if (id === 'recording') return expect([good, bad]).toEqual([null, null]);
    expect(statusOf(id, good ?? '')).toBe('pass');
    expect(['improve', 'fail']).toContain(statusOf(id, bad ?? ''));
  });
});

it('gives the weights and the limits of the verdict as the code has them', () => {
  const page = readFileSync(new URL('../../../../docs/scoring.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| ([\d.]+) +\| .*? \| (.*?) +\|$/gm)].map(([, id, weight, because]) => [
    id,
    Number(weight),
    because,
  ]);
  expect(rows).toEqual(Object.entries(WEIGHTS).map(([id, { weight, because }]) => [id, weight, because]));
  expect(page).toContain(`From ${DECISION.returnFrom} the message`);
  expect(page).toContain(`below ${DECISION.deleteBelow} like one`);
});
