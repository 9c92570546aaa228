import type { Affiliation } from './person.ts';

/** Calendar years of a stretch, both ends included; an end is null when it lasts or is not known. */
export interface Years {
  from: number | null;
  to: number | null;
  current: boolean;
}

const yearOf = (iso: string | undefined): number | null => {
  const year = Number.parseInt(iso ?? '', 10);
  return Number.isFinite(year) ? year : null;
};

/** The years of an affiliation. */
export function yearsOf(entry: Affiliation): Years {
  const from = yearOf(entry.start);
  const to = yearOf(entry.end);
  return { from, to, current: entry.current === true && to === null };
}

/** Years that two stretches share; null when they share none or the records do not say. */
export function overlap(a: Years, b: Years, thisYear: number): { from: number; to: number } | null {
  if (a.from === null || b.from === null) return null;
  const endOf = (years: Years) => years.to ?? (years.current ? thisYear : null);
  const [endA, endB] = [endOf(a), endOf(b)];
  if (endA === null || endB === null) return null;
  const from = Math.max(a.from, b.from);
  const to = Math.min(endA, endB);
  return from <= to ? { from, to } : null;
}

/** Whole years since the stretch ended; 0 while it lasts; null when the records do not say. */
export function yearsSince(years: Years, thisYear: number): number | null {
  if (years.current) return 0;
  const last = years.to ?? years.from;
  return last === null ? null : Math.max(0, thisYear - last);
}

/** "in 2014", "from 2012 to 2015", "since 2019"; undefined when not known. */
export function whenInWords({ from, to, current }: Years): string | undefined {
  if (from !== null && to !== null) return from === to ? `in ${from}` : `from ${from} to ${to}`;
  if (current && from !== null) return `since ${from}`;
  if (to !== null) return `until ${to}`;
  return undefined;
}
