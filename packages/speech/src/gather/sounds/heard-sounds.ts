import type { HeardSound, Span, Track } from '@ringback/core';
import { partedBy } from '../../recognise/segment/with-speech.ts';
import { levelsOf, percentile } from '../../signal/frame-levels.ts';
import { durationOf, type Waveform } from '../../signal/waveform.ts';
import { lineTones } from './line-tones.ts';
import { otherSound } from './other-sounds.ts';
import { SPEECH_ZONE_OPTIONS, speechZones } from './speech-zones.ts';
import { toneFrames } from './tone-frames.ts';
import { toneRuns } from './tone-runs.ts';

/** Seconds of a stretch without speech that is worth naming. House rule: a shorter one is a pause. */
const SHORTEST_SEC = 1;
/** Seconds from which what sounds like music is told as such. House rule: a chair and a door have pitches too. */
const MUSIC_SEC = 2;
/** Seconds of speech within music, at most, that are the music's own. House rule: a word alone takes 0.3 s. */
const MUSIC_FOOLS_SEC = 0.3;
/** Share of a tone that must lie outside speech: who hums a note is speaking. House rule. */
const OUTSIDE_SHARE = 0.5;
/** Seconds between a note and the rest of the music. House rule. */
const NOTE_GAP_SEC = 0.1;
/** Tones within so many seconds, of so many different kinds of pitch, that are a melody and no beeps. House rule. */
const MELODY = { withinSec: 4, beeps: 4 };

/**
 * What is heard in a recording besides speech: the tones of a line, beeps, music, hum, noise and silence, in order, without overlap.
 * Times are seconds of the recording. `speech` is what a detector says of it. Pure.
 */
export function heardSounds(waveform: Waveform, speech: Track): HeardSound[] {
  const frames = toneFrames(waveform);
  const runs = lineTones(toneRuns(frames));
  const zones = speechZones(speech);
  const voice = speechZones(speech, { ...SPEECH_ZONE_OPTIONS, minSureSec: 0, joinSec: 0 });
  const sure = speechZones(speech, {
    ...SPEECH_ZONE_OPTIONS,
    speechProbabilityToStay: SPEECH_ZONE_OPTIONS.speechProbability,
    minSureSec: 0,
    joinSec: 0,
  });
  const isHummed = (tone: HeardSound): boolean => covered(tone, voice) > (1 - OUTSIDE_SHARE) * lengthOf(tone);
  const tones = withoutMelody(runs.filter((tone) => !isHummed(tone)));
  const end = durationOf(waveform);
  const others = longGaps([...tones, ...zones.filter((zone) => covered(zone, sure) >= MUSIC_FOOLS_SEC)], end).flatMap((gap) => {
    const whole = otherSound(frames, gap);
    if (whole.kind === 'music') return whole;
    return longGaps(zones, gap.end, gap.start).map((part) => otherSound(frames, part));
  });
  const music = joined(withoutNotes([...tones, ...others].sort((a, b) => a.start - b.start)));
  return music.map((sound) => (sound.kind === 'music' && lengthOf(sound) < MUSIC_SEC ? { ...sound, kind: 'noise' } : sound));
}

/** A tone that goes over into music is a note of it. */
function withoutNotes(sounds: readonly HeardSound[]): HeardSound[] {
  return sounds.map((sound, i) => {
    if (sound.kind !== 'beep' && sound.kind !== 'tone') return sound;
    const [before, after] = [sounds[i - 1], sounds[i + 1]];
    const touches =
      (before?.kind === 'music' && sound.start - before.end < NOTE_GAP_SEC) ||
      (after?.kind === 'music' && after.start - sound.end < NOTE_GAP_SEC);
    return touches ? { ...sound, kind: 'music' } : sound;
  });
}

const lengthOf = ({ start, end }: Span): number => end - start;
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const covered = (span: Span, by: readonly Span[]): number => by.reduce((sum, other) => sum + overlap(span, other), 0);

/** Notes of a melody are no beeps. */
function withoutMelody(tones: readonly HeardSound[]): HeardSound[] {
  const near = (tone: HeardSound): number =>
    tones.filter((other) => other.kind === 'beep' && Math.abs(other.start - tone.start) < MELODY.withinSec).length;
  return tones.filter((tone) => tone.kind !== 'beep' || near(tone) < MELODY.beeps);
}

/** What no span covers between two times, where it is long enough to be named. */
function longGaps(spans: readonly Span[], end: number, start = 0): Span[] {
  return partedBy({ start, end }, spans).filter((gap) => lengthOf(gap) >= SHORTEST_SEC);
}

/** Music that goes on is one sound. */
function joined(sounds: readonly HeardSound[]): HeardSound[] {
  const all: HeardSound[] = [];
  for (const sound of sounds) {
    const last = all.at(-1);
    if (last?.kind === 'music' && sound.kind === 'music' && sound.start - last.end < NOTE_GAP_SEC) last.end = sound.end;
    else all.push({ ...sound });
  }
  return all;
}

/** The waveform with everything in the spans turned down to its quietest parts, so that nothing is recognised there. */
export function turnedDown({ samples, sampleRate }: Waveform, spans: readonly Span[]): Waveform {
  if (spans.length === 0) return { samples, sampleRate };
  const { db, stepSec } = levelsOf({ samples, sampleRate }, LEVEL_STEP_SEC);
  const inside = (sec: number): boolean => spans.some(({ start, end }) => sec >= start && sec < end);
  const outside = db.filter((_, i) => !inside((i + 0.5) * stepSec));
  const quiet = outside.length === 0 ? 0 : 10 ** (percentile(outside, QUIET_SHARE) / 20);
  const copy = samples.slice();
  for (const { start, end } of spans) {
    const part = copy.subarray(Math.max(0, Math.round(start * sampleRate)), Math.round(end * sampleRate));
    const loud = Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / Math.max(1, part.length));
    const gain = loud > quiet ? quiet / loud : 1;
    for (let i = 0; i < part.length; i += 1) part[i] = (part[i] ?? 0) * gain;
  }
  return { samples: copy, sampleRate };
}

const LEVEL_STEP_SEC = 0.01;
/** Share of the recording that is quieter than what counts as its quietest parts. */
const QUIET_SHARE = 0.05;
