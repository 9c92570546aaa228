export * from './artifact-folder.ts';
export * from './contacts/index.ts';
export * from './json-file.ts';
export * from './write-file.ts';
