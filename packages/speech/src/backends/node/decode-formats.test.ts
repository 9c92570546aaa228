import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wavFile } from '../../decode/synthetic.fixture.ts';
import { voice } from '../../prosody/synthetic.fixture.ts';
import { decimate } from '../../signal/decimate.ts';
import { trackLevel } from '../../signal/level.ts';
import type { Waveform } from '../../signal/waveform.ts';
import { decodeRecording } from './decode.ts';

/** Seconds: a sound with silence at its start and in its middle. */
const SOURCE_SEC = 3;
const RATE = 16_000;
/** Hz: enough to tell sounds apart and to find delays of a millisecond. */
const COMPARED_RATE = 4000;
const source = voice({
  seconds: SOURCE_SEC,
  sampleRate: RATE,
  pitch: (t) => (t < 0.4 || (t > 1.2 && t < 1.8) || t > 2.7 ? 0 : 120 + 15 * t),
});

interface Recipe {
  file: string;
  container: string;
  codec: string;
  /** Arguments after `sox source.wav`, or of ffmpeg after its input. */
  sox?: string;
  ffmpeg?: string;
  /** Least correlation with the source. */
  likeness: number;
  /** What is compared: a vocoder keeps the envelope, and not the shape of the wave. */
  by?: 'envelope';
  /** Seconds by which codec frames may lengthen the recording. */
  slackSec?: number;
  /** Seconds by which the sound may be late: encoders put silence first, and not every container says how much. */
  lateSec?: number;
}

