import type { MessageRead } from '../call.ts';
import type { Observation } from '../statistics/observe.ts';
import { type CalibrationPrior, featuresOf, logisticPrior } from './features.ts';
import { type Example, fitLogistic, type LogisticPosterior, type LogisticPrior, predict } from './logistic.ts';

/** One call with what was foretold of it from the calls whose results were known when it was left. */
export interface Foretold {
  chance: number;
  returned: boolean;
}

/** A log foretold call by call. */
export interface Prequential {
  foretold: Foretold[];
  /** Log loss saved against the base rate, in nats, over all calls; positive where the regression does better. */
  gain: number;
  /** The regression after all calls. */
  posterior: LogisticPosterior;
}

/** The regression is made anew once this many more results are known, as a share: each call at first, rarely in a long log. House rule. */
const GROWTH = 0.1;
/** Results that are learned from, the latest: habits change, and more calls change nothing that could be seen. House rule. */
const MOST_EXAMPLES = 2_000;

/** A ripe call whose message was read. */
type Readable = Observation & { call: { read: MessageRead } };

const isReadable = (one: Observation): one is Readable => one.call.read !== null;

/** Calls that are looked at, the latest. House rule, as for the results. */
const MOST_CALLS = 20_000;

/** The calls that the calibration can use, oldest first. */
export function readableOf(ripe: readonly Observation[]): Readable[] {
  const inOrder = ripe.filter(isReadable).sort((a, b) => a.leftMs - b.leftMs);
  return inOrder.slice(-MOST_CALLS);
}

/** What is known of every message before it is read. */
const ANY_MESSAGE = Float64Array.of(1);

/** The regression without the message: the same beliefs about the base rate and nothing else, so that only reading can save loss. */
const withoutMessage = ({ mean, precision }: LogisticPrior): LogisticPrior => ({
  mean: mean.slice(0, 1),
  precision: precision.slice(0, 1),
});
const blind = (examples: readonly Example[]): Example[] =>
  [true, false].map((returned) => ({
    features: ANY_MESSAGE,
    returned,
    times: examples.filter((one) => one.returned === returned).length,
  }));

const loss = (chance: number, returned: boolean) => -Math.log(returned ? chance : 1 - chance);

/**
 * Foretells each call from those whose results were known by then, and sums up what that saves against the base rate as known by the
 * same time (Dawid 1984, prequential analysis).
 * @param readable Oldest first, as {@link readableOf} gives them.
 */
export function foretell(readable: readonly Readable[], beliefs: CalibrationPrior): Prequential {
  const prior = logisticPrior(beliefs);
  const calls = readable.map(({ call, leftMs, knownMs, inTime }) => ({
    leftMs,
    knownMs,
    features: featuresOf(call.read),
    returned: inTime,
  }));
  const examplesOf = (known: number): Example[] => calls.slice(Math.max(0, known - MOST_EXAMPLES), known);
  const learn = (known: number, start?: Float64Array) => fitLogistic(examplesOf(known), prior, start);
  const learnBase = (known: number) => predict(fitLogistic(blind(examplesOf(known)), withoutMessage(prior)), ANY_MESSAGE);
  const foretold: Foretold[] = [];
  let gain = 0;
  let known = 0;
  let learned = 0;
  let base = learnBase(0);
  let posterior = learn(0);
  for (const call of calls) {
    while ((calls[known]?.knownMs ?? Number.POSITIVE_INFINITY) < call.leftMs) known += 1;
    if (known > learned * (1 + GROWTH)) {
      posterior = learn(known, posterior.mode);
      base = learnBase(known);
      learned = known;
    }
    const chance = predict(posterior, call.features);
    gain += loss(base, call.returned) - loss(chance, call.returned);
    foretold.push({ chance, returned: call.returned });
  }
  return { foretold, gain, posterior: learn(calls.length, posterior.mode) };
}
