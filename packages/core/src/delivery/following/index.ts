export * from './align.ts';
export * from './follow-take.ts';
export * from './pieces.ts';
export * from './script-after.ts';
export * from './thresholds.ts';
