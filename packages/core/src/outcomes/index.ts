export * from './calibration/calibration.ts';
export { CALIBRATION_PRIOR, type CalibrationPrior } from './calibration/features.ts';
export * from './call.ts';
export * from './message-read.ts';
export * from './statistics/comparisons.ts';
export * from './statistics/kaplan-meier.ts';
export type { CallFacts } from './statistics/observe.ts';
export * from './statistics/rate.ts';
export * from './statistics/statistics.ts';
