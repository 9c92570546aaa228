import {
  carCabin,
  digitThreshold,
  type LegibilityMode,
  listenerFor,
  muLawLine,
  type Noise,
  openNoisyLine,
  type Recogniser,
  runTrials,
  shareRight,
  sliceOf,
  TRIAL_PLANS,
  type Trial,
} from '@ringback/speech';
import type { SpokenNumber } from './digit-recordings.ts';

const MARGIN_SEC = 0.3;

/** The drive test of one recording whose digit times are known. */
export interface DriveTest {
  recording: SpokenNumber;
  trials: Trial[];
  /** dB; the end of the range when it lies beyond. */
  thresholdDb: number;
  measured: boolean;
}

/** Runs the product's drive test on the true digits at their true times, so that nothing but the listener is measured. */
export async function driveTest(
  recording: SpokenNumber,
  recogniser: Recogniser,
  options: { seed: number; signal: AbortSignal; mode?: LegibilityMode; gain?: number; noise?: Noise },
): Promise<DriveTest> {
  const { seed, signal, mode = 'quick', gain = 1, noise = carCabin() } = options;
  const first = recording.digits[0]?.start ?? 0;
  const last = recording.digits.at(-1)?.end ?? 0;
  const from = Math.max(0, first - MARGIN_SEC);
  const cut = sliceOf(recording.waveform, from, last + MARGIN_SEC);
  const stretch = { ...cut, samples: cut.samples.map((sample) => sample * gain) };
  const spans = recording.digits.map(({ start, end }) => ({ start: start - from, end: end - from }));
  const line = await openNoisyLine(stretch, spans, { line: muLawLine(), noise, seed });
  const listener = await listenerFor(recogniser, recording.number, line.clean, signal);
  const trials = await runTrials(listener, line, recording.number, TRIAL_PLANS[mode], { signal });
  return { recording, trials, ...thresholdOf(trials, recording.number, mode) };
}

/** The threshold of some tries. */
export function thresholdOf(
  trials: readonly Trial[],
  digits: string,
  mode: LegibilityMode = 'quick',
): Pick<DriveTest, 'thresholdDb' | 'measured'> {
  const found = digitThreshold(trials, digits);
  if (found.kind === 'at') return { thresholdDb: found.threshold.snrDb, measured: true };
  const range = TRIAL_PLANS[mode].coarseDb;
  return { thresholdDb: found.kind === 'never' ? Math.max(...range) : Math.min(...range), measured: false };
}

/** Share of digits right over the tries nearest to a ratio. */
export function shareNear({ trials, recording }: DriveTest, snrDb: number): number {
  const nearest = Math.min(...trials.map((trial) => Math.abs(trial.snrDb - snrDb)));
  const some = trials.filter((trial) => Math.abs(trial.snrDb - snrDb) <= nearest + 1e-9);
  return some.reduce((sum, trial) => sum + shareRight(trial, recording.number), 0) / some.length;
}

/**
 * The same number heard twice: every two tries at one ratio, each in its own noise, joined by a listener who weighs both
 * (the product of the two, shared out again).
 */
export function heardTwice({ trials }: DriveTest): Trial[] {
  const pairs: Trial[] = [];
  for (const snrDb of new Set(trials.map((trial) => trial.snrDb))) {
    const same = trials.filter((trial) => trial.snrDb === snrDb);
    same.forEach((first, index) => {
      // Neighbours share their noise, upside down: two that are two apart do not.
      const second = same[(index + 2) % same.length];
      if (second === undefined || second === first) return;
      pairs.push({ snrDb, probabilities: first.probabilities.map((row, place) => joined(row, second.probabilities[place] ?? [])) });
    });
  }
  return pairs;
}

function joined(first: readonly number[], second: readonly number[]): number[] {
  const products = first.map((share, digit) => share * (second[digit] ?? 0));
  const sum = products.reduce((total, product) => total + product, 0);
  return products.map((product) => (sum === 0 ? 1 / products.length : product / sum));
}