const EXACT = 0.999;
const recipes: Recipe[] = [
  { file: 'a.wav', sox: '-b 16', container: 'wav', codec: 'pcm_s16le', likeness: EXACT },
  { file: 'u8.wav', sox: '-b 8 -e unsigned', container: 'wav', codec: 'pcm_u8', likeness: 0.99 },
  { file: 's24.wav', sox: '-b 24', container: 'wav', codec: 'pcm_s24le', likeness: EXACT },
  { file: 's32.wav', sox: '-b 32', container: 'wav', codec: 'pcm_s32le', likeness: EXACT },
  { file: 'f32.wav', sox: '-e float -b 32', container: 'wav', codec: 'pcm_f32le', likeness: EXACT },
  { file: 'f64.wav', sox: '-e float -b 64', container: 'wav', codec: 'pcm_f64le', likeness: EXACT },
  { file: 'two.wav', sox: '-c 2', container: 'wav', codec: 'pcm_s16le', likeness: EXACT },
  { file: 'mulaw.wav', sox: '-r 8000 -e mu-law', container: 'wav', codec: 'mulaw', likeness: 0.99 },
  { file: 'alaw.wav', sox: '-r 8000 -e a-law', container: 'wav', codec: 'alaw', likeness: 0.99 },
  { file: 'ima.wav', sox: '-e ima-adpcm', container: 'wav', codec: 'adpcm_ima_wav', likeness: 0.99 },
  { file: 'ms.wav', sox: '-e ms-adpcm', container: 'wav', codec: 'adpcm_ms', likeness: 0.99 },
  { file: 'ima2.wav', ffmpeg: '-ac 2 -c:a adpcm_ima_wav', container: 'wav', codec: 'adpcm_ima_wav', likeness: 0.99, slackSec: 0.13 },
  { file: 'ms2.wav', ffmpeg: '-ac 2 -c:a adpcm_ms', container: 'wav', codec: 'adpcm_ms', likeness: 0.99, slackSec: 0.13 },
  {
    file: 'wav49.wav',
    sox: '-r 8000 -e gsm-full-rate',
    container: 'wav',
    codec: 'gsm_ms',
    likeness: 0.9,
    slackSec: 0.04,
  },
  { file: 'a.gsm', sox: '-r 8000', container: 'gsm', codec: 'gsm', likeness: 0.9, slackSec: 0.02 },
  {
    file: 'a.amr-nb',
    sox: '-r 8000 -C 7',
    container: 'amr',
    codec: 'amr-nb',
    likeness: 0.95,
    by: 'envelope',
    slackSec: 0.02,
    lateSec: 0.02,
  },
  { file: 'a.au', sox: '-e mu-law', container: 'au', codec: 'mulaw', likeness: 0.99 },
  { file: 'a.aiff', sox: '-b 16', container: 'aiff', codec: 'pcm_s16be', likeness: EXACT },
  { file: 'f32.caf', ffmpeg: '-c:a pcm_f32le', container: 'caf', codec: 'pcm_f32le', likeness: EXACT },
  { file: 'a.flac', sox: '', container: 'flac', codec: 'flac', likeness: EXACT },
  { file: 'a.oga', ffmpeg: '-c:a flac', container: 'ogg', codec: 'flac', likeness: EXACT },
  { file: 'a.ogg', ffmpeg: '-c:a libvorbis', container: 'ogg', codec: 'vorbis', likeness: 0.98 },
  { file: 'a.opus', ffmpeg: '-c:a libopus', container: 'ogg', codec: 'opus', likeness: 0.98 },
  { file: 'a.webm', ffmpeg: '-c:a libopus', container: 'webm', codec: 'opus', likeness: 0.98, slackSec: 0.03 },
  { file: 'opus.mp4', ffmpeg: '-c:a libopus', container: 'mp4', codec: 'opus', likeness: 0.98, slackSec: 0.03 },
  { file: 'a.mp3', ffmpeg: '-c:a libmp3lame', container: 'mp3', codec: 'mp3', likeness: 0.98, slackSec: 0.12 },
  { file: 'mp3.wav', ffmpeg: '-c:a libmp3lame', container: 'wav', codec: 'mp3', likeness: 0.98, slackSec: 0.12, lateSec: 0.08 },
  { file: 'a.m4a', ffmpeg: '-c:a aac', container: 'mp4', codec: 'aac', likeness: 0.98, slackSec: 0.13 },
  {
    file: 'fragments.m4a',
    ffmpeg: '-c:a aac -movflags frag_keyframe+empty_moov',
    container: 'mp4',
    codec: 'aac',
    likeness: 0.98,
    slackSec: 0.13,
    lateSec: 0.08,
  },
  { file: 'a.aac', ffmpeg: '-c:a aac', container: 'adts', codec: 'aac', likeness: 0.98, slackSec: 0.13, lateSec: 0.08 },
  { file: 'alac.m4a', ffmpeg: '-c:a alac', container: 'mp4', codec: 'alac', likeness: EXACT },
  { file: 'a.g722', ffmpeg: '-c:a g722', container: 'raw', codec: 'g722', likeness: 0.95, slackSec: 0.01 },
  { file: 'a.ulaw', ffmpeg: '-ar 8000 -c:a pcm_mulaw -f mulaw', container: 'raw', codec: 'mulaw', likeness: 0.99 },
  { file: 'a.al', ffmpeg: '-ar 8000 -c:a pcm_alaw -f alaw', container: 'raw', codec: 'alaw', likeness: 0.99 },
  { file: 'a.sln16', ffmpeg: '-c:a pcm_s16le -f s16le', container: 'raw', codec: 'pcm_s16le', likeness: EXACT },
  { file: 'a.wma', ffmpeg: '-c:a wmav2', container: 'asf', codec: 'wma', likeness: 0.95, slackSec: 0.15, lateSec: 0.06 },
];

