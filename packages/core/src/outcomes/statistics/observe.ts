import type { Call, OutcomeKind } from '../call.ts';

/** What the statistics read of a call; a store may keep just this. */
export type CallFacts = Pick<Call, 'leftAt' | 'objective' | 'outcomes' | 'followed' | 'read'>;

/** One call as the statistics see it. */
export interface Observation {
  call: CallFacts;
  /** Milliseconds since 1970. */
  leftMs: number;
  /**
   * From when on its result is learned from: the end of the horizon, also for a return that came earlier. Returns are known sooner than
   * their absence; learning from each as it comes would see too many returns. Milliseconds since 1970.
   */
  knownMs: number;
  /** Days to the return, or for how long it was watched without one. */
  days: number;
  returned: boolean;
  /** Whether it is old enough to say if it was returned in time. */
  ripe: boolean;
  /** Returned within the horizon. */
  inTime: boolean;
}

const DAY_MS = 86_400_000;
const RETURNS: readonly OutcomeKind[] = ['phone', 'email', 'met'];

/**
 * How long a call was watched. One that is open is watched until now. One that was declined stays in sight until now as well: it can no
 * longer be returned, and taking it out would tell the others' chances as its own (Gray 1988; Fine and Gray 1999, where the end of
 * watching is known). One that was closed with "nothing" is watched until then.
 */
export function observe(call: CallFacts, nowMs: number, horizonDays: number): Observation {
  const leftMs = Date.parse(call.leftAt);
  const first = call.outcomes.find(({ kind }) => RETURNS.includes(kind));
  const closed = call.outcomes.some(({ kind }) => kind === 'declined') ? undefined : call.outcomes.find(({ kind }) => kind === 'nothing');
  const until = first ?? closed;
  const endMs = until === undefined ? Math.max(nowMs, leftMs) : Date.parse(until.at);
  const days = (endMs - leftMs) / DAY_MS;
  const inTime = first !== undefined && days <= horizonDays;
  const horizonMs = leftMs + horizonDays * DAY_MS;
  return {
    call,
    leftMs,
    knownMs: horizonMs,
    days,
    returned: first !== undefined,
    ripe: nowMs >= horizonMs,
    inTime,
  };
}
