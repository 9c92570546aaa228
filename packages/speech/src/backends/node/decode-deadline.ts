import { RingbackError } from '@ringback/core/failure';
import type { DecodeLimits } from '../../decode/limits.ts';

/** Milliseconds of a clock that never goes back. */
export type Clock = () => number;

const MB = 1e6;
const MS_PER_SEC = 1000;

/**
 * Tells a decoder that is stuck from one that is slow: each step starts the wait anew, and the whole has an end that grows with
 * the size of the file. The size cannot be forged as a header can: a small hostile file ends within 10 s whatever it claims.
 */
export class DecodeDeadline {
  readonly #limits: DecodeLimits;
  readonly #now: Clock;
  readonly #startedMs: number;
  readonly #totalMs: number;
  #steppedMs: number;
  #steps = 0;

  constructor(fileBytes: number, limits: DecodeLimits, now: Clock) {
    this.#limits = limits;
    this.#now = now;
    this.#startedMs = now();
    this.#steppedMs = this.#startedMs;
    this.#totalMs = Math.min(limits.maxTimeMs, limits.baseTimeMs + (fileBytes / MB) * limits.timePerMbMs);
  }

  /** What to throw now, given the steps made so far (any number that changes with progress); null while all is well. */
  check(steps: number): RingbackError | null {
    const now = this.#now();
    if (steps !== this.#steps) {
      this.#steps = steps;
      this.#steppedMs = now;
    }
    if (now - this.#steppedMs > this.#limits.maxStallMs)
      return new RingbackError(
        'decode-timeout',
        `Decoding stood still for ${seconds(this.#limits.maxStallMs)}: the recording is damaged; export it again, or try again when the machine is less busy.`,
      );
    if (now - this.#startedMs > this.#totalMs)
      return new RingbackError(
        'decode-timeout',
        `Decoding took longer than ${seconds(this.#totalMs)}, more than a file of this size can need: it is damaged; export it again, or try again when the machine is less busy.`,
      );
    return null;
  }
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / MS_PER_SEC).toFixed(1))} s`;
}
