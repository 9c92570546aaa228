import { type CallFacts, statisticsOf } from '@ringback/core';

const CALLS = 100_000;
const NOW = '2026-11-01T12:00:00.000Z';
const DAY_MS = 86_400_000;
const OBJECTIVES = ['job', 'client', 'meeting', 'other'] as const;

/** A long log with everything that the statistics read, the same in each run. */
function longLog(): CallFacts[] {
  const nowMs = Date.parse(NOW);
  return Array.from({ length: CALLS }, (_, turn) => {
    const leftMs = nowMs - ((turn * 7919) % 1_000_000) * 0.001 * DAY_MS;
    const returned = (turn * 31) % 10 < 3;
    const score = ((turn * 17) % 100) / 100;
    return {
      leftAt: new Date(leftMs).toISOString(),
      objective: OBJECTIVES[turn % OBJECTIVES.length] ?? 'other',
      outcomes: returned ? [{ kind: 'phone', at: new Date(leftMs + ((turn * 13) % 240) * 0.04 * DAY_MS).toISOString() }] : [],
      followed: true,
      read: {
        decision: score > 0.8 ? 'return' : 'delete',
        score,
        durationSec: 15 + (turn % 40),
        tips: {
          goal: turn % 2 === 0 ? 'pass' : 'fail',
          bridge: turn % 3 === 0 ? 'pass' : 'fail',
          brevity: turn % 5 === 0 ? 'fail' : 'pass',
        },
        bridge: turn % 3 === 0 ? 'referrer' : null,
        elements: { bridge: turn % 3 === 0 ? 1 : 0, request: ((turn * 29) % 10) / 10, tone: 1, selling: ((turn * 3) % 7) / 6 },
      },
    };
  });
}

/** Time for the statistics of a log of 100,000 calls, best of the rounds. Markdown. */
export function benchLog(rounds: number): string {
  const calls = longLog();
  const elapsed = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    statisticsOf(calls, { now: NOW });
    return performance.now() - startedAt;
  });
  return `Statistics of a log of ${CALLS} calls (rate, curve, comparisons, calibration): ${(Math.min(...elapsed) / 1000).toFixed(2)} s, best of ${rounds}.`;
}
