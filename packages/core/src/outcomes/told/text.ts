import type { LogStatistics } from '../statistics/statistics.ts';
import { countsInWords, groupInWords, judgementInWords, percent, rateInWords, timeInWords } from './words.ts';

const BAR = 20;
/** Rows of the curve that are told. */
const MOST_ROWS = 8;

function curveLines({ curve }: LogStatistics): string[] {
  const step = Math.max(1, Math.ceil(curve.length / MOST_ROWS));
  return curve
    .filter((_, index) => index % step === 0 || index === curve.length - 1)
    .map(({ time, waiting, atRisk }) => {
      const bar = '#'.repeat(Math.round((1 - waiting) * BAR)).padEnd(BAR, '.');
      return `  ${time.toFixed(1).padStart(6)} days  ${bar}  ${percent(1 - waiting).padStart(5)} returned (${atRisk} watched)`;
    });
}

/** The statistics for a terminal. */
export function statisticsText(statistics: LogStatistics): string {
  const { rate, horizonDays, comparisons, calibration, notYet } = statistics;
  const told = comparisons.filter(({ pValue }) => pValue !== null);
  const compared = told.map((one) => `  ${groupInWords(one)}: ${rateInWords(one.rate)}; ${judgementInWords(one)}`);
  const lines = [
    `${countsInWords(statistics)}.`,
    `Returned within ${horizonDays} days, of the calls that old: ${rateInWords(rate)}.`,
    timeInWords(statistics),
    ...curveLines(statistics),
    ...(compared.length > 0 ? ['', `Compared (${told.length} looks, corrected for):`, ...compared] : []),
    '',
    calibration.says,
    ...calibration.reliability.map(({ foretold, rate: came }) => `  foretold ${percent(foretold)}: ${rateInWords(came)}`),
    '',
    notYet,
  ];
  return `${lines.join('\n')}\n`;
}
