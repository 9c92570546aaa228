export { BEGINNINGS } from './beginnings.ts';
export { type ComposedScript, type ComposeOptions, type Composition, composeScripts, LARGEST_OVERLAP } from './compose.ts';
export { MANNERS, type Manner } from './manners.ts';
export { countWords, tokenOverlap } from './words.ts';
