export * from './align.ts';
export { CLAIM_WEIGHTS, type ClaimFeatures } from './claim-weights.ts';
export * from './corrections.ts';
export * from './follow-take.ts';
export * from './pieces.ts';
export * from './script-after.ts';
export { isSlight } from './sureness.ts';
export * from './thresholds.ts';
