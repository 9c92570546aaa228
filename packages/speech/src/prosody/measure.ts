import type { Gathered, PitchTrack, RecordingFacts, SoundArtifacts, Span, SpeechActivity, Track, Transcript } from '@ringback/core';
import { partedBy } from '../recognise/segment/with-speech.ts';
import { trackLevel } from '../signal/level.ts';
import type { Waveform } from '../signal/waveform.ts';
import { findSpeech } from './activity.ts';
import { ACTIVITY_OPTIONS, type ActivityOptions } from './activity-options.ts';
import { FILLER_OPTIONS, type FillerOptions, findFillers } from './fillers.ts';
import { trackPitch } from './pitch.ts';
import { PITCH_OPTIONS, type PitchOptions } from './pitch-options.ts';
import { measureQuality, QUALITY_OPTIONS, type QualityOptions } from './quality.ts';

/** The options of every measure of {@link measureSound}. */
export interface SoundOptions {
  /** What a {@link SpeechDetector} says of the waveform; without it speech is told by its energy alone. */
  speechProbability?: Track;
  /** The pitch, where it was followed while the recording was made; else it is tracked. */
  pitchTrack?: PitchTrack;
  /** Stretches that are no part of the message and are not measured: tones, music, what a machine says. */
  leftOut?: readonly Span[];
  activity?: Partial<ActivityOptions>;
  fillers?: Partial<FillerOptions>;
  pitch?: Partial<PitchOptions>;
  quality?: Partial<QualityOptions>;
}

/**
 * Measures how a recording was spoken: speech activity, pitch, level and quality. Pure; times are seconds of the recording.
 * Without a transcript there are no fillers, since a filler is voiced sound that no word covers.
 */
export function measureSound(
  waveform: Waveform,
  recording: RecordingFacts,
  transcript: Transcript | null,
  options: SoundOptions = {},
): SoundArtifacts {
  const activityOptions = { ...ACTIVITY_OPTIONS, ...options.activity };
  const { leftOut = [] } = options;
  const speech = withoutSpans(findSpeech(waveform, activityOptions, options.speechProbability), leftOut);
  const pitch = silentIn(options.pitchTrack ?? trackPitch(waveform, { ...PITCH_OPTIONS, ...options.pitch }), leftOut);
  const level = trackLevel(waveform);
  const fillers = transcript === null ? [] : findFillers(pitch, speech.segments, transcript, { ...FILLER_OPTIONS, ...options.fillers });
  const around = { segments: speech.segments, leftOut };
  const quality = measureQuality(waveform, level, around, recording, { ...QUALITY_OPTIONS, ...options.quality });
  return {
    recording,
    activity: activityOf({ ...speech, fillers }),
    pitch: pitchOf(asSaved(pitch)),
    level: { ok: true, value: asSaved(level) },
    quality: { ok: true, value: quality },
  };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The speech that lies outside the spans; a pause that one of them fills is none. */
function withoutSpans(speech: Omit<SpeechActivity, 'fillers'>, spans: readonly Span[]): Omit<SpeechActivity, 'fillers'> {
  if (spans.length === 0) return speech;
  const pauses = speech.pauses.filter((pause) => !spans.some((span) => overlaps(pause, span)));
  return { ...speech, segments: speech.segments.flatMap((segment) => partedBy(segment, spans)), pauses };
}

/** The pitch track without values in the spans. */
function silentIn(pitch: PitchTrack, spans: readonly Span[]): PitchTrack {
  if (spans.length === 0) return pitch;
  const values = Array.from(pitch.values, (hz, i) => {
    const time = pitch.startSec + i * pitch.stepSec;
    return spans.some(({ start, end }) => time >= start && time <= end) ? Number.NaN : hz;
  });
  return { ...pitch, values };
}

/** Steps of a hundredth, null for no value: saved artifacts read back are judged exactly as they were at first. */
function asSaved<T extends Track>(track: T): T {
  const values = Array.from(track.values, (value) => (value !== null && Number.isFinite(value) ? Math.round(value * 100) / 100 : null));
  return { ...track, values };
}

function activityOf(activity: SpeechActivity): Gathered<SpeechActivity> {
  return activity.segments.length === 0 ? { ok: false, reason: 'no speech was found in the recording' } : { ok: true, value: activity };
}

function pitchOf(pitch: PitchTrack): Gathered<PitchTrack> {
  const voiced = Array.from(pitch.values).some((hz) => hz !== null && hz > 0);
  return voiced ? { ok: true, value: pitch } : { ok: false, reason: 'no voice was found in the recording' };
}
