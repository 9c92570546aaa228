import {
  type Artifacts,
  findContacts,
  type Gathered,
  type Reader,
  RingbackError,
  readMessage,
  type Track,
  type Transcript,
} from '@ringback/core';
import {
  type DecodeLimits,
  gradeMessage,
  type LegibilityMode,
  measureSound,
  type Recogniser,
  type SpeechDetector,
  type Waveform,
} from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';

/** What gathering needs besides the bytes. */
export interface GatherOptions {
  /** File name without folders. */
  name: string;
  recogniser: Recogniser;
  /** Tells speech from other sound; without it speech is told by its energy alone. */
  detector?: SpeechDetector;
  limits?: Partial<DecodeLimits>;
  /** Finds the caller's name, which a full drive test tries as well; without it only numbers and addresses are tried. */
  reader?: Reader;
  /** ISO 3166 country of numbers without a country code, to find the number for the drive test. */
  region?: string;
  /** Default "quick"; "none" leaves the drive test of the number out. */
  legibility?: LegibilityMode | 'none';
  signal?: AbortSignal;
  /** Share done, 0..1. */
  onProgress?: (share: number) => void;
}

/** Turns a failure of one gatherer into an artifact that says so; an abort and an input that cannot be read still end the whole. */
async function attempt<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<Gathered<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof RingbackError && error.code !== 'not-understood') throw error;
    return { ok: false, reason: error instanceof Error ? error.message : 'unknown failure' };
  }
}

/** Where someone speaks; a detector that fails leaves it to the energy. */
async function gatherSpeech(waveform: Waveform, { detector, signal }: GatherOptions): Promise<{ speechProbability?: Track }> {
  const speech = detector && (await attempt<Track>(() => detector.speechProbability(waveform, { ...(signal && { signal }) }), signal));
  return speech?.ok ? { speechProbability: speech.value } : {};
}

/** The drive test of the number, where one was heard and this machine may test it. */
async function gatherLegibility(waveform: Waveform, transcript: Gathered<Transcript>, options: GatherOptions) {
  const { legibility: mode = 'quick', recogniser, signal } = options;
  if (mode === 'none' || !transcript.ok || recogniser.capabilities.remote) return null;
  const { reader, region } = options;
  const reading = region === undefined ? {} : { region };
  const message = reader
    ? readMessage(transcript.value, { ...reading, reader })
    : { moves: [], ...findContacts(transcript.value, reading) };
  return await gradeMessage(waveform, message, recogniser, { mode, ...(signal && { signal }) });
}

/**
 * Gathers all that judging needs from one recording: decodes it, recognises its words with times, measures the sound.
 * @param bytes The recording as a file holds it; its format is told by the bytes.
 * @throws RingbackError when the bytes are no recording that can be decoded (kind "input").
 */
export async function gatherRecording(bytes: Uint8Array, options: GatherOptions): Promise<{ artifacts: Artifacts; waveform: Waveform }> {
  const { signal } = options;
  const { waveform, recording } = await decodeRecording(bytes, {
    ...(options.limits && { limits: options.limits }),
    ...(signal && { signal }),
  });
  const speech = await gatherSpeech(waveform, options);
  const transcript = await attempt<Transcript>(
    () =>
      options.recogniser.recognise(waveform, {
        ...speech,
        ...(signal && { signal }),
        ...(options.onProgress && { onProgress: options.onProgress }),
      }),
    signal,
  );
  const sound = measureSound(waveform, recording, transcript.ok ? transcript.value : null, speech);
  const legibility = await gatherLegibility(waveform, transcript, options);
  const artifacts: Artifacts = {
    artifactsVersion: 1,
    source: { kind: 'recording', name: options.name, durationSec: recording.durationSec, estimated: false },
    transcript,
    sound: { ...sound, ...(legibility && { legibility }) },
  };
  return { artifacts, waveform };
}
