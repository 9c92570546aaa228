import { type Artifacts, findContacts, type Gathered, type Reader, RingbackError, readMessage, type Transcript } from '@ringback/core';
import type { DecodedRecording } from '../decode/decode.ts';
import { gradeMessage } from '../legibility/grade-number.ts';
import type { LegibilityMode } from '../legibility/options.ts';
import { measureSound, type SoundOptions } from '../prosody/measure.ts';
import { type SpeechDetector, speechProbabilityOf } from '../prosody/speech-detector.ts';
import type { ExpectedSpeech, Recogniser } from '../recognise/recogniser.ts';
import type { Waveform } from '../waveform.ts';

/** What the drive test of a message needs. */
export interface DriveTestOptions {
  recogniser: Recogniser;
  /** Finds the caller's name, which a full drive test tries as well; without it only numbers and addresses are tried. */
  reader?: Reader;
  /** ISO 3166 country of numbers without a country code. */
  region?: string;
  /** Default "quick"; "none" leaves the drive test out. */
  legibility?: LegibilityMode | 'none';
  signal?: AbortSignal;
}

/** How a recording is gathered. */
export interface GatherOptions extends DriveTestOptions {
  /** File name without folders. */
  name: string;
  /** Tells speech from other sound; without it, or when it breaks, speech is told by its energy alone. */
  detector?: SpeechDetector;
  /** Share done, 0..1. */
  onProgress?: (share: number) => void;
  /** What is meant to be said: the recogniser knows it, and a script is followed. */
  expected?: ExpectedSpeech;
}

/**
 * Gathers all that judging needs from one recording: recognises its words with times, measures the sound, runs the drive test.
 * What the recogniser cannot understand is an artifact that says so; a fault of ours, and an abort, is thrown as it is.
 */
export async function gatherSound(sound: DecodedRecording, options: GatherOptions): Promise<Artifacts> {
  const { name, recogniser, detector, signal, onProgress, expected } = options;
  const speechProbability = detector && (await speechProbabilityOf(detector, sound.waveform, signal));
  const speech = speechProbability ? { speechProbability } : {};
  const transcript = await understood(() =>
    recogniser.recognise(sound.waveform, {
      ...speech,
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
      ...(expected && { expected }),
    }),
  );
  const artifacts = {
    ...soundArtifacts(sound, name, transcript, speech),
    ...(expected?.script !== undefined && { script: expected.script }),
  };
  return await withDriveTest(sound.waveform, artifacts, options);
}

/** What was heard and what is measured of the sound, as artifacts. */
export function soundArtifacts(
  { waveform, recording }: DecodedRecording,
  name: string,
  transcript: Gathered<Transcript>,
  measures: Pick<SoundOptions, 'pitchTrack' | 'speechProbability'> = {},
): Artifacts {
  return {
    artifactsVersion: 1,
    source: { kind: 'recording', name, durationSec: recording.durationSec, estimated: false },
    transcript,
    sound: measureSound(waveform, recording, transcript.ok ? transcript.value : null, measures),
  };
}

/** The artifacts with the drive test of the number, where one was heard and this machine may test it. */
export async function withDriveTest(waveform: Waveform, artifacts: Artifacts, options: DriveTestOptions): Promise<Artifacts> {
  const { legibility: mode = 'quick', recogniser, reader, region, signal } = options;
  const { sound, transcript } = artifacts;
  if (mode === 'none' || sound === undefined || !transcript.ok || recogniser.capabilities.remote) return artifacts;
  const reading = region === undefined ? {} : { region };
  const message = reader
    ? readMessage(transcript.value, { ...reading, reader })
    : { moves: [], ...findContacts(transcript.value, reading) };
  const legibility = await gradeMessage(waveform, message, recogniser, { mode, ...(signal && { signal }) });
  return legibility === null ? artifacts : { ...artifacts, sound: { ...sound, legibility } };
}

/** A recording that cannot be understood still gets its other measures; all else that fails is no artifact. */
export async function understood(recognise: () => Promise<Transcript>): Promise<Gathered<Transcript>> {
  try {
    return { ok: true, value: await recognise() };
  } catch (error) {
    if (error instanceof RingbackError && error.code === 'not-understood') return { ok: false, reason: error.message };
    throw error;
  }
}
