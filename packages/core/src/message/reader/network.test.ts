import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../compose/grammar/speech.ts';
import { RingbackError } from '../../documents/failure.ts';
import { KERNEL_SOURCE_SHA256 } from './kernel.gen.ts';
import { type Kernel, plainKernel } from './kernel.ts';
import { openNetwork } from './network.ts';
import { openReader } from './reader.ts';
import { vectorKernel } from './vector-kernel.ts';
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

describe.each([
  ['number by number', plainKernel],
  ['in vector instructions', vectorKernel()],
])('the network, %s', (_, kernel) => {
  const weights = openWeights(BYTES);
  const network = openNetwork(weights, kernel);

  it.each(CASES.map((one, index) => [index, one] as const))(
    'says what the trainer said of saved message %d',
    (__, { norms, flags, ...said }) => {
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

describe('the kernel in vector instructions', () => {
  const dice = seededRandom(1);
  const numbers = (length: number) => Float64Array.from({ length }, () => dice() * 4 - 2);
  const matrix = (rows: number, columns: number) => ({ rows, columns, values: numbers(rows * columns) });
  const direction = () => ({ input: matrix(24, 8), inputBias: numbers(24), state: matrix(24, 8), stateBias: numbers(24) });
  const layer = { forward: direction(), backward: direction() };

  it.each([0, 1, 3, 4, 5, 17])('works out what is worked out number by number, over %d tokens', (count) => {
    const vectors = vectorKernel();
    const steps = (kernel: Kernel | undefined) => [kernel?.linear(weights, bias), kernel?.recurrent(layer)];
    const [weights, bias] = [matrix(5, 12), numbers(5)];
    const inputs = [numbers(count * 12), numbers(count * 48)];
    const [plain, vector] = [steps(plainKernel), steps(vectors)].map((of) => of.map((step, k) => step?.(inputs[k] as Float64Array, count)));
    plain?.forEach((expected, k) => {
      expect(vector?.[k]).toHaveLength(expected?.length ?? -1);
      for (const [at, value] of (expected ?? []).entries()) expect(vector?.[k]?.[at]).toBeCloseTo(value, 4);
    });
  });

  it('is made from the source that stands beside it', () => {
    const source = readFileSync(new URL('../../../kernel/kernel.as.ts', import.meta.url));
    expect(createHash('sha256').update(source).digest('hex')).toBe(KERNEL_SOURCE_SHA256);
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
