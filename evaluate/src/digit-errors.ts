import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { durationOf } from '@ringback/speech';
import { createMoonshine, createSpeechDetector } from '@ringback/speech/node';
import { hear, readWaveform } from './hearing.ts';
import { type SectionContext, table } from './section.ts';
import { alignWords, compared, comparedText, digitOf, errorsIn } from './wording.ts';

/** Digits changed, left out and put in. */
export function digitErrors(spoken: string, heard: string): number {
  return errorsIn(alignWords([...spoken], [...heard]), [...spoken], [...heard]);
}

const NONE = '-';
const COLUMNS = [...'0123456789', NONE];

/** How often each digit was heard as each other; only rows with an error. */
export function confusionTable(said: readonly { spoken: string; heard: string }[]): string {
  const counts = new Map<string, number>();
  for (const { spoken, heard } of said) {
    for (const [r, h] of alignWords([...spoken], [...heard])) {
      const pair = `${r === null ? NONE : spoken[r]}${h === null ? NONE : heard[h]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const rows = COLUMNS.map((from) => [from, ...COLUMNS.map((to) => counts.get(from + to) ?? '')]);
  return table(['', ...COLUMNS], rows);
}

/** Digits in a row from which they could be a number. */
const MIN_ROW = 3;

/** Digits written in recordings of `speech/` in which none is said, in rows that could be a number. */
export async function spottingText({ dataFolder, signal, progress }: SectionContext): Promise<string> {
  const folder = join(dataFolder, 'speech');
  const manifest = await readFile(join(folder, 'manifest.jsonl'), 'utf8').catch(() => '');
  const listed = manifest
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { file: string; transcript: string | null });
  const [recogniser, detector] = await Promise.all([createMoonshine(), createSpeechDetector()]);
  let [digits, seconds, recordings] = [0, 0, 0];
  for (const { file, transcript } of listed) {
    if (!transcript || comparedText(transcript).some((word) => digitOf(word) >= 0)) continue;
    progress(file);
    const waveform = await readWaveform(join(folder, file), signal);
    digits += inRows(compared((await hear(recogniser, waveform, signal, detector)).words).map(({ text }) => digitOf(text) >= 0));
    seconds += durationOf(waveform);
    recordings += 1;
  }
  await Promise.all([recogniser.close(), detector.close()]);
  if (recordings === 0) return 'No speech without digits was at hand to look for false ones in.';
  return `False digits in rows of ${MIN_ROW} or more on ${recordings} recordings in which none is said (${seconds.toFixed(0)} s): ${digits}, ${((60 * digits) / seconds).toFixed(2)} a minute.`;
}

function inRows(isDigit: readonly boolean[]): number {
  let [count, run] = [0, 0];
  for (const digit of [...isDigit, false]) {
    if (digit) run += 1;
    else {
      if (run >= MIN_ROW) count += run;
      run = 0;
    }
  }
  return count;
}
