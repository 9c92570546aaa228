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
  /** dB of speech over noise under which the edges come from the detector and not from the energy. */
  minContrastDb: number;
  /** Probability of speech that a detected stretch must reach once. */
  speechProbability: number;
  /** Probability of speech above which a detected stretch goes on. */
  speechProbabilityToStay: number;
  /** Seconds by which sound next to detected speech still belongs to it: a detector misses soft consonants. */
  detectorReachSec: number;
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
  // House rules, set on digit recordings with and without traffic noise (npm run evaluate, section activity).
  onsetAboveNoiseDb: 8,
  edgeAboveNoiseDb: 3,
  maxBelowSpeechDb: 30,
  minBelowSpeechDb: 6,
  minContrastDb: 6,
  // The authors' defaults (Silero VAD: 0.5, and 0.15 less to go on).
  speechProbability: 0.5,
  speechProbabilityToStay: 0.35,
  // House rule: a final "s" or "f", and the step of the detector.
  detectorReachSec: 0.5,
  // De Jong & Bosker 2013: 250 ms is the customary cut-off.
  minPauseSec: 0.25,
  // House rule: stop closures last 50 to 100 ms.
  minGapSec: 0.1,
  // House rule: the shortest digit said fast takes longer.
  minSpeechSec: 0.06,
};
