export * from './ears.ts';
export * from './web-runtime.ts';
