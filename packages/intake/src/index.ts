export * from './adapter.ts';
export * from './configuration.ts';
export { isOutside, type SafeFetchOptions, safeFetch } from './safe-fetch.ts';
