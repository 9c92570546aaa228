export { DOUBT, doubtsOf, inDoubt } from './doubt.ts';
export { deriveFacts, FACT_DEFAULTS, type FactBounds, isBrief } from './facts.ts';
