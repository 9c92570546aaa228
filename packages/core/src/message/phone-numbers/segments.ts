import type { Atom, Gap, Run } from './atom.ts';
import { applyCorrections, type Stretch } from './corrections.ts';
import { type SaidGrouping, saidGrouping } from './grouping.ts';
import { digitsOf, type Reading, type RegionContext, readDigits, readUnplanned } from './reading.ts';

/** Atoms `from`..`to` of a run, understood as one phone number. */
export interface Segment {
  run: Run;
  from: number;
  to: number;
  reading: Reading;
  /** First atom of what was said for good: later than `from` when all before it was taken back. */
  saidFrom: number;
  corrected: boolean;
}

/** Bounds of one number as said, corrections included; house rules, far above what anyone says. */
const MAX_ATOMS = 40;
const MAX_DIGITS = 36;
const MIN_DIGITS = 6;
/** Longest national or international number with exit code. */
const MAX_NUMBER_DIGITS = 17;
/** A run of more atoms than this is no dictation of phone numbers. */
const MAX_RUN_ATOMS = 400;

/** What it costs to end a number where nothing sets it apart from the digits beside it. House rule, in points of `Reading.score`. */
const CUT = { none: 6, words: 0.5, comma: 0.5, sentence: 0 } as const;
/** Between two numbers, each whole, less is needed to believe that one ends. */
const CUT_BETWEEN_NUMBERS = 1;
const SKIPPED_DIGIT = 0.3;
/** Points won when the same number comes twice in a row: nothing else reads so. House rule. */
const SAID_AGAIN = 6;
/** To leave out what follows "sorry" is to ignore a correction. */
const IGNORED_CORRECTION = 12;

/** Finds the numbers in a run: the division into numbers and leftovers with the highest score. */
export function segmentRun(said: Run, context: RegionContext): Segment[] {
  const run = apartWhereRepeated(said);
  const { atoms, gaps } = run;
  const total = atoms.reduce((sum, atom) => sum + atom.digits.length, 0);
  if (total < MIN_DIGITS || atoms.length > MAX_RUN_ATOMS) return [];
  // best[k][state]: highest score of the first k atoms, where the last piece is a leftover (0) or a number (1).
  const best: { score: number; segment: Segment | null; from: number; state: 0 | 1 }[][] = [
    [
      { score: 0, segment: null, from: -1, state: 0 },
      { score: Number.NEGATIVE_INFINITY, segment: null, from: -1, state: 0 },
    ],
  ];
  const scoreAt = (index: number, state: 0 | 1) => best[index]?.[state]?.score ?? Number.NEGATIVE_INFINITY;
  for (let to = 1; to <= atoms.length; to += 1) {
    const atom = atoms[to - 1];
    const gap = gaps[to - 1];
    if (!atom || !gap) break;
    const idle = isIdle(run, to - 1);
    const skip = (idle ? 0 : SKIPPED_DIGIT * atom.digits.length) + (gap.corrects && to > 1 ? IGNORED_CORRECTION : 0);
    const afterNumber = scoreAt(to - 1, 1) - (idle ? 0 : cutOff(best[to - 1]?.[1]?.segment, gap));
    const afterLeftover = scoreAt(to - 1, 0);
    const leftover = {
      score: Math.max(afterNumber, afterLeftover) - skip,
      segment: null,
      from: to - 1,
      state: afterNumber > afterLeftover ? (1 as const) : (0 as const),
    };
    let number = { score: Number.NEGATIVE_INFINITY, segment: null as Segment | null, from: to - 1, state: 0 as 0 | 1 };
    for (const segment of segmentsEndingAt(run, to, context)) {
      const start = gaps[segment.from];
      const fresh = segment.from === 0 || !start || isIdle(run, segment.from - 1) ? 0 : cutOff(segment, start);
      const beside = segment.from === 0 || !start ? 0 : Math.min(cutCost(start), CUT_BETWEEN_NUMBERS);
      for (const [state, cost] of [[0, fresh] as const, [1, beside] as const]) {
        if (state === 1 && start && !mayFollow(best[segment.from]?.[1]?.segment, segment, start)) continue;
        const again = state === 1 && best[segment.from]?.[1]?.segment?.reading.digits === segment.reading.digits ? SAID_AGAIN : 0;
        const score = scoreAt(segment.from, state) + segment.reading.score + again - cost;
        if (score > number.score) number = { score, segment, from: segment.from, state };
      }
    }
    best.push([leftover, number]);
  }
  return traceBack(best);
}

/** Fewest digits that said twice in one breath are a number said twice. House rule. */
const FEWEST_REPEATED = 7;

