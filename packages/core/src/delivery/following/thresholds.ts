/** When a difference between script and take is told. A wrong accusation costs more than a missed one. */
export interface FollowingThresholds {
  /**
   * Logarithm of the odds that the script's words were not said, from which that is told where the sound was weighed (`claim.ts`). Lower, on
   * takes that are not measured, it accuses more than it finds.
   */
  claimFrom: number;
  /** Natural logarithm by which the sound must speak against the script's number where it was weighed, for another one to be told. */
  againstNumber: number;
  /** Natural logarithm by which the sound must speak against the script's words for a doubt to be told. */
  against: number;
  /** Words of the script in a row that were not said, from which it is told that they were left out. */
  leftOutWords: number;
  /** How sure what was said must be heard, 0..1. */
  heardFrom: number;
  /** From here it is heard without doubt, as another address must be. */
  clearFrom: number;
  /** Heard less surely it is not quoted. */
  dimFrom: number;
  /** How much like the script's words it may be spelled at most to be quite another word, 0..1. Planted words were 0.22, misheard ones 0.4. */
  likeAtMost: number;
  /** Words that were said and are not in the script, in a row, from which it is told. */
  addedWords: number;
}

/** Chosen on synthetic voices over telephone lines, measured on others and on real voices (docs/accuracy.md); words in a row: house rules. */
export const FOLLOWING_THRESHOLDS: FollowingThresholds = {
  claimFrom: 0.5,
  againstNumber: 7,
  against: 12,
  leftOutWords: 3,
  heardFrom: 0.8,
  clearFrom: 0.95,
  dimFrom: 0.3,
  likeAtMost: 0.33,
  addedWords: 5,
};
