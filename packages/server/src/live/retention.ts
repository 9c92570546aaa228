import { count } from '@ringback/core';
import type { Log } from '../ports/log.ts';
import type { AllTakes } from '../ports/stores.ts';
import type { OwnDesk } from './own-desk.ts';

/** What is deleted by its age, and when. */
export interface RetentionOptions {
  allTakes: AllTakes;
  of: (owner: string) => Pick<OwnDesk, 'desk'>;
  /** Days after which a take goes, unless it was marked to be kept. */
  days: number;
  now: () => Date;
}

const DAY_MS = 86_400_000;

/** Deletes every take that is older, with its sound and the work on it, for good. Returns how many. */
export async function deleteOld({ allTakes, of, days, now }: RetentionOptions): Promise<number> {
  const old = await allTakes.olderThan(new Date(now().getTime() - days * DAY_MS));
  for (const { id, owner } of old) await of(owner).desk.remove(id);
  return old.length;
}

/** House rule: a day is a day give or take an hour. */
const LOOK_MS = 3_600_000;

/** House rule: who sees to the machine has that long to put its clock right. */
const PATIENCE_MS = DAY_MS;

/**
 * Whether the clock may be gone by: it has gone as far as the time that passed. One that jumped by a day or more, as a clock that was set
 * wrong or a machine that slept, is not trusted before it went right for a day: what is deleted is gone for good.
 * @param elapsed Milliseconds that passed, whatever the clock says.
 */
export function steadyClock(now: () => Date, elapsed: () => number): () => boolean {
  let at = { clockMs: now().getTime(), elapsedMs: elapsed() };
  let trustedFromMs = Number.NEGATIVE_INFINITY;
  return () => {
    const next = { clockMs: now().getTime(), elapsedMs: elapsed() };
    const jumpedMs = next.clockMs - at.clockMs - (next.elapsedMs - at.elapsedMs);
    if (Math.abs(jumpedMs) >= DAY_MS) trustedFromMs = next.elapsedMs + PATIENCE_MS;
    at = next;
    return next.elapsedMs >= trustedFromMs;
  };
}

/** Deletes what is too old now and every hour. @param days Undefined keeps everything. */
export function keepFor(days: number | undefined, options: Omit<RetentionOptions, 'days'>, log: Log): { close(): void } {
  if (days === undefined) return { close() {} };
  const isSteady = steadyClock(options.now, () => performance.now());
  const look = () => (isSteady() ? remove() : log('the clock has jumped: nothing is deleted by its age for a day'));
  const remove = () =>
    deleteOld({ ...options, days }).then(
      (old) => old > 0 && log(`deleted because of their age: ${count(old, 'take')}`),
      () => log('takes could not be deleted by their age'),
    );
  void look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
