import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';
import { DECODE_LIMITS } from './limits.ts';
import { sineWave, wavFile } from './synthetic.fixture.ts';

const RATE = 8000;
const tone = sineWave(440, 0.5, RATE);

function worstDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? 0))), 0);
}

const codings = [
  { coding: 'u8', tolerance: 1 / 127 },
  { coding: 's16le', tolerance: 1 / 32000 },
  { coding: 's24le', tolerance: 1 / 8e6 },
  { coding: 's32le', tolerance: 1e-7 },
  { coding: 'f32le', tolerance: 1e-7 },
  { coding: 'f64le', tolerance: 1e-7 },
] as const;

describe('WAV', () => {
  it.each(codings)('reads $coding', async ({ coding, tolerance }) => {
    const { waveform, recording } = await decodeBytes(wavFile({ samples: tone, sampleRate: RATE, coding }));
    expect(recording).toMatchObject({
      container: 'wav',
      codec: `pcm_${coding}`,
      sampleRate: RATE,
      channels: 1,
      durationSec: 0.5,
      warnings: [],
    });
    expect(waveform.samples.length).toBe(tone.length);
    expect(worstDifference(waveform.samples, tone)).toBeLessThan(tolerance);
  });

  it('mixes two channels to their mean', async () => {
    const { waveform, recording } = await decodeBytes(
      wavFile({ samples: tone, sampleRate: RATE, coding: 's16le', channels: 2, silentChannels: 1 }),
    );
    expect(recording.channels).toBe(2);
    expect(
      worstDifference(
        waveform.samples,
        tone.map((x) => x / 2),
      ),
    ).toBeLessThan(1e-4);
  });

  it('scales floats beyond full scale down as a whole', async () => {
    const loud = tone.map((value) => value * 4);
    const { waveform } = await decodeBytes(wavFile({ samples: loud, sampleRate: RATE, coding: 'f32le' }));
    const peak = waveform.samples.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
    expect(peak).toBe(1);
    expect(
      worstDifference(
        waveform.samples,
        tone.map((value) => value * 2),
      ),
    ).toBeLessThan(0.01);
  });

  it('makes values that are no numbers silent', async () => {
    const broken = tone.map((value, i) => (i % 100 === 0 ? Number.NaN : value));
    const { waveform } = await decodeBytes(wavFile({ samples: broken, sampleRate: RATE, coding: 'f32le' }));
    expect(waveform.samples.every((value) => Math.abs(value) <= 0.5)).toBe(true);
  });

  it('reads WAVE_FORMAT_EXTENSIBLE', async () => {
    const { recording } = await decodeBytes(wavFile({ samples: tone, sampleRate: RATE, coding: 's24le', extensible: true }));
    expect(recording.codec).toBe('pcm_s24le');
  });

  it('reads to the end when the length is a placeholder', async () => {
    const { recording } = await decodeBytes(wavFile({ samples: tone, sampleRate: RATE, coding: 's16le', dataSize: 0xffffffff }));
    expect(recording).toMatchObject({ durationSec: 0.5, warnings: [] });
  });

  it('decodes what is there of a truncated file and says so', async () => {
    const whole = wavFile({ samples: tone, sampleRate: RATE, coding: 's16le' });
    const { recording } = await decodeBytes(whole.subarray(0, 44 + RATE / 2));
    expect(recording.durationSec).toBeCloseTo(0.25, 5);
    expect(recording.warnings).toHaveLength(1);
  });

  it('reads a sample rate as the header gives it', async () => {
    const { waveform } = await decodeBytes(wavFile({ samples: tone, sampleRate: 44_100, coding: 's16le' }));
    expect(waveform.sampleRate).toBe(44_100);
  });
});

describe('what is refused, in one sentence', () => {
  const header = { samples: tone, sampleRate: RATE, coding: 's16le' } as const;
  const text = new TextEncoder().encode('Hello, this is a script and not a recording.\n'.repeat(10));
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 251);
  it.each([
    { name: 'an empty file', bytes: new Uint8Array(), code: 'empty-file' },
    { name: 'text', bytes: text, code: 'not-audio' },
    { name: 'other bytes', bytes: noise, code: 'not-audio' },
    { name: '65,535 channels', bytes: wavFile({ ...header, claimedChannels: 65_535 }), code: 'bad-header' },
    { name: 'no channel', bytes: wavFile({ ...header, claimedChannels: 0 }), code: 'bad-header' },
    { name: 'a rate of 4 GHz', bytes: wavFile({ ...header, sampleRate: 0xffffffff }), code: 'bad-header' },
    { name: 'a header alone', bytes: wavFile({ ...header, samples: new Float32Array() }), code: 'damaged' },
    { name: 'a header cut short', bytes: wavFile(header).subarray(0, 30), code: 'bad-header' },
  ])('$name', async ({ bytes, code }) => {
    const error = await decodeBytes(bytes).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'RingbackError', code, kind: 'input' });
    expect(String((error as Error).message)).toMatch(/^[A-Z][^\n]+\.$/);
  });

  it('a file over the size limit, before reading it', async () => {
    await expect(decodeBytes(wavFile(header), { ...DECODE_LIMITS, maxBytes: 100 })).rejects.toMatchObject({ code: 'too-big' });
  });
});
