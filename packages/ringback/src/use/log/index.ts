export * from './call-desk.ts';
export * from './call-store.ts';
export * from './import-file.ts';
