import type { CallFacts, MessageRead } from '@ringback/core';
import { TIP_IDS } from '@ringback/core';
import { seededRandom } from '@ringback/speech';

/** A log with known truth. */
export interface SimulatedTruth {
  calls: number;
  /** Log-odds that a message of neutral score is returned at all. */
  base: number;
  /** Log-odds that the whole score from 0 to 1 adds; 0 where messages make no difference. */
  score: number;
  /** Mean days to a return, exponential. */
  meanDays: number;
  /** Days over which the calls are spread; the last is left at `NOW`. */
  spanDays: number;
}

/** When the simulated logs are looked at. */
export const NOW = '2026-11-01T12:00:00.000Z';
const DAY_MS = 86_400_000;
const NEUTRAL = 0.75;
const ELEMENTS = [
  'request',
  'bridge',
  'selling',
  'tone',
  'recipient',
  'caller',
  'goal',
  'reply-option',
  'dealings',
  'bound',
  'reach',
  'brevity',
];
const SHARES = [0.22, 0.22, 0.19, 0.15, 0.07, 0.04, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01];
const OBJECTIVES = ['job', 'client', 'meeting', 'other'] as const;
const BRIDGES = ['referrer', 'shared-school', 'earlier-contact', null] as const;
const RETURNS = ['phone', 'email', 'met'] as const;

type Draw = ReturnType<typeof seededRandom>;
const chance = (log: number) => 1 / (1 + Math.exp(-log));
const one = <T>(items: readonly T[], draw: Draw): T => items[Math.floor(draw.uniform() * items.length)] as T;

/** Each element is there or not, each with its own chance; the tips follow a coin. */
function message(draw: Draw): MessageRead {
  const present = ELEMENTS.map((_, index) => (draw.uniform() < 0.45 + 0.04 * index ? 1 : 0));
  const score = present.reduce<number>((sum, is, index) => sum + is * (SHARES[index] ?? 0), 0);
  return {
    decision: score >= 0.8 ? 'return' : score >= 0.7 ? 'toss-up' : 'delete',
    score,
    durationSec: 15 + 40 * draw.uniform(),
    tips: Object.fromEntries(TIP_IDS.map((id) => [id, draw.uniform() < 0.6 ? 'pass' : 'fail'])),
    bridge: one(BRIDGES, draw),
    elements: Object.fromEntries(ELEMENTS.map((id, index) => [id, present[index] ?? 0])),
  };
}

/** A log drawn from a known truth; the same seed gives the same log. */
export function simulatedLog(truth: SimulatedTruth, seed: number): CallFacts[] {
  const draw = seededRandom(seed);
  const nowMs = Date.parse(NOW);
  return Array.from({ length: truth.calls }, () => {
    const read = message(draw);
    const leftMs = nowMs - draw.uniform() * truth.spanDays * DAY_MS;
    const answers = draw.uniform() < chance(truth.base + truth.score * (read.score - NEUTRAL));
    const atMs = leftMs - Math.log(1 - draw.uniform()) * truth.meanDays * DAY_MS;
    const seen = answers && atMs <= nowMs;
    return {
      leftAt: new Date(leftMs).toISOString(),
      objective: one(OBJECTIVES, draw),
      outcomes: seen ? [{ kind: one(RETURNS, draw), at: new Date(atMs).toISOString() }] : [],
      followed: true,
      read,
    };
  });
}
