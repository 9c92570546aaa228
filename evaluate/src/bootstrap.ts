import { seededRandom } from '@ringback/speech';

const RESAMPLES = 2_000;
const SEED = 20_261_123;
const TAIL = 0.025;

/** An estimate with its 95 % confidence interval. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** Percentile bootstrap over `items` (recordings): how `statistic` would vary had other recordings been drawn. Seeded. */
export function bootstrap<T>(items: readonly T[], statistic: (items: readonly T[]) => number): Interval {
  const random = seededRandom(SEED);
  const values: number[] = [];
  for (let round = 0; round < RESAMPLES; round += 1) {
    const drawn = items.flatMap(() => {
      const item = items[Math.floor(random.uniform() * items.length)];
      return item === undefined ? [] : [item];
    });
    const value = statistic(drawn);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { value: statistic(items), low: at(TAIL), high: at(1 - TAIL) };
}

/** "1.2 [0.4, 2.0]". */
export function interval({ value, low, high }: Interval, digits = 1): string {
  return `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
}

/** Mean; not a number for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation of a sample. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

/** Slope of a straight line by least squares. */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  const above = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return above / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
