/** How speech is told from silence. */
export interface ActivityOptions {
  /** Seconds from one decision to the next: how exact an edge is. */
  stepSec: number;
  /** Hz under which sound is hum or rumble and not looked at. */
  highPassHz: number;
  /** dB over the noise at which speech is believed. */
  onsetAboveNoiseDb: number;
  /** dB over the noise down to which its edges are followed. */
  edgeAboveNoiseDb: number;
  /** dB under the level of the speech at which even a recording without noise counts as silent. */
  maxBelowSpeechDb: number;
  /** dB under the level of the speech over which sound counts as speech, whatever the noise. */
  minBelowSpeechDb: number;
  /** Seconds: the shortest silence counted as a pause. */
  minPauseSec: number;
  /** Seconds: a shorter silence is the closure of a stop consonant and stays within the speech. */
  minGapSec: number;
  /** Seconds: a shorter sound is a click. */
  minSpeechSec: number;
}

/** The defaults of {@link ActivityOptions}. */
export const ACTIVITY_OPTIONS: Readonly<ActivityOptions> = {
  // Promise of the review: edges exact to 10 ms.
  stepSec: 0.005,
  // House rule: under the lowest speaking voice's second harmonic, over mains hum.
  highPassHz: 120,
  // House rules, set on the digit recordings of the evaluation (see docs/accuracy.md).
  onsetAboveNoiseDb: 12,
  edgeAboveNoiseDb: 6,
  maxBelowSpeechDb: 30,
  minBelowSpeechDb: 6,
  // De Jong & Bosker 2013: 250 ms is the customary cut-off.
  minPauseSec: 0.25,
  // House rule: stop closures last 50 to 100 ms.
  minGapSec: 0.1,
  // House rule: the shortest digit said fast takes longer.
  minSpeechSec: 0.06,
};
