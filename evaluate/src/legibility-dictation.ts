import {
  type Dictation,
  findContacts,
  judgeDictation,
  measureDictation,
  type PhoneNumber,
  type TimedDigit,
  usualGroupSizes,
  worstFigure,
} from '@ringback/core';
import { measureSound, type Recogniser } from '@ringback/speech';
import type { SpokenNumber } from './digit-recordings.ts';
import { hear } from './hearing.ts';
import { table } from './section.ts';

/** Fewest digits heard from which the pace of a number is judged. */
const LEAST_DIGITS = 7;
/** How far a rate may be off. */
const RATE_BOUND = 0.03;

/** One number measured against what is known of it. */
export interface DictationResult {
  /** As it was recorded: "slow" to "rushed". */
  pace: string;
  /** What the tip says of the pace alone. */
  judged: 'pass' | 'improve' | 'fail';
  rateError: number;
  /** Of the places between digits: how many are told rightly to be a boundary or not. */
  placesRight: number;
  places: number;
  /** Boundaries found of those there are. */
  found: number;
  boundaries: number;
}

/** The dictation of one recording by true times (the ceiling), by their gaps alone, and as recognised; null where it does not apply. */
export interface DictationResults {
  ceiling: DictationResult | null;
  byEar: DictationResult | null;
  recognised: DictationResult | null;
  recognisedByEar: DictationResult | null;
  misheard: DictationResult | null;
}

/** Measures the dictation of one recording in every way. */
export async function dictationOf(recording: SpokenNumber, recogniser: Recogniser, signal: AbortSignal): Promise<DictationResults> {
  const transcript = await hear(recogniser, recording.waveform, signal);
  const facts = {
    container: 'wav',
    codec: 'pcm',
    sampleRate: 0,
    channels: 1,
    durationSec: recording.durationSec,
    automaticGain: null,
    warnings: [],
  };
  const sound = measureSound(recording.waveform, facts, transcript);
  const truth = recording.digits.map(({ digit, start, end }) => ({ digit: String(digit), start, end }));
  const mentions = findContacts(transcript, { region: 'US' }).phoneNumbers.flatMap((number) => number.mentions);
  const longest = mentions.reduce<TimedDigit[]>((best, { digits = [] }) => (digits.length > best.length ? digits : best), []);
  const heard = longest.length < LEAST_DIGITS ? null : longest;
  const exact = heard?.map(({ digit }) => digit).join('') === recording.number;
  return {
    ceiling: measured(recording, truth, sound, true),
    byEar: measured(recording, truth, sound, false),
    recognised: heard !== null && exact ? measured(recording, heard, sound, true) : null,
    recognisedByEar: heard !== null && exact ? measured(recording, heard, sound, false) : null,
    misheard: heard !== null && !exact ? measured(recording, heard, sound, true) : null,
  };
}

/** How well dictation is measured: with the true times of the digits (the ceiling) and with the recognised ones. */
export function dictationTable(results: readonly DictationResults[]): string {
  const all = (of: keyof DictationResults) => results.flatMap((result) => result[of] ?? []);
  const misheard = all('misheard');
  const rows = [
    row('true times', all('ceiling')),
    row('true times, gaps alone (no usual grouping)', all('byEar')),
    row('recognised times, all digits exact', all('recognised')),
    row('recognised times, all digits exact, gaps alone', all('recognisedByEar')),
    [
      'recognised with a wrong digit, pace alone',
      misheard.length,
      ...row('', misheard)
        .slice(2)
        .map((cell, column) => (column < 3 ? '' : cell)),
    ],
  ];
  return [
    table(['digit times', 'recordings', 'rate within 3 %', 'places right', 'boundaries found', 'slow pass', 'rushed fail'], rows),
    'A place is one between two digits: it ends a group or not. The rushed recordings were made without longer gaps between groups (7 to 9 ms everywhere), so only the usual way of writing can tell there; it is never called heard. Pass and fail are of the pace alone: the rate over the number and inside its fastest group.',
  ].join('\n\n');
}

function measured(
  recording: SpokenNumber,
  digits: TimedDigit[],
  sound: ReturnType<typeof measureSound>,
  usual: boolean,
): DictationResult | null {
  const number: PhoneNumber = {
    e164: `+1${recording.number}`,
    digits: recording.number,
    confidence: 1,
    mentions: [{ quote: '', charStart: 0, charEnd: 0, digits }],
  };
  const sizes = usual ? usualGroupSizes(number) : undefined;
  const dictation = measureDictation({
    number,
    durationSec: recording.durationSec,
    activity: sound.activity.ok ? sound.activity.value : null,
    level: sound.level.ok ? sound.level.value : null,
    ...(sizes && { usualGroups: sizes }),
  });
  const mention = dictation?.mentions[0];
  if (dictation === null || mention === undefined) return null;
  const ends = new Set<number>();
  let place = -1;
  for (const group of mention.groups.slice(0, -1)) {
    place += group.digits.length;
    ends.add(place);
  }
  const truth = recording.digits.slice(1).map((digit, index) => digit.group !== recording.digits[index]?.group);
  return {
    pace: recording.pace,
    judged: judgedPace(dictation),
    rateError: Math.abs(mention.digitsPerSec / recording.digitsPerSec - 1),
    placesRight: truth.filter((isEnd, index) => isEnd === ends.has(index)).length,
    places: truth.length,
    found: truth.filter((isEnd, index) => isEnd && ends.has(index)).length,
    boundaries: truth.filter(Boolean).length,
  };
}

function row(name: string, results: readonly DictationResult[]): (string | number)[] {
  const sum = (of: (result: DictationResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const share = (part: number, whole: number) => (whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(1)} %`);
  const slow = results.filter(({ pace }) => pace === 'slow');
  const rushed = results.filter(({ pace }) => pace === 'rushed');
  return [
    name,
    results.length,
    `${results.filter(({ rateError }) => rateError <= RATE_BOUND).length} of ${results.length}`,
    share(
      sum((result) => result.placesRight),
      sum((result) => result.places),
    ),
    share(
      sum((result) => result.found),
      sum((result) => result.boundaries),
    ),
    `${slow.filter(({ judged }) => judged === 'pass').length} of ${slow.length}`,
    `${rushed.filter(({ judged }) => judged === 'fail').length} of ${rushed.length}`,
  ];
}

function judgedPace(dictation: Dictation): DictationResult['judged'] {
  const rates = judgeDictation(dictation).filter(({ id }) => id === 'digits-per-second' || id === 'group-digits-per-second');
  return worstFigure(rates);
}
