export * from './artifact-folder.ts';
export * from './cannot-write.ts';
export * from './contacts/index.ts';
export * from './json-file.ts';
export * from './make-folder.ts';
export * from './write-file.ts';
