/** Which number comes first in "03/04/2026". */
export type DateOrder = 'month-first' | 'day-first';

const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:,?\s+(.*))?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.*))?$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?$/i;
const ZONE = /\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;
const NOON = 12;

/** What the dates of a column say about their order; null where every one could be read both ways. */
export function dateOrderOf(dates: readonly string[]): DateOrder | null {
  for (const date of dates) {
    const [, first, second] = SLASHED.exec(date.trim()) ?? [];
    if (Number(first) > NOON) return 'day-first';
    if (Number(second) > NOON) return 'month-first';
  }
  return null;
}

/** Hour, minute, second; undefined for what is no time of day. */
function clockOf(text: string): [number, number, number] | undefined {
  if (text === '') return [0, 0, 0];
  const [whole, hours, minutes, seconds, half] = CLOCK.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const twelve = half === undefined ? Number(hours) : (Number(hours) % NOON) + (half.toLowerCase() === 'pm' ? NOON : 0);
  return twelve < 24 && Number(minutes) < 60 ? [twelve, Number(minutes), Number(seconds ?? 0)] : undefined;
}

/** Minutes east of UTC; null where the text names no zone. */
function zoneOf(text: string): number | null {
  const zone = ZONE.exec(text)?.[1];
  if (zone === undefined) return null;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A moment as programs write it, as ISO 8601 in UTC; without a zone it is a time on this machine's clock. Undefined for anything else. */
export function momentOf(text: string, order: DateOrder): string | undefined {
  const trimmed = text.trim();
  if (/^\d{13}$/.test(trimmed)) return new Date(Number(trimmed)).toISOString();
  const slashed = SLASHED.exec(trimmed);
  const iso = ISO.exec(trimmed);
  const [day, month, year, rest] = slashed
    ? [slashed[order === 'day-first' ? 1 : 2], slashed[order === 'day-first' ? 2 : 1], slashed[3], slashed[4]]
    : [iso?.[3], iso?.[2], iso?.[1], iso?.[4]];
  if (year === undefined) return undefined;
  const clock = clockOf((rest ?? '').replace(ZONE, '').trim());
  const date = [Number(year), Number(month) - 1, Number(day)] as const;
  // "31 February" would slide into March.
  const calendar = new Date(Date.UTC(...date));
  if (clock === undefined || calendar.getUTCMonth() !== date[1] || calendar.getUTCDate() !== date[2]) return undefined;
  const zone = zoneOf(rest ?? '');
  return zone === null ? new Date(...date, ...clock).toISOString() : new Date(Date.UTC(...date, ...clock) - zone * 60_000).toISOString();
}
