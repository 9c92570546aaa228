import {
  type Artifacts,
  findContacts,
  type Gathered,
  type HeardSound,
  isLeftOut,
  type Reader,
  RingbackError,
  readMessage,
  type Transcript,
} from '@ringback/core';
import type { DecodedRecording } from '../decode/decode.ts';
import { gradeMessage } from '../legibility/grade-number.ts';
import type { LegibilityMode } from '../legibility/options.ts';
import { measureSound, type SoundOptions } from '../prosody/measure.ts';
import { type SpeechDetector, speechProbabilityOf } from '../prosody/speech-detector.ts';
import { type ExpectedSpeech, NOT_UNDERSTOOD, type Recogniser } from '../recognise/recogniser.ts';
import type { Waveform } from '../signal/waveform.ts';
import { heardMessage } from './sounds/heard-message.ts';
import { heardSounds, turnedDown } from './sounds/heard-sounds.ts';
import { speechZones, sureSeconds } from './sounds/speech-zones.ts';

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
  const sounds = speechProbability && heardSounds(sound.waveform, speechProbability);
  const apart = sounds?.filter(isLeftOut) ?? [];
  const isSilent = speechProbability !== undefined && speechZones(speechProbability).length === 0;
  const transcript = isSilent
    ? { ok: true as const, value: NOTHING }
    : await understood(() =>
        recogniser.recognise(turnedDown(sound.waveform, apart), {
          ...speech,
          apart,
          ...(signal && { signal }),
          ...(onProgress && { onProgress }),
          ...(expected && { expected }),
        }),
      );
  const artifacts = {
    ...soundArtifacts(sound, name, transcript, { ...speech, ...(sounds && { sounds }) }),
    ...(expected?.script !== undefined && { script: expected.script }),
  };
  return await withDriveTest(sound.waveform, artifacts, options);
}

const NOTHING: Transcript = { text: '', words: [] };

/** What is known of the sound before it is measured. */
export interface Measures extends Pick<SoundOptions, 'pitchTrack' | 'speechProbability'> {
  /** What `heardSounds` found; looked for here where it is absent and a detector was asked. */
  sounds?: readonly HeardSound[];
}

/** What was heard of the message and what is measured of the sound, as artifacts. */
export function soundArtifacts(
  { waveform, recording }: DecodedRecording,
  name: string,
  recognised: Gathered<Transcript>,
  { sounds: found, ...measures }: Measures = {},
): Artifacts {
  const source: Artifacts['source'] = { kind: 'recording', name, durationSec: recording.durationSec, estimated: false };
  const { speechProbability: speech } = measures;
  if (speech === undefined) {
    const sound = measureSound(waveform, recording, recognised.ok ? recognised.value : null, measures);
    return { artifactsVersion: 1, source, transcript: recognised, sound };
  }
  const besides = found ?? heardSounds(waveform, speech);
  const heard = recognised.ok ? heardMessage(recognised.value, speech, besides) : { transcript: NOTHING, sounds: [...besides] };
  // What a machine said has words of its own, that are left out.
  const isWordless = heard.transcript.words.length === 0 && heard.sounds.every(({ quote }) => quote === undefined);
  const isMissed = isWordless && sureSeconds(speech) >= SURELY_SPOKEN_SEC;
  const transcript: Gathered<Transcript> = isMissed ? { ok: false, reason: NOT_UNDERSTOOD } : { ok: true, value: heard.transcript };
  // A moment of music that sounds like a voice and is none is music as well.
  const sounds = isWordless && !isMissed ? heardSounds(waveform, { ...speech, values: [] }) : heard.sounds;
  const leftOut = sounds.filter(isLeftOut);
  const sound = measureSound(waveform, recording, transcript.ok ? transcript.value : null, { ...measures, leftOut });
  return { artifactsVersion: 1, source, transcript, sound: { ...sound, sounds } };
}

/** Seconds of speech by the detector from which someone speaks, also where no word can be made out. House rule: two syllables. */
const SURELY_SPOKEN_SEC = 0.5;

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
