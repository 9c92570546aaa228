const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;
const DATE = 'YYYY-MM-DD'.length;

/** The Mondays (UTC) on which the last weeks began, oldest first, the running week last: "2026-11-23". */
export function lastWeeks(now: Date, count: number): string[] {
  const sinceMonday = (now.getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  const monday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - sinceMonday);
  return Array.from({ length: count }, (_, i) => new Date(monday - (count - 1 - i) * DAYS_OF_WEEK * DAY_MS).toISOString().slice(0, DATE));
}
