export { encodeWav } from '../signal/encode-wav.ts';
export { FLITE_VOICES, type FliteVoiceName, openFliteVoice } from './flite-voice.ts';
export { type Preview, type PreviewOptions, speakDigitGroup, speakScript } from './preview.ts';
export type { Phone, SpokenUtterance, Voice } from './voice.ts';
