import { CLAIM_WEIGHTS, type ClaimFeatures, type WeighedClaim, weighedClaims } from '@ringback/core';
import { type Example, fitLogistic, type LogisticModel, scoreOf } from './logistic.ts';
import { type Followed, followingReport, followTakes, isPlanted } from './script-following.ts';
import { TRAINING_SET } from './script-takes.ts';
import { type Section, table } from './section.ts';

/** Penalty on the weights. House rule. */
const RIDGE = 1;
/** Logarithms of odds from which a difference might be claimed. */
const THRESHOLDS = [-1, -0.5, 0, 0.5, 1];

/** Fits what decides a claim (`claim-weights.ts` in core) on takes that are not measured, and tells how well it holds for other voices. */
export const scriptTrainingSection: Section = {
  name: 'script-training',
  title: 'Weights of what is claimed along a script, fitted on takes that are not measured',
  onlyWhenNamed: true,
  async run(context) {
    const followed = await followTakes(context, 'script-training', TRAINING_SET);
    const places = [...followed.faithful, ...followed.planted].flatMap(placesOf);
    return [followingReport(followed, TRAINING_SET), weightsOf(places), heldOut(places, followed.planted.length)].join('\n\n');
  },
};

/** A place that the weights decide about. */
interface Place extends Example {
  speaker: string;
  /** One for each take. */
  take: Followed;
}

const FEATURES = Object.keys(CLAIM_WEIGHTS).filter((name) => name !== 'rest') as (keyof ClaimFeatures)[];

function placesOf(take: Followed): Place[] {
  return weighedClaims(take.take.script, take.transcript).map((claim: WeighedClaim) => ({
    features: FEATURES.map((name) => claim.features[name]),
    isSo: isPlanted(take.take, claim),
    speaker: take.take.speaker,
    take,
  }));
}

function weightsOf(places: readonly Place[]): string {
  const { weights, rest } = fitLogistic(places, RIDGE);
  const rows = FEATURES.map((name, k) => [name, (weights[k] ?? 0).toFixed(2), CLAIM_WEIGHTS[name]]);
  return [
    `${places.length} places, ${places.filter(({ isSo }) => isSo).length} of them planted.`,
    table(['feature', 'fitted', 'as it stands'], [...rows, ['rest', rest.toFixed(2), CLAIM_WEIGHTS.rest]]),
  ].join('\n\n');
}

/** Each voice judged by weights that were fitted on the others, and all by the weights as they stand. */
function heldOut(places: readonly Place[], planted: number): string {
  const without = new Map(
    [...new Set(places.map(({ speaker }) => speaker))].map((speaker) => {
      const model = fitLogistic(
        places.filter((place) => place.speaker !== speaker),
        RIDGE,
      );
      return [speaker, model] as const;
    }),
  );
  const standing: LogisticModel = { weights: FEATURES.map((name) => CLAIM_WEIGHTS[name]), rest: CLAIM_WEIGHTS.rest };
  const told = (score: (place: Place) => number, from: number): string => {
    const claimed = places.filter((place) => score(place) >= from);
    const takes = (some: readonly Place[]): number => new Set(some.map(({ take }) => take)).size;
    const found = takes(claimed.filter(({ isSo }) => isSo));
    const wrong = claimed.filter(({ isSo }) => !isSo);
    const accused = takes(wrong.filter(({ take }) => take.take.planted === null));
    return `${found}, ${accused}, ${takes(wrong) - accused}`;
  };
  const rows = THRESHOLDS.map((from) => [
    from.toFixed(1),
    told((place) => scoreOf(without.get(place.speaker) ?? standing, place.features), from),
    told((place) => scoreOf(standing, place.features), from),
  ]);
  const kinds = `Of ${planted} takes with a planted difference so many are found by the weights, so many faithful ones are accused, and so many of the planted of something else.`;
  return [kinds, table(['claimed from', 'fitted on other voices', 'as they stand'], rows)].join('\n\n');
}
