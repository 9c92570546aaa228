export { type Clues, indexOfMost } from './clues.ts';
export { fnv1a } from './hash.ts';
export { ngramsOf, partsOf, type TextPart } from './ngrams.ts';
export type { Pressing } from './pressing-head.ts';
export { openReader, type Reader, type TextReading } from './reader.ts';
export { type ReaderToken, readerTokens } from './reader-tokens.ts';
export type { ReadSpan } from './spans.ts';
export type { WeightsHeader } from './weights.ts';
