import { DIGIT_NAMES, type TimedDigit, type Word } from '@ringback/core';

/** When a run of words is a number that should be heard again. House rules. */
export interface NumberRunOptions {
  /** Fewest digits in a run. */
  minDigits: number;
  /** A word that is no digit may stand beside a number when it is less sure than this, 0..1. */
  doubtfulBelow: number;
  /** A word inside a number may be a misheard digit when it has at most this many letters: "by" for five, "tick" for six. */
  shortLetters: number;
  /** Such words in a row, at most. */
  maxDoubtful: number;
  /** Seconds: a longer silence ends a run. */
  maxPauseSec: number;
  /** Runs whose every digit is at least this sure are left as they are. */
  sureFrom: number;
}

/** Defaults; see the fields for unit. */
export const NUMBER_RUN_DEFAULTS: NumberRunOptions = {
  minDigits: 3,
  doubtfulBelow: 0.88,
  shortLetters: 4,
  maxDoubtful: 2,
  maxPauseSec: 2,
  sureFrom: 0.99,
};

/** Words `first` to `end` (exclusive) that are, or may be, one dictated number. */
export interface NumberRun {
  first: number;
  end: number;
}

const ZEROS = ['oh', 'o'];

/** Digits in a word as written: "Five-three," and "53" hold two; null when it also holds something else or none. */
export function digitsIn(word: string): string | null {
  const pieces = word
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((piece) => piece.length > 0);
  const digits = pieces.map((piece) => {
    if (/^\d+$/.test(piece)) return piece;
    if (ZEROS.includes(piece)) return '0';
    const name = DIGIT_NAMES.indexOf(piece);
    return name < 0 ? null : String(name);
  });
  return digits.length === 0 || digits.includes(null) ? null : digits.join('');
}

/** Runs of digits that are worth a second hearing: long enough, and with something unsure in or beside them. */
export function unsureNumbers(words: readonly Word[], options: NumberRunOptions = NUMBER_RUN_DEFAULTS): NumberRun[] {
  return numberRuns(words, options).filter(({ first, end }) => hasDoubt(words.slice(first, end), options));
}

/** Runs of digits that are long enough to be a number, with the doubtful words beside them. */
export function numberRuns(words: readonly Word[], options: NumberRunOptions = NUMBER_RUN_DEFAULTS): NumberRun[] {
  const runs: NumberRun[] = [];
  words.forEach((word, i) => {
    if (!isDigits(word)) return;
    const run = runs.at(-1);
    if (run && belongs(words, run.end, i, options)) run.end = i + 1;
    else runs.push({ first: i, end: i + 1 });
  });
  return runs
    .map((run, i) => widened(words, run, runs[i - 1]?.end ?? 0, runs[i + 1]?.first ?? words.length, options))
    .filter(({ first, end }) => isLongEnough(words.slice(first, end), options));
}

/** Whether the digit at `next` goes on with the run that ended before `end`: no long silence, and only what may be misheard between. */
function belongs(words: readonly Word[], end: number, next: number, options: NumberRunOptions): boolean {
  for (let i = end; i <= next; i++) if ((words[i]?.start ?? 0) - (words[i - 1]?.end ?? 0) > options.maxPauseSec) return false;
  const between = words.slice(end, next);
  return between.length <= options.maxDoubtful && between.every((word) => isDoubtful(word, options) || isShort(word, options));
}

/** Doubtful words right beside a run belong to it, as far as the neighbouring runs. */
function widened(words: readonly Word[], run: NumberRun, from: number, to: number, options: NumberRunOptions): NumberRun {
  let { first, end } = run;
  const open = (word: Word | undefined) => word !== undefined && isDoubtful(word, options);
  while (first > from && run.first - first < options.maxDoubtful && open(words[first - 1])) first--;
  while (end < to && end - run.end < options.maxDoubtful && open(words[end])) end++;
  return { first, end };
}

function isLongEnough(run: readonly Word[], options: NumberRunOptions): boolean {
  return run.map(({ text }) => digitsIn(text) ?? '').join('').length >= options.minDigits;
}

function hasDoubt(run: readonly Word[], options: NumberRunOptions): boolean {
  return run.some((word) => !isDigits(word) || word.confidence < options.sureFrom);
}

function isDigits({ text }: Word): boolean {
  return digitsIn(text) !== null;
}

function isShort({ text }: Word, { shortLetters }: NumberRunOptions): boolean {
  return text.replace(/[^\p{L}]/gu, '').length <= shortLetters;
}

/** Not a digit, and the decoder was unsure: it may be a digit misheard. */
function isDoubtful({ text, confidence }: Word, { doubtfulBelow }: NumberRunOptions): boolean {
  return digitsIn(text) === null && confidence < doubtfulBelow && !saysExtension(text);
}

/** Whether a word leads to an extension, which is a number of its own: no digit sounds like it. */
export function saysExtension(text: string): boolean {
  return /^\P{L}*ext(?:ension|n)?s?\P{L}*$/iu.test(text);
}

/** The digits of words with their times: a digit's own, or those of the word that names it. */
export function timedDigits(words: readonly Word[]): TimedDigit[] {
  return words.flatMap(({ text, digits, start, end, confidence }) => {
    if (digits !== undefined) return digits;
    const named = digitsIn(text);
    return named?.length === 1 ? [{ digit: named, start, end, confidence }] : [];
  });
}
