import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeRecording } from './decode.ts';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const SEED_SEC = 0.6;

/** Container and codec of each file, and the seconds its codec frames add. */
const seeds: Readonly<Record<string, { container: string; codec: string; slackSec?: number; ffmpeg?: true }>> = {
  'aac.aac': { container: 'adts', codec: 'aac', slackSec: 0.2, ffmpeg: true },
  'aac.m4a': { container: 'mp4', codec: 'aac', slackSec: 0.05, ffmpeg: true },
  'flac.ogg': { container: 'ogg', codec: 'flac' },
  'float32-stereo.wav': { container: 'wav', codec: 'pcm_f32le' },
  'gsm49.wav': { container: 'wav', codec: 'gsm_ms' },
  'ima-adpcm.wav': { container: 'wav', codec: 'adpcm_ima_wav' },
  'mp3.wav': { container: 'wav', codec: 'mp3', slackSec: 0.2 },
  'ms-adpcm.wav': { container: 'wav', codec: 'adpcm_ms' },
  'mulaw.wav': { container: 'wav', codec: 'mulaw' },
  'narrow.3gp': { container: '3gp', codec: 'amr-nb' },
  'narrow.amr': { container: 'amr', codec: 'amr-nb' },
  'opus.mp4': { container: 'mp4', codec: 'opus', slackSec: 0.02 },
  'opus.ogg': { container: 'ogg', codec: 'opus' },
  'opus.webm': { container: 'webm', codec: 'opus', slackSec: 0.02 },
  'pcm16.wav': { container: 'wav', codec: 'pcm_s16le' },
  'pcm24-extensible.wav': { container: 'wav', codec: 'pcm_s24le' },
  'raw.al': { container: 'raw', codec: 'alaw' },
  'raw.g722': { container: 'raw', codec: 'g722' },
  'raw.gsm': { container: 'gsm', codec: 'gsm' },
  'raw.sln': { container: 'raw', codec: 'pcm_s16le' },
  'raw.ulaw': { container: 'raw', codec: 'mulaw' },
  'voice.aiff': { container: 'aiff', codec: 'pcm_s16be' },
  'voice.au': { container: 'au', codec: 'alaw' },
  'voice.caf': { container: 'caf', codec: 'pcm_s16le' },
  'voice.flac': { container: 'flac', codec: 'flac' },
  'voice.mp3': { container: 'mp3', codec: 'mp3' },
  'voice.wma': { container: 'asf', codec: 'wma', slackSec: 0.05, ffmpeg: true },
  'vorbis.ogg': { container: 'ogg', codec: 'vorbis' },
  'wide.3gp': { container: '3gp', codec: 'amr-wb' },
  'wide.amr': { container: 'amr', codec: 'amr-wb' },
};
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined;

describe('one short sound in every format', () => {
  it('knows every seed', () => {
    expect(Object.keys(seeds)).toEqual(
      readdirSync(SEEDS)
        .filter((name) => !name.endsWith('.md'))
        .sort(),
    );
  });

  it.each(Object.keys(seeds).filter((name) => hasFfmpeg || seeds[name]?.ffmpeg !== true))('%s', async (name) => {
    const expected = seeds[name];
    const { waveform, recording } = await decodeRecording(readFileSync(new URL(name, SEEDS)), { name });
    expect(recording).toMatchObject({ container: expected?.container, codec: expected?.codec, warnings: [] });
    expect(Math.abs(recording.durationSec - SEED_SEC)).toBeLessThanOrEqual((expected?.slackSec ?? 0) + 0.025);
    const power = waveform.samples.reduce((sum, value) => sum + value * value, 0) / waveform.samples.length;
    expect(10 * Math.log10(power)).toBeGreaterThan(-21);
    expect(10 * Math.log10(power)).toBeLessThan(-18.5);
  });

  it.each(['voice.mp3', 'narrow.amr', 'pcm16.wav', 'mulaw.wav', 'ima-adpcm.wav'])(
    '%s cut in the middle gives its beginning and a warning',
    async (name) => {
      const whole = readFileSync(new URL(name, SEEDS));
      const { recording } = await decodeRecording(whole.subarray(0, Math.floor(whole.length * 0.7) + 1));
      expect(recording.durationSec).toBeGreaterThan(0.1);
      expect(recording.durationSec).toBeLessThan(SEED_SEC);
      expect(recording.warnings).not.toEqual([]);
    },
  );
});
