// ITU-T G.722 (09/2012), clause 6: the decoder at 64 kbit/s. Names of tables as there.

/** Samples that one byte gives. */
export const G722_BYTE_SAMPLES = 2;

const DELAYS = 6;
const FULL_SCALE = 32_768;

/** Inverse quantiser of the lower band, six bits. */
const QM6 = [
  -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576, -7856, -7192, -6576, -6000,
  -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040, -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280,
  11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456, 4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136,
  -432, -136,
];
/** Inverse quantiser of the lower band without its two last bits: what the predictor goes by. */
const QM4 = [0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0];
/** Inverse quantiser of the higher band. */
const QM2 = [-7408, -1616, 7408, 1616];
/** Logarithmic scale factors by the size of the code (RL42 and RH2 say which). */
const WL = [-60, -30, 58, 172, 334, 538, 1198, 3042];
const RL42 = [0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0];
const WH = [0, -214, 798];
const RH2 = [2, 1, 2, 1];
/** Powers of two in steps of a thirty-second. */
const ILB = [
  2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960, 3025, 3091, 3158, 3228, 3298,
  3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008,
];
/** Half of the receiving filter; the other half is its mirror image. */
const QMF = [3, -11, -11, 53, 12, -156, 32, 362, -210, -805, 951, 3876, 3876, 951, -805, -210, 362, 32, -156, 12, 53, -11, -11, 3];

interface BandForm {
  /** First scale factor (DETL, DETH). */
  scale: number;
  /** Most of the logarithmic scale factor. */
  mostLog: number;
  /** Steps by which its power of two is less in this band. */
  shift: number;
}
const LOWER: BandForm = { scale: 32, mostLog: 18_432, shift: 8 };
const HIGHER: BandForm = { scale: 8, mostLog: 22_528, shift: 10 };

const saturate = (value: number): number => Math.min(32_767, Math.max(-32_768, value));
/** Sign as blocks UPPOL and UPZERO take it: zero counts as positive. */
const signOf = (value: number): number => (value < 0 ? -1 : 1);
const within = (value: number, bound: number): number => Math.min(bound, Math.max(-bound, value));

/** One of the two bands: scale factor, and a predictor of two poles and six zeros. */
class Band {
  readonly #form: BandForm;
  scale: number;
  /** The prediction (SL, SH). */
  estimate = 0;
  #log = 0;
  #zeroEstimate = 0;
  /** Newest first: quantised differences, coefficients of the zeros. */
  readonly #differences = new Int32Array(DELAYS);
  readonly #zeros = new Int32Array(DELAYS);
  /** Reconstructed signal and partly reconstructed signal of the last two steps. */
  #signals = [0, 0];
  #partials = [0, 0];
  #poles = [0, 0];

  constructor(form: BandForm) {
    this.#form = form;
    this.scale = form.scale;
  }

