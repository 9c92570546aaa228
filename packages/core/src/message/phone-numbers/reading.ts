import type { Atom } from './atom.ts';
import { groupingFit, type SaidGrouping } from './grouping.ts';
import { isAssigned, matchElsewhere, matchInternational } from './international.ts';
import { matchPlan, NUMBER_PLANS, type NumberPlan, type PlanKind, planOf } from './number-plans.ts';

/** What is known about where the caller's numbers belong. */
export interface RegionContext {
  /** Given by the caller of the function. */
  given: string | undefined;
  /** Hinted at by the message (a city, another number): region to weight. */
  hints: ReadonlyMap<string, number>;
}

/** One way to understand a row of digits as a phone number. */
export interface Reading {
  e164: string | null;
  /** Digits as understood, with country code or trunk zero where said. */
  digits: string;
  /** `unplanned`: whole as said, and a number of no plan we know. */
  kind: PlanKind | 'international' | 'unplanned';
  region: string | null;
  /** See `groupingFit`. */
  fit: number;
  /** Higher is likelier; compares readings of different stretches. */
  score: number;
}

/** What a reading of each kind is worth: a complete number beats its own last seven digits. House rule. */
const WORTH: Readonly<Record<Reading['kind'], number>> = {
  international: 9,
  complete: 8,
  'national-only': 6,
  unplanned: 4.5,
  bare: 4,
  local: 3,
};
/** Points for the region asked for, an assigned range, and a hint from the message; a digit more is worth a little. House rule. */
const POINTS = {
  givenRegion: 2,
  otherRegion: -3,
  assigned: 1.5,
  hint: 2.5,
  fit: 0.8,
  digit: 0.1,
  order: 0.05,
  noPlus: -2,
  misfit: -3,
  rare: -1.8,
} as const;

/** Digits with what surrounded them. */
export interface Said {
  digits: string;
  plus: boolean;
  grouping: SaidGrouping;
}

/** The best way to understand the digits; null when they are no phone number of any known form. */
export function readDigits(said: Said, context: RegionContext): Reading | null {
  const international = readInternational(said);
  if (said.plus) return international;
  let best = international;
  for (const reading of nationalReadings(said, context)) if (!best || reading.score > best.score) best = reading;
  return best;
}

/** Digits of a row that is a number though no plan allows it: fewer are read by their plan alone, more are no number to call. House rule. */
const UNPLANNED_DIGITS = { fewest: 9, most: 15 } as const;

/** The digits as they were said, whatever plans say: someone from abroad, or who misremembers, is not cut to fit. Null for too few or too many. */
export function readUnplanned({ digits }: Pick<Said, 'digits'>): Reading | null {
  if (digits.length < UNPLANNED_DIGITS.fewest || digits.length > UNPLANNED_DIGITS.most) return null;
  const score = WORTH.unplanned + digits.length * POINTS.digit;
  return { e164: null, digits, kind: 'unplanned', region: null, fit: 0, score };
}

function readInternational({ digits, plus, grouping }: Said): Reading | null {
  // "00" and "011" are how one dials out of most countries and out of North America.
  const exit = plus ? '' : digits.startsWith('00') ? '00' : digits.startsWith('011') ? '011' : '';
  const withCode = digits.slice(exit.length);
  const match = matchInternational(withCode, plus || exit === '00');
  if (!match) return null;
  const announced = plus || exit !== '';
  // Without a "+" the code must stand apart, or any row of digits would do.
  const codeEnds = grouping.cuts.some((cut) => cut > 0 && cut <= match.prefixLength);
  if (!announced && !(codeEnds && digits.length > SHORTEST_UNANNOUNCED)) return null;
  const score = WORTH.international + digits.length * POINTS.digit + (announced ? 0 : POINTS.noPlus);
  return { e164: match.e164, digits: match.e164.slice(1), kind: 'international', region: match.region, fit: announced ? 1 : 0, score };
}

/** Numbers this short (Australian 13 numbers, British village numbers) need to be expected. */
const SHORTEST_LOCAL = 6;

/** Digits: a country code said without "+" needs at least this many more than a national number would have. House rule. */
const SHORTEST_UNANNOUNCED = 10;

function* nationalReadings(said: Said, context: RegionContext): Generator<Reading> {
  const { digits } = said;
  const given = planOf(context.given);
  const candidates: Reading[] = [];
  for (const [order, plan] of NUMBER_PLANS.entries()) {
    if (plan.region === 'CA' && context.given !== 'CA') continue;
    const reading = planReading(said, plan, context);
    if (reading) candidates.push({ ...reading, score: reading.score - order * POINTS.order });
  }
  if (context.given && !given) {
    const e164 = matchElsewhere(digits, context.given);
    if (e164) yield { e164, digits, kind: 'complete', region: context.given, fit: 0, score: WORTH.complete + POINTS.givenRegion };
  }
  // The metadata is asked only where it can decide.
  const contested = candidates.filter((reading) => reading.e164 !== null).length > 1;
  for (const reading of candidates) {
    if (contested && reading.e164 && isAssigned(reading.e164)) yield { ...reading, score: reading.score + POINTS.assigned };
    else yield reading;
  }
}

function planReading({ digits, grouping }: Said, plan: NumberPlan, context: RegionContext): Reading | null {
  const match = matchPlan(digits, plan);
  if (!match) return null;
  const isGiven = context.given === plan.region;
  // Without its area code or its zero a number says nothing of its country: only where the country is known, and in North America.
  const anonymous = match.kind === 'bare' || (match.kind === 'local' && plan.region !== 'US') || digits.length <= SHORTEST_LOCAL;
  if (anonymous && !isGiven && !context.hints.has(plan.region)) return null;
  const fit = groupingFit(grouping, match.groupings);
  // Digits grouped as nobody groups a number are likelier pieces of two.
  const misfit = fit < 0 ? POINTS.misfit : 0;
  const region = isGiven ? POINTS.givenRegion : (context.given ? POINTS.otherRegion : 0) + (match.rare ? POINTS.rare : 0);
  const hint = (context.hints.get(plan.region) ?? 0) * POINTS.hint;
  const score = WORTH[match.kind] + fit * POINTS.fit + misfit + region + hint + digits.length * POINTS.digit;
  return { e164: match.e164, digits, kind: match.kind, region: plan.region, fit, score };
}

/** Digits of atoms in a row. */
export function digitsOf(atoms: readonly Atom[], from: number, to: number): string {
  let digits = '';
  for (let index = from; index < to; index += 1) digits += atoms[index]?.digits ?? '';
  return digits;
}
