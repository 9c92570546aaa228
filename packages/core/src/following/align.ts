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

/** Positions that stand against each other; null where one side has nothing. */
export type PiecePair = readonly [script: number | null, heard: number | null];

/** The cheapest alignment of script and take in order; null where both are too long to be compared. */
export function alignPieces(script: readonly Piece[], heard: readonly Piece[]): PiecePair[] | null {
  const width = heard.length + 1;
  if ((script.length + 1) * width > MOST_CELLS) return null;
  const table = new Float32Array((script.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  const against = costsOf(script, heard);
  for (let i = 0; i <= script.length; i++) {
    for (let j = 0; j <= heard.length; j++) {
      if (i === 0 || j === 0) table[i * width + j] = (i + j) * COST.alone;
      else
        table[i * width + j] = Math.min(at(i - 1, j - 1) + against(i - 1, j - 1), Math.min(at(i - 1, j), at(i, j - 1)) + COST.alone);
    }
  }
  const pairs: PiecePair[] = [];
  let [i, j] = [script.length, heard.length];
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && isNear(at(i, j), at(i - 1, j - 1) + against(i - 1, j - 1))) pairs.push([--i, --j]);
    else if (i > 0 && isNear(at(i, j), at(i - 1, j) + COST.alone)) pairs.push([--i, null]);
    else pairs.push([null, --j]);
  }
  return pairs.reverse();
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-3;
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

/** The stretches where script and take differ, in order, in whole words. */
export function differingWords(script: readonly Piece[], heard: readonly Piece[], pairs: readonly PiecePair[]): DifferingWords[] {
  const result: DifferingWords[] = [];
  const [scriptWord, heardWord] = [wordAt(script), wordAt(heard)];
  let open: DifferingWords | null = null;
  let [nextScript, nextHeard] = [0, 0];
  for (const [s, h] of pairs) {
    const same = s !== null && h !== null && script[s]?.norm === heard[h]?.norm;
    const [sw, hw] = [scriptWord(s), heardWord(h)];
    // A word of which another piece differs belongs to what differs.
    const goesOn: boolean = open !== null && ((sw !== null && sw < open.script.to) || (hw !== null && hw < open.heard.to));
    if (!same || goesOn) {
      open ??= { script: { from: sw ?? nextScript, to: nextScript }, heard: { from: hw ?? nextHeard, to: nextHeard } };
      if (sw !== null) open.script = { from: Math.min(open.script.from, sw), to: Math.max(open.script.to, sw + 1) };
      if (hw !== null) open.heard = { from: Math.min(open.heard.from, hw), to: Math.max(open.heard.to, hw + 1) };
      if (!result.includes(open)) result.push(open);
    } else open = null;
    if (sw !== null) nextScript = Math.max(nextScript, sw + 1);
    if (hw !== null) nextHeard = Math.max(nextHeard, hw + 1);
  }
  return result;
}

function wordAt(pieces: readonly Piece[]): (index: number | null) => number | null {
  return (index) => (index === null ? null : (pieces[index]?.word ?? null));
}
