import { RingbackError } from '@ringback/core';
import type { Recogniser, SpeechDetector } from '@ringback/speech';

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
