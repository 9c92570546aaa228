import type { Log } from './ports/log.ts';

/** Milliseconds after which someone who waits for the start is told why. House rule. */
const PATIENCE_MS = 2_000;

/** Tells what a start is doing, once it takes long. */
export interface SlowStart {
  /** What comes next, for example "the database is being opened". */
  doing(step: string): void;
  done(): void;
}

/** @param afterCrash Whether the last run did not end properly: the database then works through its log and lets no timer in, so it is told before. */
export function slowStart(log: Log, afterCrash: boolean, patienceMs = PATIENCE_MS): SlowStart {
  let now = '';
  let isLate = false;
  if (afterCrash) log('the last run did not end properly; its data is being put in order, which can take half a minute');
  const timer = setTimeout(() => {
    isLate = true;
    log(`still starting: ${now}`);
  }, patienceMs);
  return {
    doing(step) {
      now = step;
      if (isLate) log(`still starting: ${now}`);
    },
    done: () => clearTimeout(timer),
  };
}
