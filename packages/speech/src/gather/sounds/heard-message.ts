import { type HeardSound, isLeftOut, keepWords, type Track, type Transcript, withoutRecordedSpeech } from '@ringback/core';
import { withoutInventions } from '../../recognise/inventions.ts';
import { speechZones } from './speech-zones.ts';

/** Seconds from speech within which a word may lie. Our measurement: no word of 50 recordings, quiet and noisy, lay 0.8 s away. */
const WORD_REACH_SEC = 1;

/** The words of the message alone, and what else is heard. */
export interface HeardMessage {
  transcript: Transcript;
  sounds: HeardSound[];
}

/**
 * Keeps of what was recognised what someone said: no words where the detector hears no speech or a tone sounds, none that the model made
 * up, and nothing that a machine says before or after the message. `sounds` are what {@link heardSounds} found in the same recording.
 */
export function heardMessage(heard: Transcript, speech: Track, sounds: readonly HeardSound[]): HeardMessage {
  const zones = speechZones(speech);
  const named = sounds.filter(isLeftOut);
  const spoken = keepWords(heard, ({ start, end }) => {
    const middle = (start + end) / 2;
    const near = zones.some((zone) => middle > zone.start - WORD_REACH_SEC && middle < zone.end + WORD_REACH_SEC);
    return near && !named.some((sound) => middle > sound.start && middle < sound.end);
  });
  const { transcript, recorded } = withoutRecordedSpeech(withoutInventions(spoken), sounds);
  return { transcript, sounds: [...sounds, ...recorded].sort((a, b) => a.start - b.start) };
}
