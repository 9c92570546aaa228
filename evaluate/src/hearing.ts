import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { RingbackError, type Transcript } from '@ringback/core';
import type { Recogniser, SpeechDetector, Waveform } from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';

/** A recording as the product reads it. */
export async function readWaveform(path: string, signal: AbortSignal): Promise<Waveform> {
  return (await decodeRecording(await readFile(path), { name: basename(path), signal })).waveform;
}

/** The transcript, timed with the help of a speech detector where there is one; empty where the recogniser says that it understood nothing. */
export async function hear(
  recogniser: Recogniser,
  waveform: Waveform,
  signal: AbortSignal,
  detector?: SpeechDetector,
): Promise<Transcript> {
  try {
    const speech = detector && { speechProbability: await detector.speechProbability(waveform, { signal }) };
    return await recogniser.recognise(waveform, { signal, ...speech });
  } catch (error) {
    if (error instanceof RingbackError && error.code === 'not-understood') return { text: '', words: [] };
    throw error;
  }
}
