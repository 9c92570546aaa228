/** One look at a process that is at rest. */
export interface Look {
  /** Minutes since the beginning. */
  minute: number;
  value: number;
}

/** Share of the looks at the beginning that do not count: what is loaded once is loaded by then. House rule. */
const WARM_UP = 0.25;
const MINUTES_AN_HOUR = 60;

/** The looks after the warm-up. */
export const afterWarmUp = <T>(looks: readonly T[]): T[] => looks.slice(Math.floor(looks.length * WARM_UP));

/** What a value grows by in an hour: the median of the slopes of all pairs of looks (Theil and Sen), which single peaks do not move. Null for fewer than two. */
export function slopePerHour(looks: readonly Look[]): number | null {
  const slopes = looks.flatMap((one, place) =>
    looks.slice(place + 1).map((other) => ((other.value - one.value) / (other.minute - one.minute)) * MINUTES_AN_HOUR),
  );
  slopes.sort((a, b) => a - b);
  const middle = slopes.length / 2;
  if (slopes.length === 0) return null;
  return ((slopes[Math.ceil(middle) - 1] ?? 0) + (slopes[Math.floor(middle)] ?? 0)) / 2;
}

/** Whether a value grows by more than a bound in an hour and is higher in the last third of the looks than it ever was in the first: a peak is no growth. */
export function growsSteadily(looks: readonly Look[], mostPerHour: number): boolean {
  const third = Math.max(1, Math.floor(looks.length / 3));
  const first = Math.max(...looks.slice(0, third).map(({ value }) => value));
  const last = Math.min(...looks.slice(-third).map(({ value }) => value));
  return last > first && (slopePerHour(looks) ?? 0) > mostPerHour;
}
