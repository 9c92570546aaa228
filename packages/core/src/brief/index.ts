export * from './brief.ts';
export * from './missing.ts';
export * from './schema.ts';
export * from './terms.ts';
