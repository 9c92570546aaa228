export * from './artifact-folder.ts';
export * from './contacts/index.ts';
export * from './gather.ts';
export * from './number/index.ts';
export * from './review-recording.ts';
export * from './review-script.ts';
