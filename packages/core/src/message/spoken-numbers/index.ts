export { type SpokenNumber, type SpokenWord, spokenNumber } from './spoken-number.ts';
