import { alignPieces, type Piece, type PiecePair, piecesOf } from '@ringback/core';

/** Words from index `from` up to `to`, exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** Words that were heard, perhaps none, and the words of the script that may have been said there instead. */
export interface Candidate {
  heard: Range;
  script: Range;
  /** True where the script's first word begins a sentence: its capital tells nothing. */
  startsSentence: boolean;
  /** The same in parts, to be tried where it does not do as a whole; none where it cannot be divided. */
  parts: readonly Candidate[];
}

/** What stands before the first word of a sentence: nothing, or a stop that is not that of a title. */
const SENTENCE_END = /^$|(?<!\b(?:mr|mrs|ms|dr|prof|st))[.?!]$/i;

/** Script words in a row with nothing heard against them, from which they are weighed apart from their neighbours. House rule. */
const LEFT_OUT_FROM = 3;

/** A word of the script against a word that was heard; null where one side has nothing. */
type WordPair = readonly [script: number | null, heard: number | null];

/** The words that were heard as the script has them, by index. */
export function wordsAsWritten(script: readonly string[], heard: readonly string[], goesOn = false): Set<number> {
  const [scriptPieces, heardPieces] = [piecesOf(script.map(named)), piecesOf(heard.map(named))];
  const pairs = alignPieces(scriptPieces, heardPieces, goesOn) ?? [];
  const words = wordPairs(scriptPieces, heardPieces, pairs);
  return new Set(words.flatMap(({ pair: [, h], same, fixed }) => (same && !fixed && h !== null ? [h] : [])));
}

/**
 * Where a take may follow its script though it was heard otherwise, in order. Words with figures in them are never in doubt here.
 * `goesOn`: the script may have more than was to be heard.
 */
export function candidatesOf(script: readonly string[], heard: readonly string[], goesOn = false): Candidate[] {
  const [scriptPieces, heardPieces] = [piecesOf(script.map(named)), piecesOf(heard.map(named))];
  const pairs = alignPieces(scriptPieces, heardPieces, goesOn);
  if (pairs === null) return [];
  const candidates: Candidate[] = [];
  let place = { script: 0, heard: 0 };
  for (const { open, pairs: run } of runsOf(wordPairs(scriptPieces, heardPieces, pairs))) {
    const candidate = open ? candidateOf(run, script, place) : null;
    if (candidate !== null) candidates.push(candidate);
    place = endOf(run, place);
  }
  return candidates;
}

const named = (text: string): { text: string } => ({ text });

/** Neighbours of which nothing is in doubt, or of which all is. */
interface Run {
  open: boolean;
  pairs: WordPair[];
}

function runsOf(words: readonly PairedWords[]): Run[] {
  const runs: Run[] = [];
  for (const { pair, same, fixed } of words) {
    const open = !same && !fixed;
    if (runs.at(-1)?.open !== open) runs.push({ open, pairs: [] });
    runs.at(-1)?.pairs.push(pair);
  }
  return runs;
}

interface PairedWords {
  pair: WordPair;
  same: boolean;
  /** A number on one of the sides, or another ending of an address on each. */
  fixed: boolean;
}

/** Endings of addresses that every recogniser knows: one of them was heard as it was said. */
const ENDINGS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'edu', 'gov']);

const isAnotherEnding = (a: Piece | undefined, b: Piece | undefined): boolean =>
  a !== undefined && b !== undefined && a.norm !== b.norm && ENDINGS.has(a.norm) && ENDINGS.has(b.norm);

