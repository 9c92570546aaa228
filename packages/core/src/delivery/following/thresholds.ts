/** When a difference between script and take is told. A wrong accusation costs more than a missed one. */
export interface FollowingThresholds {
  /** Natural logarithm by which the sound must speak against the script's words. */
  against: number;
  /** And more for each part in which the recogniser writes them. */
  againstPerToken: number;
  /** The same where another day or month was heard without doubt: those are words that every recogniser knows. House rule. */
  againstDay: number;
  /** Natural logarithm by which the sound must make the script's words less likely than silence does, to be told however what was said was heard. */
  gainAgainst: number;
  /** Natural logarithm by which the sound must besides speak against a name, to be told when nothing else was made out there. */
  againstName: number;
  /** How much of what was said must be heard again when the same sound is a little slower or faster, where that was tried, 0..1. */
  againFrom: number;
  /** The same of at most `fewWords` words that the sound makes less likely than silence does by `gainAgainstFew`, a natural logarithm. */
  againFew: number;
  fewWords: number;
  gainAgainstFew: number;
  /** Words in a row that were left out, from which nothing in their place need be heard again. */
  leftOutSurely: number;
  /** Words of the script in a row that were not said, from which it is told that they were left out. */
  leftOutWords: number;
  /** Natural logarithm by which the sound may make such words likelier than silence does, for each part in which the recogniser writes them. */
  leftOutGainPerToken: number;
  /** How sure what was said must be heard, 0..1. */
  heardFrom: number;
  /** From here it is heard without doubt: then it is told wherever the sound does not bear the script out. */
  clearFrom: number;
  /** Heard less surely than `heardFrom`, down to here, it is told where the sound speaks `dimFactor` times as clearly against the script. */
  dimFrom: number;
  dimFactor: number;
  /** How much like the script's words it may be spelled at most to be quite another word, 0..1. Planted words were 0.22, misheard ones 0.4. */
  likeAtMost: number;
  /** Words that were said and are not in the script, in a row, from which it is told. */
  addedWords: number;
}

/** Chosen on synthetic voices over telephone lines, measured on others and on real voices (docs/accuracy.md); words in a row: house rules. */
export const FOLLOWING_THRESHOLDS: FollowingThresholds = {
  against: 12,
  againstPerToken: 2,
  againstDay: 6,
  gainAgainst: 4,
  againstName: 24,
  againFrom: 0.55,
  againFew: 0.3,
  fewWords: 4,
  gainAgainstFew: 6,
  leftOutSurely: 6,
  leftOutWords: 3,
  leftOutGainPerToken: 1.5,
  heardFrom: 0.8,
  clearFrom: 0.95,
  dimFrom: 0.3,
  dimFactor: 1.5,
  likeAtMost: 0.33,
  addedWords: 5,
};
