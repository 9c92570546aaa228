export { expandContractions } from './contractions.ts';
export { dropHesitations } from './hesitations.ts';
export { type Mask, type Token, tokenise } from './tokenise.ts';
