import { tooLong } from './failures.ts';

/** Samples gathered into one array at a time when the length is not known beforehand. */
const BLOCK_SAMPLES = 1 << 18;

/** Beyond this a float is damage, not sound: 24 dB over full scale. House rule. */
const MAX_PEAK = 16;

/**
 * Mixes channels down to one while they are decoded, so that only one channel is ever held.
 * The mean of the channels is kept. Throws `too-long` when more than `maxSamples` arrive.
 */
export class MonoMix {
  readonly #maxSamples: number;
  readonly #limitSec: number;
  readonly #onStep: (() => void) | undefined;
  readonly #blocks: Float32Array[] = [];
  #current: Float32Array;
  #filled = 0;
  #total = 0;

  /** `expectedSamples` lets the whole be held without copying when it turns out right; `onStep` is told of every piece. */
  constructor(maxSamples: number, limitSec: number, expectedSamples = 0, onStep?: () => void) {
    this.#maxSamples = maxSamples;
    this.#limitSec = limitSec;
    this.#onStep = onStep;
    this.#current = new Float32Array(Math.min(Math.max(expectedSamples, BLOCK_SAMPLES), maxSamples));
  }

  /** Samples so far. */
  get length(): number {
    return this.#total;
  }

  /**
   * Adds the mean of the channels; all must have the same length, and the first decides.
   * A piece without samples counts as a step too: the codec has read on.
   */
  add(channels: readonly Float32Array[]): void {
    this.#onStep?.();
    const first = channels[0];
    if (first === undefined || first.length === 0) return;
    if (this.#total + first.length > this.#maxSamples) throw tooLong(this.#limitSec);
    let from = 0;
    while (from < first.length) {
      const room = this.#reserve();
      const count = Math.min(room, first.length - from);
      this.#mix(channels, from, count);
      from += count;
      this.#filled += count;
      this.#total += count;
    }
  }

  /** Adds silence, for example where packets are missing. */
  addSilence(count: number): void {
    if (count <= 0) return;
    if (this.#total + count > this.#maxSamples) throw tooLong(this.#limitSec);
    const silence = new Float32Array(Math.min(count, BLOCK_SAMPLES));
    for (let left = count; left > 0; left -= silence.length) this.add([left < silence.length ? silence.subarray(0, left) : silence]);
  }

  /**
   * All samples, at most `limit` of them, within -1..1: bad values (NaN) become silence, and floats beyond full scale are
   * scaled down as a whole, since clipping them would spoil what the file still holds.
   */
  finish(limit = this.#total): Float32Array {
    const whole = this.#blocks.length === 0 ? this.#current.subarray(0, this.#filled) : this.#join();
    const samples = whole.subarray(0, Math.min(limit, whole.length));
    let peak = 1;
    for (let i = 0; i < samples.length; i += 1) {
      const value = samples[i] ?? 0;
      const held = Number.isNaN(value) ? 0 : Math.max(-MAX_PEAK, Math.min(MAX_PEAK, value));
      if (held !== value) samples[i] = held;
      peak = Math.max(peak, Math.abs(held));
    }
    if (peak > 1) for (let i = 0; i < samples.length; i += 1) samples[i] = (samples[i] ?? 0) / peak;
    return samples;
  }

  #reserve(): number {
    if (this.#filled === this.#current.length) {
      this.#blocks.push(this.#current);
      this.#current = new Float32Array(BLOCK_SAMPLES);
      this.#filled = 0;
    }
    return this.#current.length - this.#filled;
  }

  #mix(channels: readonly Float32Array[], from: number, count: number): void {
    const out = this.#current;
    const at = this.#filled;
    const weight = 1 / channels.length;
    for (const [index, channel] of channels.entries()) {
      for (let i = 0; i < count; i += 1) {
        const value = (channel[from + i] ?? 0) * weight;
        out[at + i] = index === 0 ? value : (out[at + i] ?? 0) + value;
      }
    }
  }

  #join(): Float32Array {
    const whole = new Float32Array(this.#total);
    let at = 0;
    for (const block of this.#blocks) {
      whole.set(block, at);
      at += block.length;
    }
    whole.set(this.#current.subarray(0, this.#filled), at);
    return whole;
  }
}
