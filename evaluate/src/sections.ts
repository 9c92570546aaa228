import { activitySection } from './activity.ts';
import { asSaidSection } from './as-said.ts';
import { digitsSection } from './digits.ts';
import { fuzzSection } from './fuzz.ts';
import { legibilitySection } from './legibility.ts';
import { numbersSection } from './numbers.ts';
import { outcomesSection } from './outcomes.ts';
import { pitchSection } from './pitch.ts';
import { robustnessSection } from './robustness.ts';
import { scriptTrainingSection } from './script-claims.ts';
import { scriptFollowingSection, scriptHarderSection, scriptTuningSection } from './script-following.ts';
import type { Section } from './section.ts';
import { speechSection } from './speech.ts';
import { textsSection } from './texts.ts';

/** Every section, in the order of the report. */
export const SECTIONS: readonly Section[] = [
  textsSection,
  numbersSection,
  digitsSection,
  speechSection,
  activitySection,
  pitchSection,
  robustnessSection,
  legibilitySection,
  scriptFollowingSection,
  scriptTuningSection,
  scriptHarderSection,
  scriptTrainingSection,
  asSaidSection,
  outcomesSection,
  fuzzSection,
];
