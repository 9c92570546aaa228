/** One way to apply corrections: the digits that stand, and how far-fetched that is (0 is plain). */
export interface Corrected {
  digits: string;
  cost: number;
}

/** Costs of ways to correct, ordered by how people do it. House rule. */
const COST = {
  /** The apology took nothing back: it filled a pause. */
  nothingTakenBack: 1.5,
  /** The corrected piece starts with other digits than what it replaces, and is not as long as a whole group. */
  unalikeStart: 0.6,
  /** What is taken back begins in the middle of a piece. */
  insidePiece: 0.8,
} as const;

/** Most ways kept while several corrections follow each other. */
const MAX_WAYS = 48;

/** A stretch between two corrections. */
export interface Stretch {
  digits: string;
  /** Places in `digits` where its pieces end. */
  pieceEnds: readonly number[];
}

/**
 * Applies "…0134, sorry, 0135": each later stretch replaces the end of what stands so far, from nothing to as many digits as
 * itself. Gives every way with its cost, cheapest first; the caller keeps the one that makes a number.
 */
export function applyCorrections(stretches: readonly Stretch[]): Corrected[] {
  const [first, ...later] = stretches;
  let ways: (Corrected & { ends: readonly number[] })[] = first ? [{ digits: first.digits, cost: 0, ends: first.pieceEnds }] : [];
  for (const stretch of later) {
    const next = new Map<string, Corrected & { ends: readonly number[] }>();
    for (const way of ways) {
      const most = Math.min(way.digits.length, stretch.digits.length);
      for (let taken = 0; taken <= most; taken += 1) {
        const kept = way.digits.length - taken;
        const digits = way.digits.slice(0, kept) + stretch.digits;
        const cost = way.cost + costOf(way, stretch, taken);
        const known = next.get(digits);
        if (known && known.cost <= cost) continue;
        const ends = [...way.ends.filter((end) => end < kept), kept, ...stretch.pieceEnds.map((end) => end + kept)];
        next.set(digits, { digits, cost, ends });
      }
    }
    ways = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, MAX_WAYS);
  }
  return ways;
}

function costOf(way: { digits: string; ends: readonly number[] }, stretch: Stretch, taken: number): number {
  if (taken === 0) return COST.nothingTakenBack;
  const kept = way.digits.length - taken;
  const aligned = kept === 0 || way.ends.includes(kept) ? 0 : COST.insidePiece;
  if (taken === stretch.digits.length) return aligned / 2;
  return aligned + (way.digits[kept] === stretch.digits[0] ? 0 : COST.unalikeStart);
}
