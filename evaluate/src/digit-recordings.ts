import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Waveform } from '@ringback/speech';
import { readWaveform } from './hearing.ts';

/** One recording of `digits/digits.json` with its sound. */
export interface SpokenNumber {
  file: string;
  number: string;
  speaker: string;
  pace: string;
  digitsPerSec: number;
  durationSec: number;
  digits: { digit: number; start: number; end: number; group: number }[];
  waveform: Waveform;
}

/** Every digit recording of the data folder. */
export async function readSpokenNumbers(dataFolder: string, signal: AbortSignal): Promise<SpokenNumber[]> {
  const folder = join(dataFolder, 'digits');
  const listed = JSON.parse(await readFile(join(folder, 'digits.json'), 'utf8')) as Omit<SpokenNumber, 'waveform'>[];
  const read: SpokenNumber[] = [];
  for (const recording of listed) {
    // A number said twice is tried once, as a review tries its clearest time: told ten digits, no listener finds them in twenty.
    const digits = recording.digits.slice(0, recording.number.length);
    read.push({ ...recording, digits, waveform: await readWaveform(join(folder, recording.file), signal) });
  }
  return read;
}

/** Gaps of a layout in seconds. */
export interface Layout {
  inner: number;
  group: number;
}

const EDGE_SEC = 0.3;
/** Seconds of the fade at each cut, so that no click is made. */
const FADE_SEC = 0.004;

/** The same spoken digits with other silences between them: what changes is the layout alone. */
export function relaid(recording: SpokenNumber, layout: Layout): SpokenNumber {
  const { samples, sampleRate } = recording.waveform;
  let time = EDGE_SEC;
  const digits = recording.digits.map((digit, index) => {
    const next = recording.digits[index + 1];
    const placed = { ...digit, start: time, end: time + digit.end - digit.start };
    time = placed.end + (next === undefined ? EDGE_SEC : next.group === digit.group ? layout.inner : layout.group);
    return placed;
  });
  const result = new Float32Array(Math.ceil(time * sampleRate));
  digits.forEach((digit, index) => {
    const from = Math.round((recording.digits[index]?.start ?? 0) * sampleRate);
    const to = Math.round(digit.start * sampleRate);
    const length = Math.round((digit.end - digit.start) * sampleRate);
    const fade = FADE_SEC * sampleRate;
    for (let at = 0; at < length; at += 1) {
      result[to + at] = (samples[from + at] ?? 0) * Math.min(1, (at + 1) / fade, (length - at) / fade);
    }
  });
  const first = digits[0]?.start ?? 0;
  const last = digits.at(-1)?.end ?? time;
  return {
    ...recording,
    digits,
    durationSec: time,
    digitsPerSec: digits.length / (last - first),
    waveform: { samples: result, sampleRate },
  };
}
