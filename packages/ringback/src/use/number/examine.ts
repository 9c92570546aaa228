import {
  type Artifacts,
  alignDigits,
  findContacts,
  type Gathered,
  judgeDictation,
  type Legibility,
  measureDictation,
  type PhoneNumber,
  type Reader,
  RingbackError,
  readMessage,
  type Transcript,
  usualGroupSizes,
  worstFigure,
} from '@ringback/core';
import { type GradeOptions, gradeNumber, type LegibilityMode, phrasesOf, type Waveform } from '@ringback/speech';
import { type FileGatherOptions, gatherRecording } from '../gather.ts';
import { parsePhoneNumber } from './expect.ts';
import { whyNothing } from './nothing.ts';
import type { ExaminedNumber, Expectation, NumberReport } from './report.ts';

/** Options of `examineNumber`. */
export interface ExamineOptions extends Omit<FileGatherOptions, 'legibility'> {
  /** Default "quick". */
  mode?: LegibilityMode;
  /** The number that should be heard, such as "+14155550142"; a national one is read in `region`. */
  expect?: string;
  seed?: number;
  /** Noise of the drive test; default a car's cabin. */
  noise?: GradeOptions['noise'];
  /** Telephone line of the drive test; default G.711. */
  line?: GradeOptions['line'];
}

/**
 * Listens for the telephone numbers of a recording and tells of each how it was dictated and how far it survives a phone in a car.
 * @throws RingbackError when the bytes are no recording, or `expect` is no complete number.
 */
export async function examineNumber(bytes: Uint8Array, options: ExamineOptions): Promise<NumberReport> {
  const region = options.region ?? 'US';
  const expected = options.expect === undefined ? null : parsePhoneNumber(options.expect, region);
  const { artifacts, waveform } = await gatherRecording(bytes, { ...options, legibility: 'none' });
  const heard = artifacts.transcript;
  const message = heard.ok ? readWith(options.reader, heard.value, region) : null;
  const numbers: ExaminedNumber[] = [];
  const found = message?.phoneNumbers ?? [];
  const misheard = expected === null ? null : misheardAs(expected, found);
  for (const number of found) {
    const phrases = message === null || numbers.length > 0 ? [] : phrasesOf(message);
    const meant = number === misheard?.number ? { expected: misheard.expected } : {};
    numbers.push(await examineOne(number, artifacts, waveform, { ...options, phrases, meant }));
  }
  return {
    numberReportVersion: 1,
    source: { name: options.name, durationSec: artifacts.source.durationSec },
    text: heard.ok ? heard.value.text : '',
    numbers,
    nothing: numbers.length > 0 ? null : whyNothing(artifacts),
    expected: expected === null ? null : meets(expected, numbers),
  };
}

function readWith(reader: Reader | undefined, transcript: Transcript, region: string) {
  return reader ? readMessage(transcript, { reader, region }) : { moves: [], ...findContacts(transcript, { region }) };
}

/** Digits of the expected number that must be heard in their place for the number to be the expected one misheard. House rule. */
const MISHEARD_SHARE = 0.7;

/**
 * The number that is the expected one misheard, with the expected digits as they were said: with the country code or without. Null when
 * the expected number was heard, or nothing comes near it.
 */
function misheardAs(
  { e164, national }: { e164: string; national: string },
  numbers: readonly PhoneNumber[],
): { number: PhoneNumber; expected: NonNullable<GradeOptions['expected']> } | null {
  if (numbers.some((number) => number.e164 === e164)) return null;
  const candidates = numbers.flatMap((number) =>
    [national, e164.slice(1)].map((digits) => ({ number, expected: { e164, digits }, right: rightDigits(digits, number.digits) })),
  );
  const nearest = candidates.reduce<(typeof candidates)[number] | null>(
    (best, next) => (best === null || next.right > best.right ? next : best),
    null,
  );
  return nearest !== null && nearest.right >= MISHEARD_SHARE * nearest.expected.digits.length ? nearest : null;
}

/** Digits heard in their place, less those that answer to none. */
function rightDigits(expected: string, digits: string): number {
  const { heard, extra } = alignDigits(expected, digits);
  return heard.filter((digit, place) => digit === expected[place]).length - extra;
}

/** How one number is examined. */
interface OneOptions extends ExamineOptions, Pick<GradeOptions, 'phrases'> {
  /** What was meant, where it was understood otherwise. */
  meant: Pick<GradeOptions, 'expected'>;
}

async function examineOne(number: PhoneNumber, artifacts: Artifacts, waveform: Waveform, options: OneOptions): Promise<ExaminedNumber> {
  const { sound, source } = artifacts;
  const usualGroups = usualGroupSizes(number);
  const dictation = measureDictation({
    number,
    durationSec: source.durationSec,
    activity: sound?.activity.ok ? sound.activity.value : null,
    level: sound?.level.ok ? sound.level.value : null,
    pitch: sound?.pitch.ok ? sound.pitch.value : null,
    ...(usualGroups && { usualGroups }),
  });
  const figures = dictation === null ? [] : judgeDictation(dictation);
  return {
    e164: number.e164,
    digits: number.digits,
    ...(number.extension === undefined ? {} : { extension: number.extension }),
    timesSaid: number.mentions.length,
    status: dictation === null ? 'unknown' : worstFigure(figures),
    dictation,
    figures,
    ...(dictation !== null && { tested: testedOf(number, options.meant.expected) }),
    legibility: dictation === null ? null : await grade(number, waveform, options),
  };
}

function testedOf(number: PhoneNumber, expected: GradeOptions['expected']): NonNullable<ExaminedNumber['tested']> {
  return expected === undefined ? { digits: number.digits, as: 'heard' } : { digits: expected.digits, as: 'expected' };
}

async function grade(number: PhoneNumber, waveform: Waveform, options: OneOptions): Promise<Gathered<Legibility>> {
  const { mode = 'quick', seed, noise, line, phrases, signal, onProgress } = options;
  try {
    const value = await gradeNumber(waveform, number, options.recogniser, {
      mode,
      ...(seed !== undefined && { seed }),
      ...(noise && { noise }),
      ...(line && { line }),
      ...(phrases && { phrases }),
      ...options.meant,
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof RingbackError && error.kind === 'input') return { ok: false, reason: error.message };
    throw error;
  }
}

/** The expected number may be heard with or without its country code. */
function meets(expected: { e164: string; national: string }, numbers: readonly ExaminedNumber[]): Expectation {
  if (numbers.some((number) => number.e164 === expected.e164)) return { e164: expected.e164, heard: true, nearest: null };
  const laid = numbers.map(({ digits }) => ({ ...alignDigits(expected.national, digits), digits }));
  const right = ({ digits }: (typeof laid)[number]) => rightDigits(expected.national, digits);
  const nearest = laid.reduce<(typeof laid)[number] | null>(
    (best, next) => (best === null || right(next) > right(best) ? next : best),
    null,
  );
  return { e164: expected.e164, heard: false, nearest };
}
