import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMoonshine, createSpeechDetector } from '@ringback/speech/node';
import { hear, readWaveform } from './hearing.ts';
import { type Judged, reliabilityTable } from './reliability.ts';
import { type Section, type SectionContext, table } from './section.ts';
import { alignWords, type ComparedWord, compared, digitOf, quantile, seconds } from './wording.ts';

/** One recording of `digits/digits.json`, as far as it is measured. */
interface DigitRecording {
  file: string;
  pace: string;
  digits: { digit: number; start: number; end: number }[];
}

interface DigitResult {
  recording: DigitRecording;
  heard: string;
  exact: boolean;
  empty: boolean;
  startErrors: number[];
  judged: Judged[];
}

/** Spoken phone numbers: are all digits heard, and is each placed where it is spoken? */
export const digitsSection: Section = {
  name: 'digits',
  title: 'Spoken digits',
  async run(context) {
    const results = await measure(context);
    const exact = results.filter((result) => result.exact);
    const errors = exact.flatMap(({ startErrors }) => startErrors);
    const paces = [...new Set(results.map(({ recording }) => recording.pace))];
    const rows = [...paces, 'all'].map((pace) => {
      const some = results.filter(({ recording }) => pace === 'all' || recording.pace === pace);
      const right = some.filter((result) => result.exact);
      const starts = right.flatMap(({ startErrors }) => startErrors);
      return [
        pace,
        some.length,
        right.length,
        some.filter(({ empty }) => empty).length,
        starts.length,
        seconds(quantile(starts, 0.5)),
        seconds(quantile(starts, 0.9)),
      ];
    });
    const wrong = results.filter((result) => !result.exact);
    return [
      table(['pace', 'recordings', 'all digits exact', 'no words', 'digits timed', 'start error median (s)', 'start error 90th (s)'], rows),
      `All digits exact in ${exact.length} of ${results.length}; start error over ${errors.length} digits of those: median ${seconds(quantile(errors, 0.5))} s, 90th percentile ${seconds(quantile(errors, 0.9))} s.`,
      wrong.length === 0
        ? ''
        : table(
            ['not exact', 'spoken', 'heard'],
            wrong.map(({ recording, heard }) => [recording.file, spoken(recording), heard || '(nothing)']),
          ),
      'Confidence of single digits:',
      reliabilityTable(results.flatMap(({ judged }) => judged)),
    ].join('\n\n');
  },
};

async function measure({ dataFolder, signal, progress }: SectionContext): Promise<DigitResult[]> {
  const folder = join(dataFolder, 'digits');
  const recordings = JSON.parse(await readFile(join(folder, 'digits.json'), 'utf8')) as DigitRecording[];
  const [recogniser, detector] = await Promise.all([createMoonshine(), createSpeechDetector()]);
  const results: DigitResult[] = [];
  for (const recording of recordings) {
    progress(recording.file);
    const transcript = await hear(recogniser, await readWaveform(join(folder, recording.file), signal), signal, detector);
    const heard = compared(transcript.words).filter(({ text }) => digitOf(text) >= 0);
    results.push({ ...judge(recording, heard), empty: transcript.words.length === 0 });
  }
  await Promise.all([recogniser.close(), detector.close()]);
  return results;
}

function judge(recording: DigitRecording, heard: readonly ComparedWord[]): Omit<DigitResult, 'empty'> {
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
  const exact = reference.join('') === written.join('');
  return { recording, heard: written.join(''), exact, startErrors, judged };
}

function spoken({ digits }: DigitRecording): string {
  return digits.map(({ digit }) => digit).join('');
}
