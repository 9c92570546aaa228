import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  carCabin,
  type Noise,
  type NoisyLineOptions,
  openNoisyLine,
  type PhoneLine,
  recordedNoise,
  spokenParts,
  type Waveform,
} from '@ringback/speech';
import { decodeRecording, openPhoneLine } from '@ringback/speech/node';
import { readWaveform } from './hearing.ts';
import type { ScriptText } from './script-texts.ts';
import { run, spokenBy, TUNING_VOICES } from './script-voices.ts';

const LINE_RATE = 8_000;
const FULL_SCALE = 32_768;

/** The telephone lines a take goes over: landline, two mobile networks, a call over the internet. */
export async function telephoneLines(): Promise<PhoneLine[]> {
  return [await openPhoneLine('g711'), await openPhoneLine('gsm'), await openPhoneLine('amr'), internetCall()];
}

/** Opus at 12 kbit/s, 8 kHz, by ffmpeg. */
function internetCall(): PhoneLine {
  return {
    name: 'Opus 12 kbit/s',
    async carry(samples, signal = new AbortController().signal) {
      const bytes = Buffer.alloc(samples.length * 2);
      for (const [i, sample] of samples.entries()) {
        bytes.writeInt16LE(Math.max(1 - FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE))), i * 2);
      }
      const format = ['-f', 's16le', '-ar', String(LINE_RATE), '-ac', '1', '-i', 'pipe:0'];
      const coder = ['-c:a', 'libopus', '-application', 'voip', '-b:a', '12k', '-f', 'ogg', 'pipe:1'];
      const coded = await run('ffmpeg', ['-v', 'error', ...format, ...coder], signal, bytes);
      const { waveform } = await decodeRecording(coded, { signal });
      const step = waveform.sampleRate / LINE_RATE;
      return Float32Array.from(samples, (_, i) => waveform.samples[Math.round(i * step)] ?? 0);
    },
  };
}

/** What is heard behind the speaker: a car, the street of the data folder, other people who say these `texts`. */
export async function backgroundNoises(dataFolder: string, texts: readonly ScriptText[], signal: AbortSignal): Promise<Noise[]> {
  const folder = join(dataFolder, 'noise');
  const [street] = (await readdir(folder)).filter((file) => file.endsWith('.wav'));
  if (street === undefined) throw new Error(`There is no recording of a street in "${folder}".`);
  return [carCabin(), await recordedNoise('street', await readWaveform(join(folder, street), signal)), await babble(texts, signal)];
}

/** Six who read at once, none of whom is understood. */
async function babble(texts: readonly ScriptText[], signal: AbortSignal): Promise<Noise> {
  const mixed = new Float32Array(LINE_RATE * 3 * 12);
  for (const [i, { script }] of texts.slice(0, 6).entries()) {
    const voice = TUNING_VOICES[i % TUNING_VOICES.length];
    if (voice === undefined) continue;
    const { samples, sampleRate } = await spokenBy(voice, script, signal);
    const step = sampleRate / (LINE_RATE * 3);
    for (let at = 0; at < mixed.length; at++) {
      mixed[at] = (mixed[at] ?? 0) + (samples[Math.round(at * step + i * sampleRate) % samples.length] ?? 0);
    }
  }
  return recordedNoise('people talking', { samples: mixed, sampleRate: LINE_RATE * 3 });
}

/** The recording as it arrives over the line, with speech so many dB over the noise. */
export async function overLine(waveform: Waveform, snrDb: number, options: NoisyLineOptions): Promise<Waveform> {
  const noisy = await openNoisyLine(waveform, spokenParts(waveform), options);
  return noisy.at(snrDb, 0);
}
