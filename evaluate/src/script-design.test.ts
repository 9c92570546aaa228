import { describe, expect, it } from 'vitest';
import { type Cell, crossed } from './script-design.ts';
import { HARDER_SET, MEASURED_SET, TUNING_SET } from './script-takes.ts';
import { PLANTED_KINDS } from './script-texts.ts';

const [LINES, NOISES, SIZE] = [4, 3, 12];

/** How often each value of `key` comes. */
function counts(cells: readonly Cell[], key: (cell: Cell) => number): number[] {
  const found = new Map<number, number>();
  for (const cell of cells) found.set(key(cell), (found.get(key(cell)) ?? 0) + 1);
  return [...found.values()];
}

describe('the takes of known scripts', () => {
  it.each([
    ['measured', MEASURED_SET],
    ['tuned on', TUNING_SET],
    ['tuned on and harder', HARDER_SET],
  ] as const)('that are %s cross kind, voice, line and noise', (_, { voices, texts }) => {
    const cells = crossed(PLANTED_KINDS.length, SIZE, { voices: voices.length, lines: LINES, noises: NOISES, texts: texts.length });
    for (const block of PLANTED_KINDS.keys()) {
      const some = cells.filter((cell) => cell.block === block);
      const evenly = (levels: number) => Array.from({ length: levels }, () => SIZE / levels);
      expect(counts(some, ({ voice }) => voice)).toEqual(evenly(voices.length));
      expect(counts(some, ({ line }) => line)).toEqual(evenly(LINES));
      expect(counts(some, ({ noise }) => noise).reduce((a, b) => Math.min(a, b))).toBeGreaterThanOrEqual(SIZE / NOISES - 1);
      for (const [voice] of voices.entries()) {
        const own = some.filter((cell) => cell.voice === voice);
        expect(counts(own, ({ line }) => line)).toEqual(own.map(() => 1));
        expect(counts(own, ({ noise }) => noise)).toHaveLength(Math.min(NOISES, own.length));
      }
    }
    expect(cells).toEqual(
      crossed(PLANTED_KINDS.length, SIZE, { voices: voices.length, lines: LINES, noises: NOISES, texts: texts.length }),
    );
  });
});
