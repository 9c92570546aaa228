import type { Legibility } from '@ringback/core';
import { type CurvePoint, crossing, fitThreshold, monotoneCurve } from './psychometric.ts';
import type { Trial } from './trials.ts';

/** A digit survives where it is more likely written right than not. */
const HALF = 0.5;
/** Another digit that takes this share of the tries in which the digit is lost is a confusion. House rule. */
const CONFUSION_SHARE = 0.3;

/** For each digit how far it survives and what it is taken for. */
export function digitSurvival(trials: readonly Trial[], digits: string): Legibility['digits'] {
  return [...digits].map((digit, place) => ({
    digit,
    survivesToDb: survivesTo(trials, digit, place),
    heardAs: heardAs(trials, digit, place),
  }));
}

function probability(trial: Trial, place: number, digit: string): number {
  return trial.probabilities[place]?.[Number(digit)] ?? 0;
}

/** The rising curve of one digit over the ratio. */
function digitCurve(trials: readonly Trial[], digit: string, place: number): CurvePoint[] {
  return monotoneCurve(trials.map((trial) => ({ snrDb: trial.snrDb, share: probability(trial, place, digit), tries: 1 })));
}

function survivesTo(trials: readonly Trial[], digit: string, place: number): number | null {
  const found = crossing(digitCurve(trials, digit, place), HALF);
  if (found.kind === 'never') return null;
  const lowest = Math.min(...trials.map((trial) => trial.snrDb));
  if (found.kind === 'always') return lowest;
  const tries = trials.map((trial) => ({ snrDb: trial.snrDb, share: probability(trial, place, digit) }));
  const fitted = fitThreshold(tries, HALF, found.snrDb)?.snrDb ?? found.snrDb;
  const highest = Math.max(...trials.map((trial) => trial.snrDb));
  return Math.min(highest, Math.max(lowest, fitted));
}

/** Digits written in place of this one, likeliest first, over the tries in which it is lost. */
function heardAs(trials: readonly Trial[], digit: string, place: number): string[] {
  const lost = trials.filter((trial) => probability(trial, place, digit) < HALF);
  if (lost.length === 0) return [];
  const shares = [...'0123456789'].map((other) => ({
    other,
    share: lost.reduce((sum, trial) => sum + probability(trial, place, other), 0) / lost.length,
  }));
  return shares
    .filter(({ other, share }) => other !== digit && share >= CONFUSION_SHARE)
    .sort((a, b) => b.share - a.share)
    .map(({ other }) => other);
}

/** The digits a listener would write at one ratio, lost ones as "?". */
export function writtenAt(trials: readonly Trial[], digits: string, snrDb: number): string[] {
  return [...digits].map((digit, place) => (shareAt(digitCurve(trials, digit, place), snrDb) >= HALF ? digit : '?'));
}

/** Share of a rising curve at a ratio, in a straight line between its points and level beyond them. */
export function shareAt(curve: readonly CurvePoint[], snrDb: number): number {
  const above = curve.find((point) => point.snrDb >= snrDb);
  const below = [...curve].reverse().find((point) => point.snrDb <= snrDb);
  if (above === undefined) return below?.share ?? 0;
  if (below === undefined || above.snrDb === below.snrDb) return above.share;
  return below.share + ((snrDb - below.snrDb) / (above.snrDb - below.snrDb)) * (above.share - below.share);
}

/** dB at which every digit is the likeliest of the ten in half of the tries; null when never or always. */
export function wholeNumberDb(trials: readonly Trial[], digits: string): number | null {
  const points = trials.map((trial) => ({ snrDb: trial.snrDb, share: isExact(trial, digits) ? 1 : 0, tries: 1 }));
  const found = crossing(monotoneCurve(points), HALF);
  return found.kind === 'at' ? found.snrDb : null;
}

function isExact(trial: Trial, digits: string): boolean {
  return [...digits].every((digit, place) => {
    const row = trial.probabilities[place] ?? [];
    return row.every((share, other) => other === Number(digit) || share < (row[Number(digit)] ?? 0));
  });
}
