export { encodeWav } from '../signal/encode-wav.ts';
export { FLITE_VOICES, type FliteVoiceName, openFliteVoice } from './flite-voice.ts';
export { PREVIEW_PAUSES } from './pieces.ts';
export { type Preview, type PreviewOptions, speakScript } from './preview.ts';
export type { Phone, SpokenUtterance, Voice } from './voice.ts';
