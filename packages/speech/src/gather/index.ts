export * from './join.ts';
export * from './live.ts';
export * from './whole.ts';
