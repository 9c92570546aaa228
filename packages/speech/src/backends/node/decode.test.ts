import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sineWave, wavFile } from '../../decode/synthetic.fixture.ts';
import { decodeRecording } from './decode.ts';

const RATE = 8000;
/** A WAV file too large to be read on the spot. */
const large = wavFile({ samples: sineWave(300, 300, RATE), sampleRate: RATE, coding: 'f32le' });
const aac = readFileSync(new URL('../../../seeds/aac.aac', import.meta.url));
let folder = '';
let silentProgram = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
  silentProgram = join(folder, 'ffmpeg');
  writeFileSync(silentProgram, '#!/bin/sh\nexec sleep 600\n');
  chmodSync(silentProgram, 0o700);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeRecording', () => {
  it('gives the same from a thread as on the spot, and leaves the bytes with the caller', async () => {
    const bytes = Buffer.from(large);
    const { waveform, recording } = await decodeRecording(bytes);
    expect(recording).toMatchObject({ codec: 'pcm_f32le', durationSec: 300 });
    expect(waveform.samples.subarray(0, RATE)).toEqual(sineWave(300, 1, RATE));
    expect(bytes.equals(large)).toBe(true);
  });

  it('keeps comfort noise and empty AMR frames at their length', async () => {
    const noData = 0x7c;
    const silence = new Uint8Array(6 + 100).fill(noData);
    silence.set(ascii('#!AMR\n'));
    const { waveform, recording } = await decodeRecording(silence);
    expect(recording).toMatchObject({ container: 'amr', codec: 'amr-nb', durationSec: 2 });
    expect(waveform.samples.length).toBe(2 * RATE);
  });

  it('ends a decoder at the deadline', async () => {
    await expect(decodeRecording(large, { limits: { maxStallMs: 1 } })).rejects.toMatchObject({ code: 'decode-timeout' });
  });

  it('ends an ffmpeg that says nothing', async () => {
    const silent = decodeRecording(aac, { limits: { maxStallMs: 1 }, ffmpeg: silentProgram });
    await expect(silent).rejects.toMatchObject({ code: 'decode-timeout', kind: 'input' });
  });

  it('ends a decoder that takes too much memory', async () => {
    const limits = { maxGrowthMb: -10_000, maxStallMs: 60_000, maxTimeMs: 60_000 };
    await expect(decodeRecording(large, { limits })).rejects.toMatchObject({ code: 'decode-memory' });
  });

  it('stops when asked to', async () => {
    const before = AbortSignal.abort();
    await expect(decodeRecording(large, { signal: before })).rejects.toMatchObject({ code: 'aborted' });
    const during = new AbortController();
    const decoding = decodeRecording(large, { signal: during.signal });
    during.abort();
    await expect(decoding).rejects.toMatchObject({ code: 'aborted' });
  });

  it.each([
    { name: 'FLAC', bytes: ascii(`fLaC${'x'.repeat(100)}`) },
    { name: 'Ogg', bytes: ascii(`OggS${'x'.repeat(100)}`) },
    { name: 'WebM', bytes: Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...new Uint8Array(200)]) },
    { name: 'MP4', bytes: ascii(`\0\0\0\u0018ftypisom${'x'.repeat(100)}`) },
    { name: 'AMR', bytes: ascii('#!AMR\n') },
    { name: 'MP3 with nothing but a tag', bytes: ascii('ID3\u0003\0\0\0\0\0\u0020') },
  ])('refuses a $name file with nothing in it in one sentence', async ({ bytes }) => {
    const error = await decodeRecording(bytes).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      name: 'RingbackError',
      kind: 'input',
      code: 'damaged',
      message: expect.stringMatching(/^The [^\n]+\.$/),
    });
  });
});
