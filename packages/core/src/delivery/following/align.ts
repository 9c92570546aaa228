import type { Piece } from './pieces.ts';

/** Costs of an alignment, in words. House rules, checked on takes with known differences. */
const COST = {
  /** A piece on one side only. */
  alone: 0.7,
  /** Two pieces against each other that share no letter. */
  unlike: 1.3,
  /** Taken off for pieces that are spelled alike, times their likeness. */
  likeness: 0.9,
  /** Two different digits. */
  digits: 0.8,
} as const;

/** Most cells of the table: a script of five minutes against a take of as long. */
const MOST_CELLS = 4_000_000;

/** Pairs within which a word may go on after what stands against nothing. House rule: a number has no more digits. */
const FAR_PAIRS = 15;

/** Costs that differ by less are the same. */
const ROUNDING = 1e-3;

/** Positions that stand against each other; null where one side has nothing. */
export type PiecePair = readonly [script: number | null, heard: number | null];

/**
 * The cheapest alignment of script and take in order; null where both are too long to be compared. With `goesOn` the take stops in the
 * middle: what the script has after it costs nothing and stands in no pair.
 */
export function alignPieces(script: readonly Piece[], heard: readonly Piece[], goesOn = false): PiecePair[] | null {
  const width = heard.length + 1;
  if ((script.length + 1) * width > MOST_CELLS) return null;
  const table = new Float32Array((script.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  const against = costsOf(script, heard);
  for (let i = 0; i <= script.length; i++) {
    for (let j = 0; j <= heard.length; j++) {
      if (i === 0 || j === 0) table[i * width + j] = (i + j) * COST.alone;
      else table[i * width + j] = Math.min(at(i - 1, j - 1) + against(i - 1, j - 1), Math.min(at(i - 1, j), at(i, j - 1)) + COST.alone);
    }
  }
  const pairs: PiecePair[] = [];
  let [i, j] = [script.length, heard.length];
  if (goesOn) for (let end = script.length; end >= 0; end--) if (at(end, j) <= at(i, j) + ROUNDING) i = end;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && isNear(at(i, j), at(i - 1, j - 1) + against(i - 1, j - 1))) pairs.push([--i, --j]);
    else if (i > 0 && isNear(at(i, j), at(i - 1, j) + COST.alone)) pairs.push([--i, null]);
    else pairs.push([null, --j]);
  }
  return pairs.reverse();
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < ROUNDING;
}

function costsOf(script: readonly Piece[], heard: readonly Piece[]): (i: number, j: number) => number {
  const known = new Map<string, number>();
  return (i, j) => {
    const [a, b] = [script[i], heard[j]];
    if (a === undefined || b === undefined) return COST.unlike;
    if (a.norm === b.norm) return 0;
    if (a.numeral || b.numeral) return a.numeral && b.numeral ? COST.digits : COST.unlike;
    const key = `${a.norm} ${b.norm}`;
    const cost = known.get(key) ?? COST.unlike - COST.likeness * likenessOf(a.norm, b.norm);
    known.set(key, cost);
    return cost;
  };
}

/** Share of letters that two spellings have in common, 0..1 (Levenshtein distance over the longer one). */
export function likenessOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / Math.max(1, a.length, b.length);
}

/** Words of script and take that stand against each other and are not the same; either side may be empty. Ends are exclusive. */
export interface DifferingWords {
  script: { from: number; to: number };
  heard: { from: number; to: number };
}

/** The stretches where script and take differ, in order, in whole words; numbers are a stretch by themselves. */
export function differingWords(script: readonly Piece[], heard: readonly Piece[], pairs: readonly PiecePair[]): DifferingWords[] {
  const result: DifferingWords[] = [];
  let [nextScript, nextHeard] = [0, 0];
  let last: WordGroup | null = null;
  for (const group of wordGroups(script, heard, pairs)) {
    const [first, end] = [group.script ?? { from: nextScript, to: nextScript }, group.heard ?? { from: nextHeard, to: nextHeard }];
    const before = result.at(-1);
    // A number that was left out with the words before it is left out with them.
    const alike = last !== null && (last.numeral === group.numeral || (last.heard === null && group.heard === null));
    if (!group.same && before !== undefined && last?.same === false && alike) {
      before.script.to = first.to;
      before.heard.to = end.to;
    } else if (!group.same) result.push({ script: { ...first }, heard: { ...end } });
    [nextScript, nextHeard, last] = [first.to, end.to, group];
  }
  return result;
}

/** Words of both sides that stand against each other in some piece. */
interface WordGroup {
  script: { from: number; to: number } | null;
  heard: { from: number; to: number } | null;
  /** True when every piece of one side is that of the other. */
  same: boolean;
  /** True when a digit is among them. */
  numeral: boolean;
}

function wordGroups(script: readonly Piece[], heard: readonly Piece[], pairs: readonly PiecePair[]): WordGroup[] {
  const groups: WordGroup[] = [];
  for (const [i, [s, h]] of pairs.entries()) {
    const [a, b] = [s === null ? undefined : script[s], h === null ? undefined : heard[h]];
    const [same, numeral] = [a !== undefined && a.norm === b?.norm, (a?.numeral ?? false) || (b?.numeral ?? false)];
    const last = groups.at(-1);
    // What stands against nothing in the middle of a word (a digit more in a number that is one word) is within it.
    const [inScript, inHeard] = [a ?? nextOf(script, pairs, i, 0), b ?? nextOf(heard, pairs, i, 1)];
    const goesOn =
      last !== undefined &&
      ((inScript && last.script && inScript.word < last.script.to) || (inHeard && last.heard && inHeard.word < last.heard.to));
    const group = goesOn ? last : { script: null, heard: null, same: true, numeral: false };
    if (!goesOn) groups.push(group);
    group.same &&= same;
    group.numeral ||= numeral;
    if (a) group.script = { from: group.script?.from ?? a.word, to: a.word + 1 };
    if (b) group.heard = { from: group.heard?.from ?? b.word, to: b.word + 1 };
  }
  return groups;
}

/** The first piece of one side that stands in a pair after the `i`th. */
function nextOf(pieces: readonly Piece[], pairs: readonly PiecePair[], i: number, side: 0 | 1): Piece | undefined {
  for (const pair of pairs.slice(i + 1, i + 1 + FAR_PAIRS)) {
    const index = pair[side];
    if (index !== null) return pieces[index];
  }
  return undefined;
}
