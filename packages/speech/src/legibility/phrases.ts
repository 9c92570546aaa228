import { type PhraseLegibility, RingbackError, type Transcript } from '@ringback/core';
import type { Recogniser } from '../recognise/recogniser.ts';
import { sliceOf, type Waveform } from '../signal/waveform.ts';
import { type NoisyLineOptions, openNoisyLine } from './noisy-line.ts';
import type { Phrase } from './options.ts';

/** dB, from easy to hard, at which a name or an address is read back. */
export const PHRASE_RATIOS_DB: readonly number[] = [24, 18, 14, 10, 6, 3, 0, -3, -6];
/** Tries at each ratio; it survives when most of them are right. */
const TRIES = 3;
/** Seconds either side of the phrase that are kept, so that its first and last sound are whole. */
const MARGIN_SEC = 0.3;

/** Reads a name or an address back at falling ratios until it is lost. It counts as right when it reads as in the quiet. */
export async function phraseSurvival(
  waveform: Waveform,
  phrase: Phrase,
  recogniser: Recogniser,
  options: NoisyLineOptions,
  signal?: AbortSignal,
): Promise<PhraseLegibility> {
  const stretch = sliceOf(waveform, phrase.start - MARGIN_SEC, phrase.end + MARGIN_SEC);
  const from = Math.max(0, phrase.start - MARGIN_SEC);
  const line = await openNoisyLine(stretch, [{ start: phrase.start - from, end: phrase.end - from }], options);
  const target = await read(recogniser, stretch, signal);
  const result: PhraseLegibility = { kind: phrase.kind, quote: phrase.quote, survivesToDb: null, heardAs: null };
  for (const snrDb of PHRASE_RATIOS_DB) {
    const heard: string[] = [];
    for (let realisation = 0; realisation < TRIES; realisation += 1)
      heard.push(await read(recogniser, line.at(snrDb, realisation), signal));
    const wrong = heard.filter((text) => plain(text) !== plain(target));
    if (wrong.length > TRIES / 2) return { ...result, heardAs: wrong[0] ?? null };
    result.survivesToDb = snrDb;
  }
  return result;
}

async function read(recogniser: Recogniser, waveform: Waveform, signal?: AbortSignal): Promise<string> {
  const options = signal === undefined ? {} : { signal };
  const transcript = await recogniser.recognise(waveform, options).catch((error: unknown): Transcript => {
    if (error instanceof RingbackError && error.code === 'not-understood') return { text: '', words: [] };
    throw error;
  });
  return transcript.text;
}

/** Letters and digits alone: punctuation and capitals are not heard. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
