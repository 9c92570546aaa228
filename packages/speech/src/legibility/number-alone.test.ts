import { describe, expect, it } from 'vitest';
import { numberAlone } from './number-alone.ts';

const RATE = 1_000;
const recording = { samples: new Float32Array(5 * RATE).fill(0.5), sampleRate: RATE };

describe('a number alone', () => {
  const { waveform, digits } = numberAlone(recording, [
    { start: 2, end: 2.4 },
    { start: 2.5, end: 3 },
  ]);
  const at = (sec: number) => waveform.samples[Math.round(sec * RATE)];

  it('is whole, and silent where other words were said', () => {
    expect(waveform.samples).toHaveLength(1.6 * RATE);
    for (const sec of [0.25, 0.3, 0.8, 1.3, 1.35]) expect(at(sec)).toBeCloseTo(0.5, 5);
    for (const sec of [0, 0.1, 0.19, 1.41, 1.5]) expect(at(sec)).toBeCloseTo(0, 5);
    expect(at(0.22)).toBeGreaterThan(0.2);
    expect(at(0.22)).toBeLessThan(0.3);
  });

  it('has its digits where they are said', () => {
    expect(digits[0]?.start).toBeCloseTo(0.3, 6);
    expect(digits[1]?.end).toBeCloseTo(1.3, 6);
  });

  it('may begin the recording', () => {
    const first = numberAlone(recording, [{ start: 0.1, end: 0.5 }]);
    expect(first.digits[0]?.start).toBeCloseTo(0.1, 6);
    expect(first.waveform.samples[0]).toBeCloseTo(0, 5);
    expect(first.waveform.samples[200]).toBeCloseTo(0.5, 5);
  });
});
