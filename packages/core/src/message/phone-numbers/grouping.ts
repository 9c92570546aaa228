import type { Atom, Gap } from './atom.ts';

/** How the digits were set apart when they were said. */
export interface SaidGrouping {
  /** Places in the digits where one group ends and the next begins, in order. */
  cuts: readonly number[];
  /** Places where a piece said or written as one ends: a group can only end there. */
  pieceEnds: readonly number[];
  /** Total number of digits. */
  length: number;
}

/** How well said groups fit a habit: -1 against it .. 1.5 exactly so. House rule, ordered by how telling each is. */
const FIT = { exact: 1.5, finer: 1, coarser: 0.5, none: 0, against: -1 } as const;

/** Reads the grouping from pauses as written: marks, connecting words, and the edges of written digits. */
export function saidGrouping(atoms: readonly Atom[], gaps: readonly Gap[], from: number, to: number): SaidGrouping {
  const cuts: number[] = [];
  const pieceEnds: number[] = [];
  let length = 0;
  for (let index = from; index < to; index += 1) {
    const atom = atoms[index];
    const gap = gaps[index];
    if (!atom || !gap) continue;
    if (index > from) {
      pieceEnds.push(length);
      const before = atoms[index - 1];
      const apart = gap.stop !== 'none' || gap.words > 0;
      if (apart || atom.bracketed || (before && isBlock(before)) || isBlock(atom)) cuts.push(length);
    }
    length += atom.digits.length;
  }
  return { cuts, pieceEnds, length };
}

/** Written digits stand as a block; "5 5 5" is written digit by digit and its blanks say nothing. */
const isBlock = (atom: Atom): boolean => atom.style !== 'spoken' && atom.digits.length > 1;

/** Places where the groups of a habit end. */
export function cutsOf(grouping: readonly number[]): number[] {
  const cuts: number[] = [];
  let sum = 0;
  for (const size of grouping.slice(0, -1)) {
    sum += size;
    cuts.push(sum);
  }
  return cuts;
}

/** How well the said groups fit the best of the habits. */
export function groupingFit(said: SaidGrouping, habits: readonly (readonly number[])[]): number {
  let best: number = FIT.against;
  for (const habit of habits) best = Math.max(best, fitOne(said, cutsOf(habit)));
  return habits.length === 0 ? FIT.none : best;
}

function fitOne(said: SaidGrouping, habit: readonly number[]): number {
  const { cuts, pieceEnds } = said;
  if (pieceEnds.length === 0) return FIT.none;
  // "four one, fifty-five": a piece that runs over the end of a group belongs to no number of this habit.
  if (!habit.every((cut) => pieceEnds.includes(cut))) return cuts.length === 0 ? FIT.none : FIT.against;
  if (cuts.length === 0) return FIT.none;
  if (habit.every((cut) => cuts.includes(cut))) return cuts.length === habit.length ? FIT.exact : FIT.finer;
  return cuts.every((cut) => habit.includes(cut)) ? FIT.coarser : FIT.against;
}
