export * from './brief.ts';
export * from './missing.ts';
export * from './schema.ts';
