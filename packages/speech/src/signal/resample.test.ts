import { describe, expect, it } from 'vitest';
import { resample } from './resample.ts';

function tone(hz: number, sampleRate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: Math.round(sampleRate * seconds) }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / sampleRate));
}

/** Largest difference from the true tone, edges aside. */
function error(samples: Float32Array, hz: number, sampleRate: number): number {
  let worst = 0;
  for (let i = 400; i < samples.length - 400; i++) {
    worst = Math.max(worst, Math.abs((samples[i] ?? 0) - 0.5 * Math.sin((2 * Math.PI * hz * i) / sampleRate)));
  }
  return worst;
}

describe('resample', () => {
  for (const from of [8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000]) {
    it(`keeps level and place of a tone from ${from} Hz to 16000 Hz`, async () => {
      const result = await resample({ samples: tone(440, from, 0.7), sampleRate: from }, 16000);
      expect(result.sampleRate).toBe(16000);
      expect(Math.abs(result.samples.length - 11200)).toBeLessThanOrEqual(1);
      expect(error(result.samples, 440, 16000)).toBeLessThan(0.01);
    });
  }

  it('keeps the top of the telephone band', async () => {
    const { samples } = await resample({ samples: tone(3400, 8000, 0.5), sampleRate: 8000 }, 16000);
    expect(error(samples, 3400, 16000)).toBeLessThan(0.02);
  });

  it('joins blocks of a long recording without a seam or a shift', async () => {
    const { samples } = await resample({ samples: tone(300, 48000, 25), sampleRate: 48000 }, 16000);
    expect(samples.length).toBe(400_000);
    expect(error(samples, 300, 16000)).toBeLessThan(0.01);
  });

  it('refuses a rate that no telephone or studio uses', async () => {
    await expect(resample({ samples: new Float32Array(10), sampleRate: 3000 }, 16000)).rejects.toMatchObject({ code: 'bad-sample-rate' });
  });

  it('hands back an empty waveform for an empty one', async () => {
    expect((await resample({ samples: new Float32Array(0), sampleRate: 8000 }, 16000)).samples.length).toBe(0);
  });
});
