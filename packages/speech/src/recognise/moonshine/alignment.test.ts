import { describe, expect, it } from 'vitest';
import { alignTokens } from './alignment.ts';

/** Attention of one head: each token looks at its frames, and a little at frame 0, as the model does. */
function rows(looksAt: readonly (readonly number[])[], frames: number): Float32Array[] {
  return looksAt.map((at) => Float32Array.from({ length: frames }, (_, frame) => (at.includes(frame) ? 1 : frame === 0 ? 0.8 : 0)));
}

describe('alignTokens', () => {
  it('gives each token the frames it looks at', () => {
    expect(
      alignTokens(
        rows(
          [
            [0, 1, 2],
            [3, 4],
            [5, 6, 7],
          ],
          8,
        ),
        8,
      ),
    ).toEqual([
      { first: 0, end: 3 },
      { first: 3, end: 5 },
      { first: 5, end: 8 },
    ]);
  });

  it('keeps the order of the tokens when one looks back', () => {
    const ranges = alignTokens(rows([[0, 1], [4, 5], [2], [6, 7]], 8), 8);
    for (let i = 1; i < ranges.length; i++) expect(ranges[i]?.first).toBe(ranges[i - 1]?.end);
  });

  it('averages heads: one that looks elsewhere does not win against two', () => {
    const frames = 6;
    const good = rows(
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
      frames,
    );
    const bad = rows([[5], [0]], frames);
    const both = good.map((row, i) => Float32Array.from([...row, ...row, ...(bad[i] ?? [])]));
    expect(alignTokens(both, frames)[1]?.first).toBe(3);
  });

  it('shares frames out when there are fewer than tokens', () => {
    const ranges = alignTokens(rows([[0], [1], [0], [1]], 2), 2);
    expect(ranges.at(-1)).toEqual({ first: 1, end: 2 });
  });

  it('has nothing to place for no tokens', () => {
    expect(alignTokens([], 10)).toEqual([]);
  });
});
