/** How the decoder's probability becomes a confidence: a straight line on the logit scale (Platt 1999). */
export interface Calibration {
  slope: number;
  offset: number;
  /** Probabilities closer to 0 or 1 are taken as this close. */
  margin: number;
}

/** Fitted on the words of our evaluation recordings; `npm run evaluate` prints how well it holds. */
export const CALIBRATION: Calibration = { slope: 1.1, offset: 1.3, margin: 1e-4 };

/** Share of words with this probability that are right, 0..1. */
export function calibrated(probability: number, { slope, offset, margin }: Calibration = CALIBRATION): number {
  const p = Math.min(1 - margin, Math.max(margin, probability));
  return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset)));
}
