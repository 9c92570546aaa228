import { HORIZON_DAYS, type LogStatistics, statisticsOf } from '@ringback/core';
import { type Section, table } from './section.ts';
import { NOW, type SimulatedTruth, simulatedLog } from './simulated-log.ts';

const LOGS = 2_000;
const CALIBRATED_LOGS = 100;
/** Log-odds of these shares, and sizes of log that one person may come to. */
const SHARES = [0.05, 0.15, 0.3, 0.5];
const SIZES = [20, 60, 200, 600];
const MEAN_DAYS = 3;
const SPAN_DAYS = 90;

const logit = (share: number) => Math.log(share / (1 - share));
const percent = (part: number, whole: number) => (whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(1)}%`);

/** Share that is returned within the horizon where messages make no difference. */
const truthOf = (share: number) => share * (1 - Math.exp(-HORIZON_DAYS / MEAN_DAYS));

interface Cell {
  share: number;
  calls: number;
  logs: number;
  covered: number;
  claimed: number;
  foretold: number;
}

const study = (truth: SimulatedTruth, seed: number): LogStatistics => statisticsOf(simulatedLog(truth, seed), { now: NOW });

/** Logs in which messages make no difference: does the interval hold the truth, and is anything claimed that is not so? */
export function coverage(logs: number): Cell[] {
  const cells = SHARES.flatMap((share) => SIZES.map((calls): Cell => ({ share, calls, logs: 0, covered: 0, claimed: 0, foretold: 0 })));
  for (let seed = 0; seed < logs; seed += 1) {
    const cell = cells[seed % cells.length];
    if (cell === undefined) continue;
    const { share, calls } = cell;
    const { rate, comparisons, calibration } = study(
      { calls, base: logit(share), score: 0, meanDays: MEAN_DAYS, spanDays: SPAN_DAYS },
      seed + 1,
    );
    const truth = truthOf(share);
    cell.logs += 1;
    if (rate.low <= truth && truth <= rate.high) cell.covered += 1;
    if (comparisons.some(({ apart }) => apart)) cell.claimed += 1;
    if (calibration.state === 'predicts') cell.foretold += 1;
  }
  return cells;
}

const total = (cells: readonly Cell[], key: 'logs' | 'covered' | 'claimed' | 'foretold') => cells.reduce((sum, cell) => sum + cell[key], 0);

/** How often the calibration predicts, by what the score is worth and how long the log is. */
function beginning(progress: (text: string) => void): string {
  const sizes = [50, 100, 200, 400, 800, 1600];
  const worth = [0, 1, 2, 4, 8];
  const rows = worth.map((score) => [
    score,
    ...sizes.map((calls) => {
      progress(`calibration, score worth ${score}, ${calls} calls`);
      let predicts = 0;
      for (let seed = 0; seed < CALIBRATED_LOGS; seed += 1) {
        const truth = { calls, base: logit(0.25), score, meanDays: MEAN_DAYS, spanDays: 365 };
        if (study(truth, 100_000 + seed).calibration.state === 'predicts') predicts += 1;
      }
      return percent(predicts, CALIBRATED_LOGS);
    }),
  ]);
  return table(['log-odds of the whole score', ...sizes.map((calls) => `${calls} calls`)], rows);
}

/** Statistics of logs on simulated logs with known truth. */
export const outcomesSection: Section = {
  name: 'outcomes',
  title: 'The log: intervals, comparisons and calibration on simulated logs',
  async run({ progress }) {
    progress('intervals');
    const cells = coverage(LOGS);
    const rows = cells.map(({ share, calls, logs, covered, claimed, foretold }) => [
      share,
      calls,
      logs,
      percent(covered, logs),
      percent(claimed, logs),
      percent(foretold, logs),
    ]);
    const [logs, covered, claimed, foretold] = [
      total(cells, 'logs'),
      total(cells, 'covered'),
      total(cells, 'claimed'),
      total(cells, 'foretold'),
    ];
    return [
      `${logs} logs in which messages make no difference, calls spread over ${SPAN_DAYS} days, returns after ${MEAN_DAYS} days on average. The interval at 95 % held the true rate in ${percent(covered, logs)} of the logs (${covered} of ${logs}); a difference that is not there was claimed in ${percent(claimed, logs)}, a prediction made in ${percent(foretold, logs)}.`,
      table(['true share returned', 'calls', 'logs', 'interval holds it', 'a difference claimed', 'a prediction made'], rows),
      `Share of ${CALIBRATED_LOGS} logs in which the calibration predicts, a quarter returned at a neutral score. The row 0 is the truth in which messages make no difference.`,
      beginning(progress),
    ].join('\n\n');
  },
};
