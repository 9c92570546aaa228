import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findContacts, type PhoneNumber } from '@ringback/core';
import { confusionTable, digitErrors, spottingText } from './digit-errors.ts';
import { earsOf } from './digit-folds.ts';
import { hear, readWaveform } from './hearing.ts';
import { type Judged, reliabilityTable } from './reliability.ts';
import { type Section, type SectionContext, table } from './section.ts';
import { alignWords, type ComparedWord, compared, digitOf, quantile, seconds } from './wording.ts';

/** One recording of `digits/digits.json`, as far as it is measured. */
interface DigitRecording {
  file: string;
  number: string;
  speaker: string;
  pace: string;
  repeated: boolean;
  digits: { digit: number; start: number; end: number }[];
}

/** What was heard in one recording, digit by digit, and what the product makes of it. */
interface DigitResult {
  recording: DigitRecording;
  spoken: string;
  heard: string;
  exact: boolean;
  empty: boolean;
  numbers: PhoneNumber[];
  startErrors: number[];
  judged: Judged[];
}

/** Spoken phone numbers: are all digits heard, is each placed where it is spoken, and is the number told as it was said? */
export const digitsSection: Section = {
  name: 'digits',
  title: 'Spoken digits',
  async run(context) {
    const results = await measure(context);
    const wrong = results.filter((result) => !result.exact);
    const said = results.map(({ spoken, heard }) => ({ spoken, heard }));
    return [
      context.digitFolds === undefined
        ? 'Heard with the head that comes with the product; its card (`packages/speech/weights/digit-head`) says which recorded speakers it was trained on.'
        : 'Each speaker is heard with a head that was trained without any recording of that speaker.',
      table(HEAD, [...rowsBy(results, 'pace'), ...rowsBy(results, 'speaker'), ...rowsOf(results)]),
      numbersText(results),
      wrong.length === 0
        ? ''
        : table(
            ['not exact', 'spoken', 'heard'],
            wrong.map(({ recording, spoken, heard }) => [recording.file, spoken, heard || '(nothing)']),
          ),
      'Digits heard as others (rows: spoken; columns: heard; "-" is left out or put in):',
      confusionTable(said),
      'Confidence of single digits:',
      reliabilityTable(results.flatMap(({ judged }) => judged)),
      await spottingText(context),
    ].join('\n\n');
  },
};

const HEAD = [
  'of',
  'recordings',
  'all digits exact',
  'number told exactly',
  'digit error rate',
  'no words',
  'start error median (s)',
  'start error 90th (s)',
];

function rowsBy(results: readonly DigitResult[], key: 'pace' | 'speaker'): (string | number)[][] {
  const values = [...new Set(results.map(({ recording }) => recording[key]))];
  return values.map((value) =>
    row(
      value,
      results.filter(({ recording }) => recording[key] === value),
    ),
  );
}

function rowsOf(results: readonly DigitResult[]): (string | number)[][] {
  const isUnhurried = ({ recording }: DigitResult) => recording.pace === 'slow' || recording.pace === 'medium';
  return [
    row('slow and medium', results.filter(isUnhurried)),
    row(
      'said twice',
      results.filter(({ recording }) => recording.repeated),
    ),
    row('all', results),
  ];
}

function row(name: string, some: readonly DigitResult[]): (string | number)[] {
  const starts = some.flatMap(({ startErrors }) => startErrors);
  const count = some.reduce((sum, { spoken }) => sum + spoken.length, 0);
  const errors = some.reduce((sum, { spoken, heard }) => sum + digitErrors(spoken, heard), 0);
  return [
    name,
    some.length,
    some.filter(({ exact }) => exact).length,
    some.filter(isToldExactly).length,
    `${((100 * errors) / count).toFixed(1)} %`,
    some.filter(({ empty }) => empty).length,
    seconds(quantile(starts, 0.5)),
    seconds(quantile(starts, 0.9)),
  ];
}

/** One number, with just the digits said, as often as it was said. */
function isToldExactly({ recording: { number, repeated }, numbers }: DigitResult): boolean {
  const [only] = numbers;
  return numbers.length === 1 && only?.digits === number && only.mentions.length === (repeated ? 2 : 1);
}

function numbersText(results: readonly DigitResult[]): string {
  const part = results.filter(({ spoken, numbers }) => numbers.some(({ digits }) => digits.length < 10 && spoken.includes(digits)));
  const joined = results.filter(({ recording, numbers }) => recording.repeated && numbers.some(({ digits }) => digits.length > 10));
  return `Told with digits cut off: ${part.length}; joined over a repetition: ${joined.length}.`;
}

async function measure({ dataFolder, digitFolds, signal, progress }: SectionContext): Promise<DigitResult[]> {
  const folder = join(dataFolder, 'digits');
  const recordings = JSON.parse(await readFile(join(folder, 'digits.json'), 'utf8')) as DigitRecording[];
  const ears = await earsOf(digitFolds);
  const results: DigitResult[] = [];
  for (const recording of recordings) {
    progress(recording.file);
    const waveform = await readWaveform(join(folder, recording.file), signal);
    const transcript = await hear(await ears.recogniserFor(recording.speaker), waveform, signal, ears.detector);
    const heard = compared(transcript.words).filter(({ text }) => digitOf(text) >= 0);
    const { phoneNumbers: numbers } = findContacts(transcript);
    results.push({ ...judge(recording, heard), numbers, empty: transcript.words.length === 0 });
  }
  await ears.close();
  return results;
}

function judge(recording: DigitRecording, heard: readonly ComparedWord[]): Omit<DigitResult, 'empty' | 'numbers'> {
  const reference = recording.digits.map(({ digit }) => String(digit));
  const written = heard.map(({ text }) => String(digitOf(text)));
  const startErrors: number[] = [];
  const judged: Judged[] = [];
  for (const [r, h] of alignWords(reference, written)) {
    if (h === null) continue;
    const right = r !== null && reference[r] === written[h];
    judged.push({ confidence: heard[h]?.confidence ?? 0, right });
    const error = Math.abs((heard[h]?.start ?? Number.NaN) - (recording.digits[r ?? -1]?.start ?? Number.NaN));
    if (right && Number.isFinite(error)) startErrors.push(error);
  }
  const [spoken, said] = [reference.join(''), written.join('')];
  return { recording, spoken, heard: said, exact: spoken === said, startErrors, judged };
}
