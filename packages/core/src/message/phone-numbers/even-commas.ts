import type { Gap, Run } from './atom.ts';

/** When commas are how a row is written down, and no pauses. House rules. */
const EVEN = {
  /** Digits in a row, each by itself. */
  fewest: 5,
  /** Digits that may follow one another without a comma: a doubled one, a slip of the recogniser. */
  missing: 1,
} as const;

/** "Four, zero, four, five, five, …": a comma after every digit sets nothing apart, and a number must not be cut at one. */
export function markEvenCommas(run: Run): Run {
  const gaps: Gap[] = [...run.gaps];
  let from = 0;
  for (let to = 1; to <= run.atoms.length; to += 1) {
    if (to < run.atoms.length && run.atoms[to]?.digits.length === 1 && continues(gaps[to])) continue;
    if (isEven(run, from, to))
      gaps.splice(from + 1, to - from - 1, ...gaps.slice(from + 1, to).map((gap) => ({ ...gap, even: true as const })));
    from = to;
  }
  return { ...run, gaps };
}

const continues = (gap: Gap | undefined): boolean => gap !== undefined && gap.stop !== 'sentence' && gap.words === 0 && !gap.extension;

function isEven({ atoms, gaps }: Run, from: number, to: number): boolean {
  if (to - from < EVEN.fewest || atoms[from]?.digits.length !== 1) return false;
  const without = gaps.slice(from + 1, to).filter(({ stop }) => stop !== 'comma').length;
  return without <= EVEN.missing;
}
