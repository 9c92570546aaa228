import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Span } from '@ringback/core';

/** One recording of the data folder. */
export interface DataRecording {
  /** File name. */
  name: string;
  path: string;
  /** "digits", or the kind the manifest gives. */
  kind: string;
  /** Where someone speaks, by hand, by construction or by an aligner; null where unknown. */
  spoken: readonly Span[] | null;
}

interface DigitItem {
  file: string;
  digits: Span[];
}

interface SpeechItem {
  file: string;
  kind: string;
  wordTimings?: Span[];
}

/** Every recording under `digits/` and `speech/`, in the order of the manifests. */
export async function readRecordings(dataFolder: string): Promise<DataRecording[]> {
  const digits = JSON.parse(await readFile(join(dataFolder, 'digits', 'digits.json'), 'utf8')) as DigitItem[];
  const manifest = await readFile(join(dataFolder, 'speech', 'manifest.jsonl'), 'utf8');
  const speech = manifest
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as SpeechItem);
  return [
    ...digits.map(({ file, digits: spoken }) => ({ name: file, path: join(dataFolder, 'digits', file), kind: 'digits', spoken })),
    ...speech.map(({ file, kind, wordTimings }) => ({
      name: file,
      path: join(dataFolder, 'speech', file),
      kind,
      spoken: wordTimings ?? null,
    })),
  ];
}

/** The first sound file under `noise/`, or null. */
export async function noiseFile(dataFolder: string): Promise<string | null> {
  const names = await readdir(join(dataFolder, 'noise')).catch(() => []);
  const name = names.find((file) => /\.(wav|mp3|flac|ogg)$/.test(file));
  return name === undefined ? null : join(dataFolder, 'noise', name);
}
