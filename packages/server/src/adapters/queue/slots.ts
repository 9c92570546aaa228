import { setTimeout as pause } from 'node:timers/promises';
import type { QueueName } from './job-rows.ts';

/** What a slot does, again and again. */
export interface SlotWork<Taken> {
  /** The next job of the first queue that has one; null where none has. */
  take(queues: readonly QueueName[]): Promise<Taken | null>;
  /** Does it; never throws. */
  perform(taken: Taken): Promise<void>;
}

/** Does so many jobs at a time; whoever has added one wakes it, otherwise it looks again after `pollMs`. */
export class Slots<Taken> {
  readonly #work: SlotWork<Taken>;
  readonly #pollMs: number;
  readonly #loops: Promise<void>[] = [];
  #sleep = new AbortController();
  #isClosing = false;

  constructor(work: SlotWork<Taken>, pollMs: number) {
    this.#work = work;
    this.#pollMs = pollMs;
  }

  /** One slot more than `atOnce`, for people who wait: work that nobody waits for never fills it. */
  start(atOnce: number): void {
    this.#loops.push(this.#loop(['person']));
    for (let i = 0; i < atOnce; i += 1) this.#loops.push(this.#loop(['person', 'batch']));
  }

  /** There is something to do. */
  wake(): void {
    const asleep = this.#sleep;
    this.#sleep = new AbortController();
    asleep.abort();
  }

  /** Begins nothing more; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.wake();
    await Promise.all(this.#loops);
  }

  async #loop(queues: readonly QueueName[]): Promise<void> {
    while (!this.#isClosing) {
      // Before looking: what is added meanwhile is not slept through.
      const { signal } = this.#sleep;
      const taken = await this.#work.take(queues);
      if (taken !== null) await this.#work.perform(taken);
      else await pause(this.#pollMs, undefined, { signal }).catch(() => {});
    }
  }
}