const installed = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const hasSox = installed('sox');
const hasFfmpeg = installed('ffmpeg');
const TIME_TOLERANCE_SEC = 0.01;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-formats-'));
  writeFileSync(join(folder, 'source.wav'), wavFile({ samples: source.samples, sampleRate: RATE, coding: 's16le' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function make(recipe: Recipe): Uint8Array {
  const [from, to] = [join(folder, 'source.wav'), join(folder, recipe.file)];
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
  const made =
    recipe.sox === undefined
      ? spawnSync('ffmpeg', ['-v', 'error', '-y', '-i', from, ...words(recipe.ffmpeg ?? ''), to])
      : spawnSync('sox', ['-D', from, ...words(recipe.sox), to]);
  if (made.status !== 0) throw new Error(`could not make ${recipe.file}: ${made.stderr.toString()}`);
  return readFileSync(to);
}

/** Amplitude every 10 ms, as a sound of its own. */
function envelopeOf(sound: Waveform): Waveform {
  const { values, stepSec } = trackLevel(sound);
  return { samples: Float32Array.from(values, (level) => 10 ** ((level ?? 0) / 20)), sampleRate: Math.round(1 / stepSec) };
}

/** The best correlation of two sounds, and the seconds by which the second is late there. */
function compare(a: Waveform, b: Waveform): { likeness: number; lateSec: number } {
  const most = Math.round(0.2 * a.sampleRate);
  let found = { likeness: 0, lateSec: 0 };
  for (let lag = -most; lag <= most; lag += 1) {
    let [ab, aa, bb] = [0, 0, 0];
    for (let i = Math.max(0, -lag); i < a.samples.length && i + lag < b.samples.length; i += 1) {
      const x = a.samples[i] ?? 0;
      const y = b.samples[i + lag] ?? 0;
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    const likeness = ab / Math.sqrt(aa * bb || 1);
    if (likeness > found.likeness) found = { likeness, lateSec: lag / a.sampleRate };
  }
  return found;
}

describe('every format, made from one source', () => {
  it.each(recipes.filter(({ sox }) => (sox === undefined ? hasFfmpeg : hasSox)))('$file ($codec)', async (recipe) => {
    const { waveform, recording } = await decodeRecording(make(recipe), { name: recipe.file });
    expect(recording).toMatchObject({ container: recipe.container, codec: recipe.codec, warnings: [] });
    expect(recording.durationSec).toBeGreaterThan(SOURCE_SEC - 0.03);
    expect(recording.durationSec).toBeLessThanOrEqual(SOURCE_SEC + (recipe.slackSec ?? 0) + 1e-3);
    expect(waveform.samples.length / waveform.sampleRate).toBeCloseTo(recording.durationSec, 3);
    const view = recipe.by === 'envelope' ? envelopeOf : (sound: Waveform) => decimate(sound, COMPARED_RATE);
    const { likeness, lateSec } = compare(view(source), view(waveform));
    expect(likeness).toBeGreaterThan(recipe.likeness);
    expect(Math.abs(lateSec)).toBeLessThan(recipe.lateSec ?? TIME_TOLERANCE_SEC);
  });

  it.runIf(hasSox && hasFfmpeg)('AMR in 3GP gives the same as AMR alone', async () => {
    const amr = await decodeRecording(make({ file: 'b.amr-nb', sox: '-r 8000', container: 'amr', codec: 'amr-nb', likeness: 0 }));
    spawnSync('ffmpeg', ['-v', 'error', '-y', '-f', 'amr', '-i', join(folder, 'b.amr-nb'), '-c', 'copy', join(folder, 'b.3gp')]);
    const boxed = await decodeRecording(readFileSync(join(folder, 'b.3gp')));
    expect(boxed.recording).toMatchObject({ container: '3gp', codec: 'amr-nb', sampleRate: 8000 });
    expect(boxed.waveform.samples).toEqual(amr.waveform.samples);
  });

  it.runIf(hasFfmpeg)('AAC without ffmpeg is refused with a sentence that says how to get it', async () => {
    const bytes = make({ file: 'c.m4a', ffmpeg: '-c:a aac', container: 'mp4', codec: 'aac', likeness: 0 });
    for (const ffmpeg of [null, join(folder, 'no-such-program')]) {
      await expect(decodeRecording(bytes, { ffmpeg })).rejects.toMatchObject({
        code: 'no-decoder',
        message: expect.stringMatching(/apt install ffmpeg/),
      });
    }
  });
});