/** A row that is the same digits twice without a pause is two numbers: a border where the second begins. */
function apartWhereRepeated(run: Run): Run {
  const { atoms, gaps } = run;
  const digits = digitsOf(atoms, 0, atoms.length);
  const half = digits.length / 2;
  if (half < FEWEST_REPEATED || digits.slice(0, half) !== digits.slice(half)) return run;
  let before = 0;
  const second = atoms.findIndex((atom) => {
    before += atom.digits.length;
    return before - atom.digits.length === half;
  });
  if (second < 0) return run;
  return { ...run, gaps: gaps.map((gap, index) => (index === second && gap.stop === 'none' ? { ...gap, stop: 'sentence' } : gap)) };
}

function traceBack(best: readonly { score: number; segment: Segment | null; from: number; state: 0 | 1 }[][]): Segment[] {
  const found: Segment[] = [];
  let index = best.length - 1;
  let state: 0 | 1 = (best[index]?.[1]?.score ?? 0) > (best[index]?.[0]?.score ?? 0) ? 1 : 0;
  while (index > 0) {
    const cell = best[index]?.[state];
    if (!cell) break;
    if (cell.segment) found.push(cell.segment);
    index = cell.from;
    state = cell.state;
  }
  return found.reverse();
}

/** A word that may mean no digit at all: "to", "for", and an "oh" set apart as an interjection. */
function isIdle({ atoms, gaps }: Run, index: number): boolean {
  const atom = atoms[index];
  if (!atom?.soundalike) return false;
  return !isOh(atom) || ((index === 0 || isApart(gaps[index])) && (index === atoms.length - 1 || isApart(gaps[index + 1])));
}

const isApart = (gap: Gap | undefined): boolean => gap !== undefined && (stops(gap) || gap.words > 0);

/** A mark that may be a pause. */
const stops = (gap: Gap): boolean => gap.stop !== 'none' && !gap.even;

/** Whether a second number can come right after a first one across `gap`. */
function mayFollow(before: Segment | null | undefined, after: Segment, gap: Gap): boolean {
  if (!before) return false;
  const [first, second] = [before.reading, after.reading];
  // "…0142. Sorry, that's …0142" is an apology, and the same number again; otherwise what follows a correction is part of it.
  if (gap.corrects) return first.digits === second.digits;
  if (stops(gap) || gap.words > 0 || gap.extension) return true;
  // A correction goes on as long as the digits do.
  if (before.corrected) return false;
  // With nothing between, the end of a longer number must not pass for a number of its own.
  return first.digits.endsWith(second.digits) || second.digits.endsWith(first.digits) || (isWhole(first) && isWhole(second));
}

const isWhole = ({ kind }: Reading): boolean => kind === 'complete' || kind === 'international';

function segmentOf(run: Run, from: number, to: number, reading: Reading, corrected: boolean): Segment {
  return { run, from, to, reading, saidFrom: corrected ? saidFrom(run, from, to, reading) : from, corrected };
}

/** Where the last whole restatement starts: "415 555 0134, no, 415 555 0135" is said for good from the second 415 on. */
function saidFrom(run: Run, from: number, to: number, reading: Reading): number {
  for (let index = to - 1; index > from; index -= 1) {
    if (run.gaps[index]?.corrects && digitsOf(run.atoms, index, to) === reading.digits) return index;
  }
  return from;
}

/** What it costs to leave digits beside a number: an incomplete one is cut out of nothing that goes on. */
function cutOff(segment: Segment | null | undefined, gap: Gap): number {
  const cost = cutCost(gap);
  return cost === CUT.none && segment && (segment.corrected || !isWhole(segment.reading)) ? Number.POSITIVE_INFINITY : cost;
}

function cutCost(gap: Gap): number {
  if (gap.extension || gap.repeats || gap.corrects) return 0;
  if (stops(gap)) return CUT[gap.stop];
  return gap.words > 0 ? CUT.words : CUT.none;
}

/** Every stretch that ends before atom `to` and can be understood as a number. */
function* segmentsEndingAt(run: Run, to: number, context: RegionContext): Generator<Segment> {
  const { atoms, gaps } = run;
  let digits = 0;
  let corrections = 0;
  for (let from = to - 1; from >= 0 && to - from <= MAX_ATOMS; from -= 1) {
    digits += atoms[from]?.digits.length ?? 0;
    if (digits > MAX_DIGITS || (digits > MAX_NUMBER_DIGITS && corrections === 0 && !mayBeCorrected(run, from))) return;
    if (digits >= MIN_DIGITS) {
      const reading =
        corrections > 0 ? readCorrected(run, from, to, context) : (readPlain(run, from, to, context) ?? readAsSaid(run, from, to));
      if (reading) yield segmentOf(run, from, to, reading, corrections > 0);
    }
    // A number ends at its extension and starts at its "+".
    if (gaps[from]?.extension || atoms[from]?.plus) return;
    if (gaps[from]?.corrects) corrections += 1;
  }
}

const mayBeCorrected = (run: Run, from: number): boolean => run.gaps[from]?.corrects ?? false;

