import type { Review, Track } from '@ringback/core';

/** Spread, in semitones, under which a voice sounds flat, and over which it is lively. House rule. */
const FLAT_SEMITONES = 1.5;
const LIVELY_SEMITONES = 3.5;
/** How much the end of a number must lie above or below its middle to be heard, semitones. House rule. */
const TURN_SEMITONES = 1.5;
/** Fewest measured moments that a sentence may rest on. House rule. */
const FEWEST = 6;
/** Fall of the last third against the first, dB, that is heard as fading; the tone tip's own. */
const FADING_DB = 6;

const semitones = (hz: number, base: number) => 12 * Math.log2(hz / base);
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function voicedIn({ startSec, stepSec, values }: Track, from: number, to: number): number[] {
  return Array.from(values)
    .filter((_, i) => startSec + i * stepSec >= from && startSec + i * stepSec <= to)
    .filter((value): value is number => value !== null && !Number.isNaN(value) && value > 0);
}

/** The span between the tenth and the ninetieth of a hundred values, in semitones. */
function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.1)] ?? 1;
  return semitones(sorted[Math.floor(sorted.length * 0.9)] ?? low, low);
}

/** What the pitch does, in one sentence: at the end of the number where there is one, else throughout. */
export function pitchSentence(review: Review, track: Track): string {
  const said = review.message.phoneNumbers[0]?.mentions.at(-1);
  if (said?.start !== undefined && said.end !== undefined) {
    const half = (said.start + said.end) / 2;
    const [before, end] = [voicedIn(track, said.start, half), voicedIn(track, half, said.end)];
    if (before.length >= FEWEST && end.length >= FEWEST) {
      const last = end.slice(-Math.ceil(end.length / 3));
      const turn = semitones(middle(last), middle(before));
      if (turn > TURN_SEMITONES) return 'Your voice goes up at the end of the number, as if you asked.';
      if (turn < -TURN_SEMITONES) return 'Your voice comes down at the end of the number, as it should.';
      if (spreadOf(end) < FLAT_SEMITONES) return 'Your voice stays flat at the end of the number.';
    }
  }
  const spread = review.delivery.pitch?.sdSemitones;
  if (spread === undefined) return 'Too little of your voice could be measured to say how it moves.';
  if (spread < FLAT_SEMITONES) return 'Your voice hardly moves: it may sound read.';
  return spread > LIVELY_SEMITONES ? 'Your voice moves a lot.' : 'Your voice moves as in plain talk.';
}

/** What the level does, in one sentence. */
export function levelSentence({ delivery }: Review): string {
  const fall = delivery.levelFallDb ?? null;
  if (fall === null) return 'How loud you are is drawn, and not judged: the recording evens it out.';
  if (fall > FADING_DB) return `You get quieter towards the end, by ${Math.round(fall)} decibels.`;
  return fall < -FADING_DB
    ? `You get louder towards the end, by ${Math.round(-fall)} decibels.`
    : 'You stay as loud to the end as at the start.';
}
