/** How much may be asked at once, and how fast that comes back. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Who asked nothing for so long is forgotten at the next look, so that strangers' addresses do not pile up. */
const MOST_KEYS = 10_000;

/** A bucket of so many requests for each key; it fills again with time. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #now: () => Date;
  readonly #buckets = new Map<string, { left: number; atMs: number }>();

  constructor(rate: Rate, now: () => Date) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one request of this key. Returns 0, or the seconds to wait when there is none left. */
  take(key: string): number {
    const { burst, perSecond } = this.#rate;
    const nowMs = this.#now().getTime();
    const { left, atMs } = this.#buckets.get(key) ?? { left: burst, atMs: nowMs };
    const filled = Math.min(burst, left + (Math.max(0, nowMs - atMs) / 1000) * perSecond);
    if (this.#buckets.size >= MOST_KEYS) this.#forgetFull(nowMs);
    // Also where there is none left: a clock that was put back fills it from now on, not from when it comes there again.
    this.#buckets.set(key, { left: filled < 1 ? filled : filled - 1, atMs: nowMs });
    return filled < 1 ? Math.ceil((1 - filled) / perSecond) : 0;
  }

  #forgetFull(nowMs: number): void {
    const fullAfterMs = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [key, { atMs }] of this.#buckets) if (nowMs - atMs >= fullAfterMs) this.#buckets.delete(key);
  }
}
