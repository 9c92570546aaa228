import {
  carCabin,
  type Ladder,
  listenerFor,
  lostInQuiet,
  muLawLine,
  numberAlone,
  numberThreshold,
  openNoisyLine,
  type Recogniser,
  runTrials,
  shareAt,
  shareCurve,
  type TrialPlan,
} from '@ringback/speech';
import type { SpokenNumber } from './digit-recordings.ts';

/** dB of the car in which a number is written down. */
export const CAR_DB = 10;

/** What the drive test of one recording came to. */
export interface DriveTest {
  thresholdDb: number;
  errorDb: number;
  /** dB, of a listener who hears the number twice. */
  twiceDb: number;
  /** Share of the digits right in a car. */
  rightInCar: number;
  /** Digits lost without noise. */
  lostInQuiet: number;
  tries: number;
  /** Seconds by the clock. */
  seconds: number;
}

/** How one drive test is run. */
export interface DriveTestOptions {
  seed: number;
  plan: TrialPlan;
  gain?: number;
  signal?: AbortSignal;
}

/** Runs the product's drive test on the true digits at their true times, so that nothing but the listener is measured. */
export async function driveTest(
  recording: SpokenNumber,
  recogniser: Recogniser,
  { seed, plan, gain = 1, signal }: DriveTestOptions,
): Promise<DriveTest> {
  const startedAt = performance.now();
  const stopping = signal === undefined ? {} : { signal };
  const { number } = recording;
  const { samples, sampleRate } = recording.waveform;
  const alone = numberAlone({ samples: samples.map((sample) => sample * gain), sampleRate }, recording.digits);
  const line = await openNoisyLine(alone.waveform, alone.digits, { line: muLawLine(), noise: carCabin(), seed, ...stopping });
  const listener = await listenerFor(recogniser, number, line.clean, signal);
  const ladder = await runTrials(listener, line, number, plan, stopping);
  const { snrDb, errorDb } = numberThreshold(ladder, number);
  return {
    thresholdDb: snrDb,
    errorDb,
    twiceDb: numberThreshold(heardTwice(ladder), number).snrDb,
    rightInCar: shareAt(shareCurve(ladder, number), CAR_DB),
    lostInQuiet: lostInQuiet(listener.quiet, number),
    tries: ladder.rungs.reduce((sum, { trials }) => sum + trials.length, 0),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

/**
 * The same number heard twice: the tries at one ratio, each in its own noise, joined by a listener who weighs both (the product of the two,
 * shared out again).
 */
function heardTwice(ladder: Ladder): Ladder {
  return {
    ...ladder,
    rungs: ladder.rungs.map((rung) => ({
      ...rung,
      trials: rung.trials.map((first, index) => {
        const second = rung.trials[(index + 1) % rung.trials.length] ?? first;
        return { ...first, probabilities: first.probabilities.map((row, place) => joined(row, second.probabilities[place] ?? [])) };
      }),
    })),
  };
}

function joined(first: readonly number[], second: readonly number[]): number[] {
  const products = first.map((share, digit) => share * (second[digit] ?? 0));
  const sum = products.reduce((total, product) => total + product, 0);
  return products.map((product) => (sum === 0 ? 1 / products.length : product / sum));
}
