export { type Clues, indexOfMost } from './clues.ts';
export { type PressGram, type PressPart, pressGrams, pressParts } from './press-parts.ts';
export { openPressingHead, type Pressing, type PressingHead } from './pressing-head.ts';
export { openReader, type Reader, type TextReading } from './reader.ts';
export { type ReaderToken, readerTokens } from './reader-tokens.ts';
export type { ReadSpan } from './spans.ts';
export type { PressingWeights, WeightsHeader } from './weights.ts';
