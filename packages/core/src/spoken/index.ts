export { sayAddress } from './address.ts';
export { DIGIT_NAMES, type SpeakDigitsOptions, speakDigits } from './digits.ts';
export * from './length.ts';
export { groupForEar, type SpokenNumber as GroupedNumber, sayNumber } from './number.ts';
export * from './script-artifacts.ts';
export * from './spoken-pieces.ts';
export * from './syllables.ts';
