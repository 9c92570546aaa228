export * from './artifact-folder.ts';
export * from './contacts/index.ts';
export * from './gather.ts';
export * from './review.ts';
