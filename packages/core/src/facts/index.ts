export { doubtsOf } from './doubt.ts';
export { deriveFacts, FACT_DEFAULTS, type FactBounds, isBrief } from './facts.ts';
export { DOUBT, inDoubt } from './in-doubt.ts';
