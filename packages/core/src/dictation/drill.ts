import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { DIGIT_NAMES } from '../spoken/digits.ts';
import { groupForEar, type SpokenNumber } from '../spoken/number.ts';
import { alignDigits } from './align.ts';
import type { Dictation, DictationFigure } from './dictation.ts';
import { judgeDictation, worstFigure } from './judge.ts';
import { type DictationOptions, dictationOptions } from './thresholds.ts';

/** One group of a drill: what to say, how the voice moves at its end, and how long to wait after it. */
export interface DrillStep {
  /** "415", or "+44" for a country code. */
  group: string;
  /** "four, one, five". */
  say: string;
  tune: 'rise' | 'fall';
  /** Seconds; 0 after the last. */
  pauseSec: number;
}

/** How to say a number. */
export interface DrillPlan {
  e164: string;
  /** All digits in the order said, without "plus" and extension. */
  digits: string;
  steps: DrillStep[];
  extension?: string;
  /** Seconds the number takes at the slowest rate that is asked for. */
  targetSec: number;
}

/**
 * Plans how to say a number so that a driver can write it down: groups as its country writes it, a rise and a pause after
 * each, a fall at the end. `region` is the ISO 3166 country in which it is said.
 * @throws RingbackError `bad-number` when it is no complete number.
 */
export function planDrill(number: string, region: string, options: Partial<DictationOptions> = {}): DrillPlan {
  const set = dictationOptions(options);
  const spoken = groupForEar({ number }, region);
  const digits = spoken.groups.join('').replace(/\D/g, '');
  const steps = spoken.groups.map((group, index): DrillStep => {
    const isLast = index === spoken.groups.length - 1;
    return { group, say: sayGroup(group), tune: isLast ? 'fall' : 'rise', pauseSec: isLast ? 0 : set.minGroupGapSec };
  });
  return {
    e164: spoken.e164,
    digits,
    steps,
    ...(spoken.extension === undefined ? {} : { extension: spoken.extension }),
    targetSec: digits.length / set.maxDigitsPerSec,
  };
}

function sayGroup(group: string): string {
  const names = [...group.replace(/\D/g, '')].map((digit) => DIGIT_NAMES[Number(digit)] ?? digit).join(', ');
  return group.startsWith('+') ? `plus ${names}` : names;
}

/** Sizes of the groups in which a number is usually said where it is from, or undefined when it is no complete number: for `DictationInput.usualGroups`. */
export function usualGroupSizes(number: { e164: string | null; digits: string }): number[] | undefined {
  const parsed = number.e164 === null ? undefined : parsePhoneNumberFromString(number.e164);
  // A number that nobody has yet is of no country for sure: then of the first that it could be.
  const country = parsed?.country ?? parsed?.getPossibleCountries()[0];
  if (parsed === undefined || country === undefined || !isSupportedCountry(country)) return undefined;
  const groups = spokenOrNull(parsed.number, country)?.groups;
  const sizes = groups?.map((group) => group.length);
  return sizes;
}

function spokenOrNull(number: string, region: string): SpokenNumber | null {
  try {
    return groupForEar({ number }, region);
  } catch {
    return null;
  }
}

/** How an attempt at a drill went. */
export interface DrillResult {
  status: 'pass' | 'improve' | 'fail';
  /** For each digit of the plan what was heard in its place; null when nothing was. */
  heard: (string | null)[];
  /** Digits heard that the plan does not have. */
  extra: number;
  /** The dictation's figures, without how often the number is said: a drill is one attempt. Empty when no digit had a time. */
  figures: DictationFigure[];
}

/** Holds an attempt against the plan. `said` are the digits that were heard; `dictation` is null when they had no times. */
export function judgeDrill(
  plan: DrillPlan,
  said: string,
  dictation: Dictation | null,
  options: Partial<DictationOptions> = {},
): DrillResult {
  const { heard, extra } = alignDigits(plan.digits, said);
  const onlyInMessages: ReadonlySet<string> = new Set(['times-said', 'after-first']);
  const figures = dictation === null ? [] : judgeDictation(dictation, options).filter((figure) => !onlyInMessages.has(figure.id));
  const exact = extra === 0 && heard.every((digit, index) => digit === plan.digits[index]);
  return { status: exact ? worstFigure(figures) : 'fail', heard, extra, figures };
}
