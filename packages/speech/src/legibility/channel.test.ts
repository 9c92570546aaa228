import { describe, expect, it } from 'vitest';
import { applyFilter, gainDb, highPass, lowPass, slope } from '../signal/filter.ts';
import { decodeMuLaw, encodeMuLaw, throughMuLaw } from '../signal/g711.ts';
import { derivedSeed, seededRandom } from '../signal/random.ts';
import { CAR_NOISE, carNoise } from './car-noise.ts';
import { meanSquare, toLineLevel } from './line-level.ts';
import { carCabin, recordedNoise } from './noise.ts';
import { openNoisyLine } from './noisy-line.ts';
import { LINE_RATE, lineBand, muLawLine } from './phone-line.ts';

const sine = (hz: number, amplitude = 0.3, length = LINE_RATE) =>
  Float32Array.from({ length }, (_, index) => amplitude * Math.sin((2 * Math.PI * hz * index) / LINE_RATE));
const everything = [{ start: 0, end: 100 }];
const decibel = (power: number) => 10 * Math.log10(power);

/** Table 2a of G.711, from its rule: decision values at 14 bits in eight segments whose step doubles; the first step is half as wide. */
function decisionValues(): number[] {
  const values = [0];
  let value = 1;
  for (let segment = 0; segment < 8; segment += 1) {
    const steps = segment === 0 ? 15 : 16;
    if (segment === 0) values.push(value);
    for (let step = 0; step < steps; step += 1) {
      value += 2 ** (segment + 1);
      values.push(value);
    }
  }
  return values;
}

describe('G.711 mu-law', () => {
  const decisions = decisionValues();

  it('has the segment ends of the table', () => {
    expect([31, 95, 223, 479, 991, 2015, 4063, 8159].every((end) => decisions.includes(end))).toBe(true);
    expect(decisions).toHaveLength(129);
  });

  it('decodes every byte to the middle of its interval', () => {
    for (let step = 0; step < 128; step += 1) {
      const middle = step === 0 ? 0 : 4 * (((decisions[step] ?? 0) + (decisions[step + 1] ?? 0)) / 2);
      expect(decodeMuLaw(0xff - step)).toBe(middle);
      expect(Math.abs(decodeMuLaw(0x7f - step))).toBe(middle);
      if (step > 0) expect(decodeMuLaw(0x7f - step)).toBeLessThan(0);
    }
  });

  it('encodes just inside both ends of every interval to its byte', () => {
    for (let step = 0; step < 128; step += 1) {
      const low = 4 * (decisions[step] ?? 0);
      const high = 4 * (decisions[step + 1] ?? 0) - 1;
      expect(encodeMuLaw(low)).toBe(0xff - step);
      expect(encodeMuLaw(high)).toBe(0xff - step);
      if (low > 0) expect(encodeMuLaw(-low - 1)).toBe(0x7f - step);
    }
    expect(encodeMuLaw(32_767)).toBe(0x80);
    expect(encodeMuLaw(-32_768)).toBe(0x00);
  });

  it('leaves a decoded signal as it is', () => {
    const once = throughMuLaw(sine(1000));
    expect(throughMuLaw(once)).toEqual(once);
  });

  it('keeps the signal 35 to 40 dB above its own noise over 30 dB of level', () => {
    for (const level of [-6, -16, -26, -36]) {
      const clean = sine(1010, 10 ** (level / 20));
      const coded = throughMuLaw(clean);
      const noise = coded.map((sample, index) => sample - (clean[index] ?? 0));
      expect(decibel(meanSquare(clean, everything) / meanSquare(noise, everything))).toBeGreaterThan(33);
    }
  });
});

describe('the band of the line', () => {
  it('is 3 dB down at both edges, flat between and steep beyond', () => {
    const band = lineBand();
    expect(gainDb(band, 300, LINE_RATE)).toBeCloseTo(-3, 0);
    expect(gainDb(band, 3400, LINE_RATE)).toBeCloseTo(-3, 0);
    for (const hz of [500, 1000, 2000, 3000]) expect(Math.abs(gainDb(band, hz, LINE_RATE))).toBeLessThan(1);
    expect(gainDb(band, 150, LINE_RATE)).toBeLessThan(-22);
    expect(gainDb(band, 3900, LINE_RATE)).toBeLessThan(-24);
  });

  it('does to a sine what its response says', () => {
    const band = lineBand();
    for (const hz of [100, 300, 1000, 3400]) {
      const settled = [{ start: 0.2, end: 1 }];
      const change = decibel(meanSquare(applyFilter(band, sine(hz)), settled) / meanSquare(sine(hz), settled));
      expect(change).toBeCloseTo(gainDb(band, hz, LINE_RATE), 1);
    }
  });

  it('carries speech-band sound and drops hum', async () => {
    const line = muLawLine();
    expect(decibel(meanSquare(await line.carry(sine(50)), [{ start: 0.3, end: 1 }]))).toBeLessThan(-60);
    expect(decibel(meanSquare(await line.carry(sine(1000)), everything) / meanSquare(sine(1000), everything))).toBeCloseTo(0, 0);
  });

  it('has Butterworth sections', () => {
    for (const order of [2, 4, 6]) {
      expect(gainDb(lowPass(order, 1000, LINE_RATE), 1000, LINE_RATE)).toBeCloseTo(-3.01, 1);
      expect(gainDb(highPass(order, 1000, LINE_RATE), 1000, LINE_RATE)).toBeCloseTo(-3.01, 1);
    }
    expect(gainDb(slope(100, LINE_RATE), 400, LINE_RATE) - gainDb(slope(100, LINE_RATE), 800, LINE_RATE)).toBeGreaterThan(5.5);
  });
});

