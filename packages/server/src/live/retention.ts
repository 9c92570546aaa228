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

/** Deletes what is too old now and every hour. @param days Undefined keeps everything. */
export function keepFor(days: number | undefined, options: Omit<RetentionOptions, 'days'>, log: Log): { close(): void } {
  if (days === undefined) return { close() {} };
  const look = () =>
    deleteOld({ ...options, days }).then(
      (old) => old > 0 && log(`deleted because of their age: ${count(old, 'take')}`),
      () => log('takes could not be deleted by their age'),
    );
  void look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
