import type { Legibility } from '@ringback/core';
import type { DigitProbabilities } from '../recognise/recogniser.ts';
import { type CurvePoint, monotoneCurve } from './psychometric.ts';
import { type Ladder, neededDb, type Share, type Trial } from './threshold.ts';
import { digitShare, shareRight } from './trials.ts';

/** A digit is heard where it is more likely written right than not. */
const HALF = 0.5;
/** Another digit that takes this share of the tries in which the digit is lost is a confusion. House rule. */
const CONFUSION_SHARE = 0.3;

/** For each digit the ratio it needs and what it is taken for; null for one that is lost without any noise. */
export function digitSurvival(ladder: Ladder, digits: string): Legibility['digits'] {
  const { quiet, rungs } = ladder;
  return [...digits].map((digit, place) => ({
    digit,
    survivesToDb: isHeard(quiet, digits, place) ? neededDb(ladder, (trial) => digitShare(trial, digits, place)) : null,
    heardAs: heardAs([{ probabilities: quiet }, ...rungs.flatMap(({ trials }) => trials)], digits, place),
  }));
}

/** Whether a digit is heard without noise. */
function isHeard(quiet: DigitProbabilities, digits: string, place: number): boolean {
  return digitShare({ probabilities: quiet }, digits, place) >= HALF;
}

/** How many digits are lost without any noise. */
export function lostInQuiet(quiet: DigitProbabilities, digits: string): number {
  return [...digits].filter((_, place) => !isHeard(quiet, digits, place)).length;
}

/** Digits written in place of this one, likeliest first, over the tries in which it is lost. */
function heardAs(trials: readonly Pick<Trial, 'probabilities'>[], digits: string, place: number): string[] {
  const lost = trials.filter((trial) => digitShare(trial, digits, place) < HALF);
  if (lost.length === 0) return [];
  const shares = [...'0123456789'].map((other) => ({
    other,
    share: lost.reduce((sum, trial) => sum + (trial.probabilities[place]?.[Number(other)] ?? 0), 0) / lost.length,
  }));
  return shares
    .filter(({ other, share }) => other !== digits[place] && share >= CONFUSION_SHARE)
    .sort((a, b) => b.share - a.share)
    .map(({ other }) => other);
}

/** The digits a listener would write at one ratio, as "?" those that are more likely lost there, or lost without noise. */
export function writtenAt(ladder: Ladder, digits: string, snrDb: number): string[] {
  return [...digits].map((digit, place) => {
    const curve = risingCurve(ladder, (trial) => digitShare(trial, digits, place));
    return isHeard(ladder.quiet, digits, place) && shareAt(curve, snrDb) >= HALF ? digit : '?';
  });
}

/** The share of digits right over the ratio, rising: one point for each ratio that was tried. */
export function shareCurve(ladder: Ladder, digits: string): CurvePoint[] {
  return risingCurve(ladder, (trial) => shareRight(trial, digits));
}

function risingCurve({ rungs }: Ladder, share: Share): CurvePoint[] {
  return monotoneCurve(
    rungs.map(({ snrDb, trials }) => ({
      snrDb,
      share: trials.reduce((sum, trial) => sum + share(trial), 0) / trials.length,
      tries: trials.length,
    })),
  );
}

/** Share of a rising curve at a ratio, in a straight line between its points and level beyond them. */
export function shareAt(curve: readonly CurvePoint[], snrDb: number): number {
  const above = curve.find((point) => point.snrDb >= snrDb);
  const below = [...curve].reverse().find((point) => point.snrDb <= snrDb);
  if (above === undefined) return below?.share ?? 0;
  if (below === undefined || above.snrDb === below.snrDb) return above.share;
  return below.share + ((snrDb - below.snrDb) / (above.snrDb - below.snrDb)) * (above.share - below.share);
}

/** dB that are needed on average for every digit to be the likeliest of the ten; null when that fails without noise. */
export function wholeNumberDb(ladder: Ladder, digits: string): number | null {
  if (!isExact({ probabilities: ladder.quiet }, digits)) return null;
  return neededDb(ladder, (trial) => (isExact(trial, digits) ? 1 : 0), 0);
}

function isExact(trial: Pick<Trial, 'probabilities'>, digits: string): boolean {
  return [...digits].every((digit, place) => {
    const row = trial.probabilities[place] ?? [];
    return row.every((share, other) => other === Number(digit) || share < (row[Number(digit)] ?? 0));
  });
}