function readPlain(run: Run, from: number, to: number, context: RegionContext): Reading | null {
  const { atoms, gaps } = run;
  const areaAt = lastAreaCode(gaps, from + 1, to);
  if (areaAt > 0) return readAreaLast(run, from, areaAt, to, context);
  const first = atoms[from];
  if (!first) return null;
  const digits = digitsOf(atoms, from, to);
  const all = readDigits({ digits, plus: first.plus, grouping: saidGrouping(atoms, gaps, from, to) }, context);
  const hasSoundalike = atoms.slice(from, to).some((atom) => atom.soundalike && !isOh(atom));
  if (!hasSoundalike) return all;
  // Between the digits of an incomplete number "to" is more likely the preposition: "from 2000 to 2010".
  if (all && isWhole(all)) return { ...all, score: all.score - SOUNDALIKE_COST };
  return null;
}

/** A row of digits from border to border that no plan allows; nothing is cut out of it, and nothing is a digit that only sounds like one. */
function readAsSaid({ atoms, gaps }: Run, from: number, to: number): Reading | null {
  const begins = from === 0 || isApart(gaps[from]);
  const ends = to === atoms.length || isApart(gaps[to]);
  const plain = atoms.slice(from, to).every((atom) => atom.style !== 'thousands' && (!atom.soundalike || isOh(atom)));
  return begins && ends && plain ? readUnplanned({ digits: digitsOf(atoms, from, to) }) : null;
}

/** Points lost where a word had to be heard as a digit. House rule. */
const SOUNDALIKE_COST = 1;

const isOh = (atom: Atom): boolean => atom.digits === '0';

function lastAreaCode(gaps: readonly Gap[], from: number, to: number): number {
  for (let index = to - 1; index >= from; index -= 1) if (gaps[index]?.areaCode) return index;
  return -1;
}

/** "555 0134, area code 646": the area code said last goes first. */
function readAreaLast(run: Run, from: number, areaAt: number, to: number, context: RegionContext): Reading | null {
  const { atoms, gaps } = run;
  const area = digitsOf(atoms, areaAt, to);
  const local = digitsOf(atoms, from, areaAt);
  if (area.length > MAX_AREA_DIGITS || local.length < MIN_DIGITS) return null;
  const reordered = [...atoms.slice(areaAt, to), ...atoms.slice(from, areaAt)];
  const regaps = [...gaps.slice(areaAt, to), ...gaps.slice(from, areaAt)];
  return readDigits({ digits: area + local, plus: false, grouping: saidGrouping(reordered, regaps, 0, reordered.length) }, context);
}

/** British area codes with their zero are the longest. */
const MAX_AREA_DIGITS = 5;

function readCorrected(run: Run, from: number, to: number, context: RegionContext): Reading | null {
  const { atoms, gaps } = run;
  const stretches: Stretch[] = [];
  let start = from;
  for (let index = from + 1; index <= to; index += 1) {
    if (index < to && !gaps[index]?.corrects) continue;
    stretches.push({ digits: digitsOf(atoms, start, index), pieceEnds: saidGrouping(atoms, gaps, start, index).pieceEnds });
    start = index;
  }
  const last = stretches.at(-1);
  // "…0142. Sorry, one more thing": a lone digit that goes on into other words corrects nothing.
  if (run.endsInPhrase && to === atoms.length && (last?.digits.length ?? 0) <= MAX_PHRASE_DIGITS) return null;
  const plus = atoms[from]?.plus ?? false;
  const first = stretches[0]?.digits ?? '';
  const isWholeBefore = readDigits({ digits: first, plus, grouping: groupingKept(run, from, to, first.length) }, context) !== null;
  let best: Reading | null = null;
  for (const { digits, cost } of applyCorrections(stretches)) {
    if (digits.length > MAX_NUMBER_DIGITS || digits.length < MIN_DIGITS) continue;
    const reading = readDigits({ digits, plus, grouping: groupingKept(run, from, to, digits.length) }, context);
    // What was a number before is not made longer by a correction, unless it was started over.
    const grown = isWholeBefore && digits.length !== first.length && digits !== last?.digits ? GROWN_BY_CORRECTION : 0;
    if (reading && (!best || reading.score - cost - grown > best.score)) best = { ...reading, score: reading.score - cost - grown };
  }
  return best;
}

/** Points lost when a correction would change the length of a number that was whole before. House rule. */
const GROWN_BY_CORRECTION = 7;

/** The grouping of what was said before the first correction, or after the last, if the whole number was said there. */
function groupingKept({ atoms, gaps }: Run, from: number, to: number, length: number): SaidGrouping {
  const isBreak = (index: number) => gaps[index]?.corrects ?? false;
  let first = from + 1;
  while (first < to && !isBreak(first)) first += 1;
  let last = to - 1;
  while (last > from && !isBreak(last)) last -= 1;
  const before = saidGrouping(atoms, gaps, from, first);
  const after = saidGrouping(atoms, gaps, last, to);
  return before.length === length ? before : after.length === length ? after : { cuts: [], pieceEnds: [], length };
}

/** "two things", "ten tomorrow": quantities have at most this many digits. */
const MAX_PHRASE_DIGITS = 2;
