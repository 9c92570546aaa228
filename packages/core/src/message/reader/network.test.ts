import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RingbackError } from '../../documents/failure.ts';
import { openNetwork } from './network.ts';
import { openReader } from './reader.ts';
import { openWeights } from './weights.ts';

const fileOf = (name: string) => readFileSync(new URL(`../../../weights/${name}`, import.meta.url));
const BYTES = fileOf('reader.bin');

interface Case {
  norms: string[];
  flags: number[];
  facts: number[];
  verdict: number[];
  /** Chances of every tag at the token in the middle. */
  tags: number[];
}
const CASES = JSON.parse(fileOf('reader-cases.json').toString()) as Case[];

describe('the network', () => {
  const weights = openWeights(BYTES);
  const network = openNetwork(weights);

  it.each(CASES.map((one, index) => [index, one] as const))(
    'says what the trainer said of saved message %d',
    (_, { norms, flags, ...said }) => {
      const tokens = norms.map((norm, k) => ({
        norm,
        capital: ((flags[k] ?? 0) & 1) > 0,
        stop: ((flags[k] ?? 0) & 2) > 0,
        charStart: k,
        charEnd: k + 1,
      }));
      const scores = network.run(tokens);
      const width = 2 * weights.header.tags.length;
      const middle = Math.floor(norms.length / 2);
      for (const [k, logit] of said.facts.entries()) expect(scores.facts[k]).toBeCloseTo(logit, 2);
      for (const [k, logit] of said.verdict.entries()) expect(scores.verdict[k]).toBeCloseTo(logit, 2);
      for (const [k, chance] of said.tags.entries()) expect(scores.tags[middle * width + k]).toBeCloseTo(chance, 3);
    },
  );

  it('reads nothing in no tokens', () => {
    expect(network.run([]).tags).toHaveLength(0);
  });
});

describe('the file of weights', () => {
  it('is the one whose hash stands beside it, and small enough to fetch', () => {
    const card = JSON.parse(fileOf('reader.json').toString()) as { sha256: string };
    expect(createHash('sha256').update(BYTES).digest('hex')).toBe(card.sha256);
    expect(BYTES.length).toBeLessThanOrEqual(3 * 2 ** 20);
  });

  it.each([0, 3, 100, BYTES.length >> 1, BYTES.length - 1])('is refused in a sentence when cut off at %d bytes', (length) => {
    expect(() => openReader(BYTES.subarray(0, length))).toThrow(RingbackError);
  });
});
