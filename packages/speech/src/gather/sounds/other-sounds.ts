import type { HeardSound, Span } from '@ringback/core';
import type { ToneFrame, ToneFrames } from './tone-frames.ts';

/** dB full scale under which sound is silence. House rule: 16 bits end at -96, a quiet room on a phone is at about -55. */
const SILENT_DB = -62;
/** dB under the loudest moment of a stretch down to which its frames are looked at. House rule: a note that dies away. */
const LOOKED_AT_DB = 25;
/** dB over what is beside it from which a frequency is a pitch: chance makes 12 dB of noise. House rule. */
const PITCH_DB = 18;
/** Hz within which the pitch of two frames is the same. House rule: the step of a spectrum. */
const SAME_HZ = 12;
/** Share of the frames with a pitch that stays, from which a stretch is music or a hum. House rule. */
const PITCHED_SHARE = 0.5;
/** Pitches, a semitone apart at least, that make music of a hum. House rule. */
const MUSIC_PITCHES = 3;
/** Frames in which a pitch must sound to count, and the share of all from which it is held. House rules. */
const PITCH_FRAMES = 2;
const HELD_SHARE = 0.7;
const SEMITONES = 12;
/** Hz that semitones are counted from. */
const CONCERT_HZ = 440;

/** What a stretch without speech and without a tone of the line is: music, a hum, noise or silence. */
export function otherSound({ frames, stepSec }: ToneFrames, { start, end }: Span): HeardSound {
  const first = Math.max(0, Math.floor(start / stepSec));
  const inside = frames.slice(first, Math.ceil(end / stepSec));
  const loudest = inside.reduce((most, { levelDb }) => Math.max(most, levelDb), Number.NEGATIVE_INFINITY);
  if (loudest < SILENT_DB) return { kind: 'silence', start, end };
  const isLoud = ({ levelDb }: ToneFrame): boolean => levelDb > Math.max(SILENT_DB, loudest - LOOKED_AT_DB);
  const looked = inside.filter(isLoud).length;
  const pitches = new Map<number, number>();
  let pitched = 0;
  inside.forEach((frame, i) => {
    const stays = isLoud(frame) ? frame.peaks.filter((peak) => peak.prominenceDb > PITCH_DB && lasts(peak.hz, inside, i)) : [];
    if (stays.length === 0) return;
    pitched += 1;
    const semitones = new Set(stays.map(({ hz }) => Math.round(SEMITONES * Math.log2(hz / CONCERT_HZ))));
    for (const semitone of semitones) pitches.set(semitone, (pitches.get(semitone) ?? 0) + 1);
  });
  if (pitched < PITCHED_SHARE * looked) return { kind: 'noise', start, end };
  // A hum stays; notes come and go.
  const heard = [...pitches].filter(([, count]) => count >= PITCH_FRAMES && count < HELD_SHARE * pitched).map(([semitone]) => semitone);
  const apart = heard.filter((semitone) => !heard.includes(semitone - 1)).length;
  return { kind: apart >= MUSIC_PITCHES ? 'music' : 'hum', start, end };
}

/** Whether the frame before or after has the same pitch. */
function lasts(hz: number, frames: readonly ToneFrame[], i: number): boolean {
  return [frames[i - 1], frames[i + 1]].some((frame) =>
    frame?.peaks.some((peak) => peak.prominenceDb > PITCH_DB && Math.abs(peak.hz - hz) < SAME_HZ),
  );
}
