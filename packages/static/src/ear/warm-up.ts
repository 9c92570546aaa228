import { RingbackError } from '@ringback/core';
import type { Recogniser, SpeechDetector } from '@ringback/speech';
import type { SecondEar, StretchSound } from '@ringback/speech/browser';

const RATE = 16_000;
/** Seconds of sound: enough for a browser to see which code is worth compiling well. House rule (`npm run bench -- static`). */
const WARM_SEC = 3;
const LEVEL = 0.1;

/**
 * Lets both hear what nobody said, and forgets it: a browser compiles WebAssembly in haste and again, well, where it runs often. Without
 * this the first recording waits for that.
 */
export async function warmUp({ recogniser, detector }: { recogniser: Recogniser; detector: SpeechDetector }): Promise<void> {
  const samples = Float32Array.from({ length: WARM_SEC * RATE }, () => LEVEL * (2 * Math.random() - 1));
  try {
    await detector.speechProbability({ samples, sampleRate: RATE });
    await recogniser.recognise({ samples, sampleRate: RATE });
  } catch (error) {
    // Nothing was said: nothing may be understood.
    if (!(error instanceof RingbackError)) throw error;
  }
}

/** Most rounds that nobody asked for. House rule: a slow machine is through in half a minute. */
const MOST_ROUNDS = 24;
/** A round that takes this share of the quickest before, or more, was not made quicker by what was compiled meanwhile. House rule. */
const AS_QUICK = 0.9;
/** Rounds in succession after which nothing more is to be gained. */
const SETTLED = 3;

/**
 * Hears the same few seconds of speech again and again until it gets no quicker: by then the browser has compiled well what hears, for all
 * workers of the page. It ends after the round in which it was told that it is enough.
 */
export async function untilWarm(hear: SecondEar, sound: StretchSound, enough: AbortSignal): Promise<void> {
  let quickest = Number.POSITIVE_INFINITY;
  let settled = 0;
  for (let round = 0; round < MOST_ROUNDS && settled < SETTLED && !enough.aborted; round++) {
    const began = performance.now();
    await hear(sound);
    const took = performance.now() - began;
    settled = took < quickest * AS_QUICK ? 0 : settled + 1;
    quickest = Math.min(quickest, took);
  }
}
