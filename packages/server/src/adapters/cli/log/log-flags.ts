import { RingbackError } from '@ringback/core';

/** A moment as a person types it: "2026-11-20", "2026-11-20 14:30", or ISO 8601; without a zone on their own clock. Undefined stays so. */
export function momentFlag(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined;
  const typed = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?$/.exec(text);
  const date = typed
    ? new Date(Number(typed[1]), Number(typed[2]) - 1, Number(typed[3]), Number(typed[4] ?? NOON), Number(typed[5] ?? 0))
    : new Date(text);
  if (Number.isNaN(date.getTime())) throw new RingbackError('bad-call', `${flag} takes a date such as 2026-11-20 or "2026-11-20 14:30".`);
  return date.toISOString();
}

/** A date alone is taken for the middle of the day. */
const NOON = 12;

/** The query of a request, without what was not given. */
export function queryOf(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given as [string, string][])}`;
}
