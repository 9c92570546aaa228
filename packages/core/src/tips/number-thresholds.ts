import { DICTATION_THRESHOLDS } from '../dictation/index.ts';
import type { Threshold, ThresholdValues } from './tip.ts';

/** What the number is judged against: dictation, and what only a script or a bad line shows. */
export const NUMBER_THRESHOLDS = {
  ...DICTATION_THRESHOLDS,
  minWordsAfterFirst: {
    default: 4,
    unit: 'words',
    source: 'house rule: about 2 s of speech',
    description: 'Words of a script left after the number is first said.',
  },
  maxWrittenRun: {
    default: 5,
    unit: 'digits',
    source: 'house rule: the longest group any country we know writes',
    description: 'Digits of a script written without a break.',
  },
  maxSurvivalDb: {
    default: 3.5,
    unit: 'dB',
    source: 'our drive test (docs/number.md): numbers said slowly need 0 dB, fast ones 6 dB',
    description: 'Signal-to-noise ratio that a digit may need on average on a telephone line.',
  },
  minQuietCertainty: {
    default: 0.85,
    unit: '',
    source: 'our 34 recordings (docs/number.md): under it all three whose digits were misheard, and 2 of the 31 others',
    description: 'How sure our ear is on average of the digits without noise, 0 to 1, under which it finds the voice hard.',
  },
} as const satisfies Record<string, Threshold>;

/** The value of each of {@link NUMBER_THRESHOLDS}. */
export type NumberOptions = ThresholdValues<typeof NUMBER_THRESHOLDS>;
