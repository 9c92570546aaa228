import { table } from './section.ts';

/** One word or digit: how sure the recogniser was, and whether it was right. */
export interface Judged {
  confidence: number;
  right: boolean;
}

/** Upper limits of the bins of confidence. */
const BINS = [0.5, 0.7, 0.8, 0.9, 0.95, 1];

/** Confidence against truth: a calibrated recogniser is right in as many cases as it says. */
export function reliabilityTable(judged: readonly Judged[]): string {
  let low = 0;
  let gapSum = 0;
  const rows = BINS.map((high) => {
    const bin = judged.filter(({ confidence }) => confidence >= low && (confidence < high || high === 1));
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    const right = bin.filter((one) => one.right).length / bin.length;
    if (bin.length > 0) gapSum += bin.length * Math.abs(mean - right);
    const row = [`${low} to ${high}`, bin.length, ...(bin.length > 0 ? [mean.toFixed(2), right.toFixed(2)] : ['n/a', 'n/a'])];
    low = high;
    return row;
  });
  const error = judged.length > 0 ? (gapSum / judged.length).toFixed(3) : 'n/a';
  return `${table(['confidence', 'n', 'mean confidence', 'share right'], rows)}\n\nExpected calibration error: ${error} (n = ${judged.length}).`;
}
