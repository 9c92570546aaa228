import { type Recogniser, TRIAL_PLANS, type TrialPlan } from '@ringback/speech';
import { type Layout, relaid, type SpokenNumber } from './digit-recordings.ts';
import { type DriveTest, driveTest } from './drive-test.ts';
import { type DictationResults, dictationOf } from './legibility-dictation.ts';

/** A piece of the study that one thread does by itself: `recording` is its place in the list of recordings. */
export type Job =
  | { kind: 'dictation'; recording: number }
  | { kind: 'drive'; recording: number; use: DriveUse; seed: number; gain?: number; layout?: Layout };

/** What a drive test is for: as recorded (each ratio at least twice, so that it can be heard twice), laid out anew, or as in a review. */
export type DriveUse = 'pace' | 'layout' | 'repeat';

/** What came of a job. */
export type Answer = { kind: 'dictation'; results: DictationResults } | { kind: 'drive'; test: DriveTest };

const PLANS: Readonly<Record<DriveUse, TrialPlan>> = {
  pace: { ...TRIAL_PLANS.quick, times: 2, maxHeardSec: 160, minTries: 20 },
  layout: TRIAL_PLANS.quick,
  repeat: TRIAL_PLANS.quick,
};

/** Does one job. */
export async function answer(job: Job, recordings: readonly SpokenNumber[], recogniser: Recogniser, signal: AbortSignal): Promise<Answer> {
  const recording = recordings[job.recording];
  if (recording === undefined) throw new RangeError(`There is no recording ${job.recording}.`);
  if (job.kind === 'dictation') return { kind: 'dictation', results: await dictationOf(recording, recogniser, signal) };
  const { seed, use, gain = 1, layout } = job;
  const said = layout === undefined ? recording : relaid(recording, layout);
  return { kind: 'drive', test: await driveTest(said, recogniser, { seed, gain, plan: PLANS[use], signal }) };
}
