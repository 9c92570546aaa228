import { describe, expect, it } from 'vitest';
import { encodeWav } from '../preview/index.ts';
import { applyFilter } from '../signal/filter.ts';
import { type CodedLineId, codedLine, type LineEncoder } from './coded-line.ts';
import { LINE_RATE, lineBand } from './phone-line.ts';

const FRAME = 160;

/** A codec without loss, late by so many samples and in whole frames, as real ones are. */
function losslessEncoder(late: number, seen: Int16Array[] = []): LineEncoder {
  return {
    async encode(samples) {
      seen.push(samples);
      const result = new Float32Array(Math.ceil((samples.length + 1) / FRAME) * FRAME);
      for (const [index, sample] of samples.entries()) if (index + late < result.length) result[index + late] = sample / 32_768;
      return encodeWav({ samples: result, sampleRate: LINE_RATE });
    },
  };
}

const tone = (amplitude: number, length = 1_001) =>
  Float32Array.from({ length }, (_, index) => amplitude * Math.sin((2 * Math.PI * 1_000 * index) / LINE_RATE));

describe('a line whose codec comes from outside', () => {
  it.each<[CodedLineId, number]>([
    ['gsm', 0],
    ['amr', 40],
  ])('%s gives as many samples as it takes, at the same times', async (id, late) => {
    const samples = tone(0.2);
    const carried = await codedLine(id, losslessEncoder(late)).carry(samples);
    const expected = applyFilter(lineBand(), samples);
    expect(carried).toHaveLength(samples.length);
    expect(Math.max(...carried.map((sample, index) => Math.abs(sample - (expected[index] ?? 0))))).toBeLessThan(2 / 32_768);
  });

  it('gives the encoder what passes the band, in 16 bits that do not wrap', async () => {
    const seen: Int16Array[] = [];
    await codedLine('gsm', losslessEncoder(0, seen)).carry(tone(1.6));
    expect(Math.max(...(seen[0] ?? []))).toBe(32_767);
    expect(Math.min(...(seen[0] ?? []))).toBe(-32_768);
    const hum = Float32Array.from({ length: LINE_RATE }, (_, index) => 0.5 * Math.sin((2 * Math.PI * 50 * index) / LINE_RATE));
    await codedLine('gsm', losslessEncoder(0, seen)).carry(hum);
    expect(Math.max(...(seen[1] ?? []).slice(LINE_RATE / 2))).toBeLessThan(20);
  });

  it('refuses a codec of another rate, which would change the pitch', async () => {
    const wide: LineEncoder = { encode: async () => encodeWav({ samples: tone(0.2), sampleRate: 16_000 }) };
    await expect(codedLine('amr', wide).carry(tone(0.2))).rejects.toThrow('16000 Hz');
  });
});
