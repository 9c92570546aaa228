export { type ComposedScript, type ComposeOptions, type Composition, composeScripts, LARGEST_OVERLAP } from './compose.ts';
export { MANNERS, type Manner } from './manners.ts';
export { sayAddress } from './spoken-address.ts';
export { groupForEar, type SpokenNumber as GroupedNumber, sayNumber } from './spoken-number.ts';
export { countWords, tokenOverlap } from './words.ts';