describe('car noise', () => {
  it('is the same for the same seed, another for another, and of power 1', () => {
    expect(carNoise(4000, 7)).toEqual(carNoise(4000, 7));
    expect(carNoise(4000, 7)).not.toEqual(carNoise(4000, 8));
    expect(meanSquare(carNoise(4000, 7), everything)).toBeCloseTo(1, 4);
  });

  it('falls steeply from rumble to hiss, as cabins do', () => {
    const noise = carNoise(20 * LINE_RATE, 1);
    const octave = (low: number) =>
      decibel(meanSquare(applyFilter([...highPass(4, low, LINE_RATE), ...lowPass(4, 2 * low, LINE_RATE)], noise), everything));
    const levels = [60, 125, 250, 500, 1000, 1900].map(octave);
    expect(levels[0]).toBeGreaterThan(-6);
    for (let index = 1; index < levels.length; index += 1) expect(levels[index]).toBeLessThan((levels[index - 1] ?? 0) + 0.5);
    expect((levels[0] ?? 0) - (levels[4] ?? 0)).toBeGreaterThan(15);
  });

  it('shows the firing rate of the engine', () => {
    const noise = carNoise(20 * LINE_RATE, 1);
    const at = (hz: number) => {
      let real = 0;
      let imaginary = 0;
      noise.forEach((sample, index) => {
        real += sample * Math.cos((2 * Math.PI * hz * index) / LINE_RATE);
        imaginary += sample * Math.sin((2 * Math.PI * hz * index) / LINE_RATE);
      });
      return Math.hypot(real, imaginary);
    };
    expect(at(CAR_NOISE.engine.firingHz)).toBeGreaterThan(3 * at(CAR_NOISE.engine.firingHz + 7));
  });
});

describe('mixing', () => {
  const spans = [{ start: 0.2, end: 0.6 }];
  const speech = applyFilter(
    lineBand(),
    sine(700).map((sample, index) => (index > 1600 && index < 4800 ? sample : 0)),
  );

  const open = (samples: Float32Array, seed = 1) =>
    openNoisyLine({ samples, sampleRate: LINE_RATE }, spans, { line: muLawLine(), noise: carCabin(), seed });

  it('meets the ratio asked for, in the band, over the speech alone', async () => {
    const line = await open(speech);
    for (const snrDb of [-12, 0, 7.5, 30]) {
      for (const realisation of [0, 1, 6]) {
        const noise = line.at(snrDb, realisation).samples.map((sample, index) => sample - (line.clean.samples[index] ?? 0));
        const ratio = decibel(meanSquare(line.clean.samples, spans, 16_000) / meanSquare(noise, spans, 16_000));
        expect(Math.abs(ratio - snrDb)).toBeLessThan(0.1);
      }
    }
  });

  it('is other noise in every realisation, however many there are', async () => {
    const { clean, at } = await open(speech);
    const noise = (realisation: number) => at(0, realisation).samples.map((sample, index) => sample - (clean.samples[index] ?? 0));
    const some = Array.from({ length: 30 }, (_, realisation) => noise(realisation));
    const likeness = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / (a.length * Math.sqrt(meanSquare(a, []) * meanSquare(b, [])));
    for (const [index, first] of some.entries())
      for (const second of some.slice(index + 1)) expect(Math.abs(likeness(first, second))).toBeLessThan(0.2);
  });

  it('gives the same sound for the same seed and another for another', async () => {
    const first = (await open(speech, 3)).at(0, 2).samples;
    expect((await open(speech, 3)).at(0, 2).samples).toEqual(first);
    expect((await open(speech, 4)).at(0, 2).samples).not.toEqual(first);
  });

  it('brings any level to that of the line, and silence to silence', async () => {
    for (const gain of [0.25, 1, 2.5]) {
      const levelled = toLineLevel(
        speech.map((sample) => sample * gain),
        spans,
      );
      expect(decibel(meanSquare(levelled, spans))).toBeCloseTo(-26, 2);
    }
    expect(toLineLevel(new Float32Array(100), spans).every((sample) => sample === 0)).toBe(true);
    const silent = await open(new Float32Array(LINE_RATE));
    expect(silent.at(0, 0).samples.every((sample) => Math.abs(sample) < 1e-6)).toBe(true);
  });

  it('takes noise from a recording, from another place for another seed', async () => {
    const street = await recordedNoise('street', { samples: sine(440, 0.1, 900), sampleRate: LINE_RATE });
    expect(street.make(2000, 1)).toHaveLength(2000);
    expect(street.make(2000, 1)).toEqual(street.make(2000, 1));
    expect(street.make(2000, 1)).not.toEqual(street.make(2000, 2));
  });
});

describe('seeded numbers', () => {
  it('are normal and even', () => {
    const random = seededRandom(42);
    const normal = Array.from({ length: 20_000 }, () => random.gaussian());
    const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
    const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(variance).toBeGreaterThan(0.95);
    expect(variance).toBeLessThan(1.05);
    const even = Array.from({ length: 10_000 }, () => random.uniform());
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    expect(even.filter((value) => value < 0.1).length / even.length).toBeCloseTo(0.1, 1);
  });

  it('differ between derived seeds', () => {
    const seeds = new Set(Array.from({ length: 1000 }, (_, index) => derivedSeed(5, index % 10, Math.floor(index / 10))));
    expect(seeds.size).toBe(1000);
  });
});
