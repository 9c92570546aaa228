import type { GsmFrame, GsmSubframe } from './gsm-frames.ts';

/** Samples of one frame at 8 kHz. */
export const GSM_FRAME_SAMPLES = 160;

const SUBFRAME_SAMPLES = 40;
const LONGEST_LAG = 120;
const SHORTEST_LAG = 40;
const ORDER = 8;
/** De-emphasis, 28180/32768. */
const DEEMPHASIS = 28180;

// Tables of ETSI EN 300 961 (GSM 06.10), section 4.
const LAR_OFFSET = [0, 0, 2048, -2560, 94, -1792, -341, -1144];
const LAR_MINIMUM = [-32, -32, -16, -16, -8, -8, -4, -4];
const LAR_INVERSE_SLOPE = [13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708];
const PULSE_FACTORS = [18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767];
const LONG_TERM_GAINS = [3277, 11469, 21299, 32767];
/** First sample of the stretches over which the filter moves from the last frame's to this one's, with the share of the new in quarters. */
const INTERPOLATION = [
  { until: 13, newQuarters: 1 },
  { until: 27, newQuarters: 2 },
  { until: 40, newQuarters: 3 },
  { until: GSM_FRAME_SAMPLES, newQuarters: 4 },
];

const saturate = (value: number): number => Math.min(32767, Math.max(-32768, value));
const add = (a: number, b: number): number => saturate(a + b);
const subtract = (a: number, b: number): number => saturate(a - b);
/** Product of two fractions of 15 bits, rounded. */
const multiply = (a: number, b: number): number => saturate((a * b + 16384) >> 15);

/** Decodes GSM 06.10 full rate (RPE-LTP) by the integer arithmetic of the standard. One instance for each stream. */
export class GsmDecoder {
  /** The residual: 120 samples of the past, then the sub-frame. */
  readonly #residual = new Int32Array(LONGEST_LAG + SUBFRAME_SAMPLES);
  readonly #lattice = new Int32Array(ORDER + 1);
  #ratios: Int32Array = new Int32Array(ORDER);
  #lag = SHORTEST_LAG;
  #emphasis = 0;

  /** 160 samples, -1..1. */
  decode(frame: GsmFrame): Float32Array {
    const excitation = new Int32Array(GSM_FRAME_SAMPLES);
    for (const [i, subframe] of frame.subframes.entries()) {
      this.#excite(subframe);
      excitation.set(this.#residual.subarray(LONGEST_LAG), i * SUBFRAME_SAMPLES);
      this.#residual.copyWithin(0, SUBFRAME_SAMPLES);
    }
    const speech = this.#filter(excitation, decodeRatios(frame.logAreaRatios));
    return this.#deemphasise(speech);
  }

  #excite(subframe: GsmSubframe): void {
    const pulses = decodePulses(subframe);
    if (subframe.lag >= SHORTEST_LAG && subframe.lag <= LONGEST_LAG) this.#lag = subframe.lag;
    const gain = LONG_TERM_GAINS[subframe.gain] ?? 0;
    for (let k = 0; k < SUBFRAME_SAMPLES; k += 1) {
      const place = (k - subframe.grid) / 3;
      const pulse = Number.isInteger(place) && place >= 0 ? (pulses[place] ?? 0) : 0;
      this.#residual[LONGEST_LAG + k] = add(pulse, multiply(gain, this.#residual[LONGEST_LAG + k - this.#lag] ?? 0));
    }
  }

  #filter(excitation: Int32Array, ratios: Int32Array): Int32Array {
    let k = 0;
    for (const { until, newQuarters } of INTERPOLATION) {
      const reflections = ratios.map((ratio, i) => toReflection(interpolate(this.#ratios[i] ?? 0, ratio, newQuarters)));
      for (; k < until; k += 1) excitation[k] = this.#latticeStep(excitation[k] ?? 0, reflections);
    }
    this.#ratios = ratios;
    return excitation;
  }

  #latticeStep(input: number, reflections: Int32Array): number {
    let value = input;
    for (let i = ORDER - 1; i >= 0; i -= 1) {
      const reflection = reflections[i] ?? 0;
      const past = this.#lattice[i] ?? 0;
      value = subtract(value, multiply(reflection, past));
      this.#lattice[i + 1] = add(past, multiply(reflection, value));
    }
    this.#lattice[0] = value;
    return value;
  }

  #deemphasise(speech: Int32Array): Float32Array {
    return Float32Array.from(speech, (value) => {
      this.#emphasis = add(value, multiply(this.#emphasis, DEEMPHASIS));
      return (add(this.#emphasis, this.#emphasis) & ~7) / 32768;
    });
  }
}

function decodeRatios(coded: readonly number[]): Int32Array {
  return Int32Array.from(coded, (code, i) => {
    const shifted = add(code, LAR_MINIMUM[i] ?? 0) << 10;
    const ratio = multiply(LAR_INVERSE_SLOPE[i] ?? 0, subtract(shifted, (LAR_OFFSET[i] ?? 0) << 1));
    return add(ratio, ratio);
  });
}

function interpolate(last: number, next: number, newQuarters: number): number {
  if (newQuarters === 4) return next;
  if (newQuarters === 2) return add(last >> 1, next >> 1);
  const quarters = add(last >> 2, next >> 2);
  return add(quarters, newQuarters === 1 ? last >> 1 : next >> 1);
}

/** Log-area ratio to reflection coefficient, by the standard's three straight lines. */
function toReflection(ratio: number): number {
  const size = ratio === -32768 ? 32767 : Math.abs(ratio);
  const reflection = size < 11059 ? size << 1 : size < 20070 ? size + 11059 : add(size >> 2, 26112);
  return ratio < 0 ? -reflection : reflection;
}

function decodePulses({ blockMaximum, pulses }: GsmSubframe): number[] {
  const { exponent, mantissa } = splitMaximum(blockMaximum);
  const factor = PULSE_FACTORS[mantissa] ?? 0;
  const shift = 6 - exponent;
  const rounding = shift === 0 ? 0 : 1 << (shift - 1);
  return pulses.map((pulse) => add(multiply(factor, ((pulse << 1) - 7) << 12), rounding) >> shift);
}

function splitMaximum(blockMaximum: number): { exponent: number; mantissa: number } {
  let exponent = blockMaximum > 15 ? (blockMaximum >> 3) - 1 : 0;
  let mantissa = blockMaximum - (exponent << 3);
  if (mantissa === 0) return { exponent: -4, mantissa: 7 };
  while (mantissa <= 7) {
    mantissa = (mantissa << 1) | 1;
    exponent -= 1;
  }
  return { exponent, mantissa: mantissa - 8 };
}
