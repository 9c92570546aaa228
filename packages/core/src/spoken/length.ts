import { PACE, scriptArtifacts } from './script-artifacts.ts';

/** The one budget of a message in seconds: the tip, the composer and every bar that is drawn go by it. House rules. */
export const LENGTH_SEC = { heardOut: 30, tooLong: 45 } as const;

/** How long a script is when it is said. */
export interface SpokenLength {
  /** Estimated at the pace that was given, numbers at dictation pace. */
  seconds: number;
  words: number;
  /** `within` what is heard out, `over` it, or `too-long`. */
  state: 'within' | 'over' | 'too-long';
}

/** Where a length in seconds stands against {@link LENGTH_SEC}. */
export function lengthState(seconds: number): SpokenLength['state'] {
  if (seconds <= LENGTH_SEC.heardOut) return 'within';
  return seconds <= LENGTH_SEC.tooLong ? 'over' : 'too-long';
}

/** How long a plain script takes at a pace in words per minute; the very seconds that a review of it rests on. */
export function spokenLength(text: string, pace: number = PACE): SpokenLength {
  const { source, transcript } = scriptArtifacts(text, { name: 'script', pace });
  const words = transcript.ok ? transcript.value.words.length : 0;
  return { seconds: source.durationSec, words, state: lengthState(source.durationSec) };
}

/** Seconds as they are told: whole, and never rounded to the other side of what is heard out. */
export function toldSeconds(seconds: number, heardOut: number = LENGTH_SEC.heardOut): number {
  const nearest = Math.max(1, Math.round(seconds));
  return seconds > heardOut ? Math.max(nearest, Math.floor(heardOut) + 1) : nearest;
}
