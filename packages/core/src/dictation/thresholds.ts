import type { Threshold } from '../tips/tip.ts';

/**
 * What a dictated number is measured against. Each is an option of `judgeDictation`.
 * No norm for dictating a telephone number is published; docs/number.md says which of these our own study backs.
 */
export const DICTATION_THRESHOLDS = {
  maxDigitsPerSec: {
    default: 1.5,
    unit: 'digits/s',
    source: 'house rule between the 1 and 2 digits/s compared by Raanaas, Nordby & Magnussen',
    description: 'Fastest rate over the whole number, pauses included, that passes.',
  },
  failDigitsPerSec: {
    default: 2.5,
    unit: 'digits/s',
    source: 'our drive test (docs/number.md): from 2.8 digits/s on a number needs 3 to 5 dB more than at 1.5',
    description: 'Rate over the whole number above which it fails.',
  },
  maxGroupDigitsPerSec: {
    default: 2,
    unit: 'digits/s',
    source: 'house rule; 0.5 s a digit was the harder of the two rates of Raanaas, Nordby & Magnussen',
    description: 'Fastest rate inside a group that passes.',
  },
  failGroupDigitsPerSec: {
    default: 3,
    unit: 'digits/s',
    source: 'house rule',
    description: 'Rate inside a group above which it fails.',
  },
  rateTolerance: {
    default: 0.1,
    unit: 'share',
    source: 'house rule: three times the error of our rate (docs/number.md)',
    description: 'How far past a rate a recording may go before it counts.',
  },
  minGroupSize: {
    default: 2,
    unit: 'digits',
    source: 'natural groups of three, then two, are recalled best (Human Factors 1965)',
    description: 'Smallest group; one single digit ("plus one", "zero") before the groups is allowed.',
  },
  maxGroupSize: {
    default: 4,
    unit: 'digits',
    source: 'natural groups of three, then two, are recalled best (Human Factors 1965); four closes a North American number',
    description: 'Largest group; one that the number’s country says longer passes.',
  },
  minGroupGapSec: {
    default: 0.3,
    unit: 's',
    source: 'house rule; a pause is customarily 0.25 s (De Jong & Bosker 2013)',
    description: 'Shortest silence between groups that passes.',
  },
  audibleGapSec: {
    default: 0.126,
    unit: 's',
    source: 'a gap inside a phrase is heard half of the time at 126 ms (Warner et al. 2022)',
    description: 'Silence between groups under which they are not heard as groups.',
  },
  minPitchMoveSemitones: {
    default: 1,
    unit: 'semitones',
    source: 'house rule; the rise itself after Savino et al. 2020',
    description: 'Smallest change over the end of a group that counts as a rise or a fall.',
  },
  minHesitationSec: {
    default: 0.6,
    unit: 's',
    source: 'house rule: twice the gap between groups',
    description: 'Shortest silence inside a group that counts as a hesitation.',
  },
  minTimesSaid: {
    default: 2,
    unit: 'times',
    source: 'our drive test (docs/number.md): heard twice, a number stands 1 dB more noise; no study with people was found',
    description: 'How often the number is said.',
  },
  minAfterFirstSec: {
    default: 2,
    unit: 's',
    source: 'house rule',
    description: 'What is left of the recording after the number was first said.',
  },
} as const satisfies Record<string, Threshold>;

/** The value of each of {@link DICTATION_THRESHOLDS}. */
export type DictationOptions = Record<keyof typeof DICTATION_THRESHOLDS, number>;

/** The defaults, with `changed` in their place where given. */
export function dictationOptions(changed: Partial<DictationOptions> = {}): DictationOptions {
  const names = Object.keys(DICTATION_THRESHOLDS) as (keyof DictationOptions)[];
  const options = {} as DictationOptions;
  for (const name of names) options[name] = changed[name] ?? DICTATION_THRESHOLDS[name].default;
  return options;
}