/** Pieces back to words: a pair is the same when all pieces of both words are. */
function wordPairs(script: readonly Piece[], heard: readonly Piece[], pairs: readonly PiecePair[]): PairedWords[] {
  const result: PairedWords[] = [];
  for (const [s, h] of pairs) {
    const [a, b] = [s === null ? undefined : script[s], h === null ? undefined : heard[h]];
    const same = a !== undefined && b !== undefined && a.norm === b.norm;
    const fixed = (a?.numeral ?? false) || (b?.numeral ?? false) || isAnotherEnding(a, b);
    const [sw, hw] = [a?.word ?? null, b?.word ?? null];
    const last = result.at(-1);
    const again = last !== undefined && ((sw !== null && sw === last.pair[0]) || (hw !== null && hw === last.pair[1]));
    if (!again) {
      result.push({ pair: [sw, hw], same, fixed });
      continue;
    }
    last.same &&= same;
    last.fixed ||= fixed;
    // Both words go on, or a new one joins the word that was there already.
    if ((sw === null || sw === last.pair[0]) && (hw === null || hw === last.pair[1])) {
      last.pair = [last.pair[0] ?? sw, last.pair[1] ?? hw];
    } else result.push({ pair: [sw === last.pair[0] ? null : sw, hw === last.pair[1] ? null : hw], same: false, fixed });
  }
  return result;
}

/** What was left out in a row is weighed by itself. */
function apart(run: readonly WordPair[]): WordPair[][] {
  const parts: WordPair[][] = [];
  let alone = false;
  for (let i = 0; i < run.length; i++) {
    let count = 0;
    while (run[i + count]?.[1] === null) count += 1;
    if (count >= LEFT_OUT_FROM) {
      parts.push(run.slice(i, i + count));
      i += count - 1;
      alone = true;
      continue;
    }
    if (alone || parts.length === 0) parts.push([]);
    alone = false;
    const pair = run[i];
    if (pair !== undefined) parts.at(-1)?.push(pair);
  }
  return parts;
}

function candidateOf(run: readonly WordPair[], words: readonly string[], place: { script: number; heard: number }): Candidate | null {
  const scripts = run.flatMap(([s]) => (s === null ? [] : [s]));
  const heards = run.flatMap(([, h]) => (h === null ? [] : [h]));
  const [firstScript, lastScript] = [scripts[0], scripts.at(-1)];
  if (firstScript === undefined || lastScript === undefined) return null;
  const end = endOf(run, place);
  const heard = { from: heards[0] ?? place.heard, to: heards.length === 0 ? place.heard : end.heard };
  return {
    heard,
    script: { from: firstScript, to: lastScript + 1 },
    startsSentence: SENTENCE_END.test(words[firstScript - 1] ?? ''),
    parts: partsOf(run, words, place),
  };
}

/** What was left out in a row apart from the rest, else two halves; what was left out as a whole is not divided. */
function partsOf(run: readonly WordPair[], words: readonly string[], place: { script: number; heard: number }): Candidate[] {
  if (run.length < 2 || run.every(([, h]) => h === null)) return [];
  const divided = apart(run);
  const middle = Math.ceil(run.length / 2);
  const runs = divided.length > 1 ? divided : [run.slice(0, middle), run.slice(middle)];
  const parts: Candidate[] = [];
  let at = place;
  for (const part of runs) {
    const candidate = candidateOf(part, words, at);
    if (candidate !== null) parts.push(candidate);
    at = endOf(part, at);
  }
  return parts;
}

function endOf(run: readonly WordPair[], place: { script: number; heard: number }): { script: number; heard: number } {
  const [s, h] = [run.findLast(([script]) => script !== null)?.[0], run.findLast(([, heard]) => heard !== null)?.[1]];
  return { script: s == null ? place.script : s + 1, heard: h == null ? place.heard : h + 1 };
}

/** Those that fall into the words `within` of a take of `count` words, counted from its first; one that reaches over an end is divided. */
export function candidatesIn(candidates: readonly Candidate[], within: Range, count: number): Candidate[] {
  return candidates.flatMap((candidate) => {
    const { heard, parts } = candidate;
    if (heard.from >= within.from && heard.to <= within.to && (heard.from < within.to || within.to === count)) {
      return [moved(candidate, -within.from)];
    }
    const touches = heard.from < within.to && heard.to > within.from;
    return touches ? candidatesIn(parts, within, count) : [];
  });
}

function moved(candidate: Candidate, by: number): Candidate {
  const { heard, parts } = candidate;
  return { ...candidate, heard: { from: heard.from + by, to: heard.to + by }, parts: parts.map((part) => moved(part, by)) };
}
