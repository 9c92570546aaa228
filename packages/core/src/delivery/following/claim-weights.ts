/** What decides whether a difference is claimed. */
export interface ClaimFeatures {
  /** Natural logarithm: how much likelier the sound makes the script's words there than silence does. */
  gain: number;
  /** The same of the word that gains least. */
  least: number;
  /** How much what was heard is spelled like the script's words, 0..1. */
  likeness: number;
  /** Seconds too few for the script's words to have been said there as fast as the rest. */
  secMissing: number;
  /** How far the time there is from what the script's words would take, as a share of that. */
  otherLength: number;
  /** Share of the script's words that were heard as they are written, 0..1. */
  asWritten: number;
  /** 1 where a part was left out, else 0. */
  leftOut: number;
  /** 1 where a day or a month stands against another one, else 0. */
  otherDay: number;
}

/** Beyond these, more of it tells no more. House rules. */
export const CLAIM_RANGES: Readonly<Record<keyof ClaimFeatures, readonly [least: number, most: number]>> = {
  gain: [-20, 20],
  least: [-12, 12],
  likeness: [0, 1],
  secMissing: [0, 3],
  otherLength: [0, 2],
  asWritten: [0.5, 1],
  leftOut: [0, 1],
  otherDay: [0, 1],
};

/**
 * Logarithm of odds for one of each; `rest` is for all others. A logistic regression on 202 places of 271 takes with synthetic voices over
 * telephone lines at 17 and 20 dB, none of whose voices and texts is measured, rounded: `npm run evaluate -- <data folder> --only
 * script-training` fits it (docs/accuracy.md tells how well it holds for a voice that was left out). How sure the words were that were
 * heard, how likely they are and how well the words around them were heard added nothing to these.
 */
export const CLAIM_WEIGHTS: Readonly<ClaimFeatures & { rest: number }> = {
  // What the sound bears out was said, though other words were heard: the clearest sign, and it stands twice, whole and by its worst word.
  gain: -0.11,
  least: -0.28,
  // What is spelled alike was misheard.
  likeness: -3.3,
  // Where there is no time for the words, they were left out.
  secMissing: 1.2,
  // Words that were said otherwise take about as long as those of the script; places of another length are out of step.
  otherLength: -2.5,
  // In a take that is hardly understood anything may be misheard.
  asWritten: 4.6,
  leftOut: 3.3,
  // Those are words that every recogniser knows.
  otherDay: 5,
  rest: -3.7,
};
