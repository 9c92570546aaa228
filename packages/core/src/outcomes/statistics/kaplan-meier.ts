/** How long one call was watched, and whether it ended with a return. */
export interface Watched {
  /** From the call to its return, or to the last moment that is known of. Any unit; days here. */
  time: number;
  returned: boolean;
}

/** The curve just after one of its steps. */
export interface CurvePoint {
  time: number;
  /** Calls watched just before. */
  atRisk: number;
  returned: number;
  /** Share of calls not returned by now. */
  waiting: number;
  /** Greenwood's standard error of `waiting`. */
  standardError: number;
  /** Interval at 95 % on the log-log scale, which stays within 0..1. */
  low: number;
  high: number;
}

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The Kaplan-Meier curve of the time to a return, one point for each time at which a call was returned. A call that is still open
 * counts for as long as it was watched: it is no failure.
 *
 * Sources: Kaplan and Meier 1958; Greenwood 1926; the interval as Kalbfleisch and Prentice (R's `conf.type = "log-log"`).
 */
export function kaplanMeier(watched: readonly Watched[]): CurvePoint[] {
  const times = Float64Array.from(watched, ({ time }) => time).sort();
  const returns = Float64Array.from(
    watched.filter(({ returned }) => returned),
    ({ time }) => time,
  ).sort();
  const points: CurvePoint[] = [];
  let waiting = 1;
  let greenwood = 0;
  let gone = 0;
  for (let index = 0; index < returns.length; ) {
    const time = returns[index] ?? 0;
    let returned = 0;
    while (returns[index] === time) {
      returned += 1;
      index += 1;
    }
    while ((times[gone] ?? Number.POSITIVE_INFINITY) < time) gone += 1;
    const atRisk = times.length - gone;
    waiting *= 1 - returned / atRisk;
    greenwood += returned / (atRisk * (atRisk - returned));
    points.push({ time, atRisk, returned, waiting, ...spread(waiting, greenwood) });
  }
  return points;
}

/** At 0 nothing is left to be uncertain about, and the log-log scale has no place for it. */
function spread(waiting: number, greenwood: number): Pick<CurvePoint, 'standardError' | 'low' | 'high'> {
  if (waiting === 0) return { standardError: 0, low: 0, high: 0 };
  const half = (Z * Math.sqrt(greenwood)) / Math.log(waiting);
  return { standardError: waiting * Math.sqrt(greenwood), low: waiting ** Math.exp(-half), high: waiting ** Math.exp(half) };
}

/** The first time by which half of the calls are returned; null when the curve stays above one half. */
export function medianTime(points: readonly CurvePoint[]): number | null {
  return points.find(({ waiting }) => waiting <= 0.5)?.time ?? null;
}

/** The curve with at most `most` points, its last one kept: enough to draw it. */
export function thinned(points: readonly CurvePoint[], most: number): CurvePoint[] {
  if (points.length <= most) return [...points];
  return Array.from({ length: most }, (_, index) => points[Math.round((index * (points.length - 1)) / (most - 1))]).filter(
    (point): point is CurvePoint => point !== undefined,
  );
}
