import {
  type Artifacts,
  alignDigits,
  type Gathered,
  judgeDictation,
  type Legibility,
  measureDictation,
  type PhoneNumber,
  RingbackError,
  readMessage,
  usualGroupSizes,
  worstFigure,
} from '@ringback/core';
import { type GradeOptions, gradeNumber, type LegibilityMode, phrasesOf, type Waveform } from '@ringback/speech';
import { type GatherOptions, gatherRecording } from '../gather.ts';
import { parsePhoneNumber } from './expect.ts';
import type { ExaminedNumber, Expectation, NumberReport } from './report.ts';

/** Options of `examineNumber`. */
export interface ExamineOptions extends Omit<GatherOptions, 'legibility'> {
  /** Default "quick". */
  mode?: LegibilityMode;
  /** The number that should be heard, such as "+14155550142"; a national one is read in `region`. */
  expect?: string;
  /** ISO 3166 country of numbers without a country code; default "US". */
  region?: string;
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
  const message = heard.ok ? readMessage(heard.value, { region, ...options.reading }) : null;
  const numbers: ExaminedNumber[] = [];
  for (const number of message?.phoneNumbers ?? []) {
    const phrases = message === null ? [] : phrasesOf(message);
    numbers.push(await examineOne(number, artifacts, waveform, { ...options, phrases: numbers.length === 0 ? phrases : [] }));
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

function whyNothing({ transcript }: Artifacts): string {
  if (!transcript.ok) return `No number was heard: ${transcript.reason}`;
  if (transcript.value.words.length === 0) return 'Nobody speaks in this recording, so there is no number in it.';
  return 'Someone speaks, but says no telephone number that could be made out.';
}

async function examineOne(
  number: PhoneNumber,
  artifacts: Artifacts,
  waveform: Waveform,
  options: ExamineOptions & Pick<GradeOptions, 'phrases'>,
): Promise<ExaminedNumber> {
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
    legibility: dictation === null ? null : await grade(number, waveform, options),
  };
}

async function grade(
  number: PhoneNumber,
  waveform: Waveform,
  options: ExamineOptions & Pick<GradeOptions, 'phrases'>,
): Promise<Gathered<Legibility>> {
  const { mode = 'quick', seed, noise, line, phrases, signal, onProgress } = options;
  try {
    const value = await gradeNumber(waveform, number, options.recogniser, {
      mode,
      ...(seed !== undefined && { seed }),
      ...(noise && { noise }),
      ...(line && { line }),
      ...(phrases && { phrases }),
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof RingbackError) return { ok: false, reason: error.message };
    throw error;
  }
}

/** The expected number may be heard with or without its country code. */
function meets(expected: { e164: string; national: string }, numbers: readonly ExaminedNumber[]): Expectation {
  if (numbers.some((number) => number.e164 === expected.e164)) return { e164: expected.e164, heard: true, nearest: null };
  const laid = numbers.map(({ digits }) => ({ ...alignDigits(expected.national, digits), digits }));
  const right = ({ heard, extra }: (typeof laid)[number]) =>
    heard.filter((digit, place) => digit === expected.national[place]).length - extra;
  const nearest = laid.reduce<(typeof laid)[number] | null>(
    (best, next) => (best === null || right(next) > right(best) ? next : best),
    null,
  );
  return { e164: expected.e164, heard: false, nearest };
}