  /** Blocks LOGSCL and SCALEL (LOGSCH and SCALEH). */
  adaptScale(step: number): void {
    this.#log = Math.min(this.#form.mostLog, Math.max(0, ((this.#log * 127) >> 7) + step));
    const shift = this.#form.shift - (this.#log >> 11);
    const power = ILB[(this.#log >> 6) & 31] ?? 0;
    this.scale = (shift < 0 ? power << -shift : power >> shift) << 2;
  }

  /** Block 4L (4H): takes the difference that was sent and predicts the next value. */
  adaptPredictor(difference: number): void {
    const signal = saturate(this.estimate + difference);
    const partial = saturate(this.#zeroEstimate + difference);
    this.#adaptPoles(partial);
    this.#adaptZeros(difference);
    this.#signals = [signal, this.#signals[0] ?? 0];
    this.#partials = [partial, this.#partials[0] ?? 0];
    const poles = this.#signals.reduce((sum, value, i) => saturate(sum + (((this.#poles[i] ?? 0) * saturate(value + value)) >> 15)), 0);
    // From the oldest to the newest, as the sum in block FILTEZ saturates.
    let zeros = 0;
    for (let i = DELAYS - 1; i >= 0; i -= 1) {
      const value = this.#differences[i] ?? 0;
      zeros = saturate(zeros + (((this.#zeros[i] ?? 0) * saturate(value + value)) >> 15));
    }
    this.#zeroEstimate = zeros;
    this.estimate = saturate(poles + zeros);
  }

  #adaptPoles(partial: number): void {
    const [first = 0, second = 0] = this.#poles;
    const [last = 0, beforeLast = 0] = this.#partials;
    const sign = signOf(partial);
    // Block UPPOL2.
    const change = within(saturate(first * 4), 32_767);
    const leaning = sign * signOf(last) > 0 ? saturate(-change) : change;
    const turned = (leaning >> 7) + (sign * signOf(beforeLast) > 0 ? 128 : -128);
    const newSecond = within(turned + ((second * 32_512) >> 15), 12_288);
    // Block UPPOL1.
    const moved = (sign * signOf(last) > 0 ? 192 : -192) + ((first * 32_640) >> 15);
    this.#poles = [within(saturate(moved), saturate(15_360 - newSecond)), newSecond];
  }

  #adaptZeros(difference: number): void {
    const step = difference === 0 ? 0 : 128;
    const sign = signOf(difference);
    for (let i = 0; i < DELAYS; i += 1) {
      const kept = ((this.#zeros[i] ?? 0) * 32_640) >> 15;
      this.#zeros[i] = saturate(kept + (sign * signOf(this.#differences[i] ?? 0) > 0 ? step : -step));
    }
    this.#differences.copyWithin(1, 0, DELAYS - 1);
    this.#differences[0] = difference;
  }
}

/** Decodes G.722 at 64 kbit/s, two samples at 16 kHz from a byte, by the integer arithmetic of the recommendation. One for each stream. */
export class G722Decoder {
  readonly #lower = new Band(LOWER);
  readonly #higher = new Band(HIGHER);
  /** The last 24 inputs of the receiving filter, newest last. */
  readonly #delays = new Int32Array(QMF.length);

  /** Samples, -1..1. */
  decode(bytes: Uint8Array): Float32Array {
    const samples = new Float32Array(bytes.length * G722_BYTE_SAMPLES);
    for (const [i, byte] of bytes.entries()) {
      const [first, second] = this.#join(this.#decodeLower(byte & 0x3f), this.#decodeHigher(byte >> 6));
      samples[2 * i] = first / FULL_SCALE;
      samples[2 * i + 1] = second / FULL_SCALE;
    }
    return samples;
  }

  #decodeLower(code: number): number {
    const band = this.#lower;
    const value = within14(band.estimate + ((band.scale * (QM6[code] ?? 0)) >> 15));
    const coarse = code >> 2;
    const difference = (band.scale * (QM4[coarse] ?? 0)) >> 15;
    band.adaptScale(WL[RL42[coarse] ?? 0] ?? 0);
    band.adaptPredictor(difference);
    return value;
  }

  #decodeHigher(code: number): number {
    const band = this.#higher;
    const difference = (band.scale * (QM2[code] ?? 0)) >> 15;
    const value = within14(band.estimate + difference);
    band.adaptScale(WH[RH2[code] ?? 0] ?? 0);
    band.adaptPredictor(difference);
    return value;
  }

  /** The receiving quadrature mirror filter: two samples from one of each band. */
  #join(lower: number, higher: number): [number, number] {
    const delays = this.#delays;
    delays.copyWithin(0, 2);
    delays[QMF.length - 2] = lower + higher;
    delays[QMF.length - 1] = lower - higher;
    let [even, odd] = [0, 0];
    for (let i = 0; i < QMF.length; i += 2) {
      even += (delays[i] ?? 0) * (QMF[i] ?? 0);
      odd += (delays[i + 1] ?? 0) * (QMF[i + 1] ?? 0);
    }
    return [saturate(odd >> 11), saturate(even >> 11)];
  }
}

/** Block LIMIT: the reconstructed signal has 15 bits. */
const within14 = (value: number): number => Math.min(16_383, Math.max(-16_384, value));
