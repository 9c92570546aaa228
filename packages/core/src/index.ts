export * from './brief/index.ts';
export * from './dictation/index.ts';
export * from './documents/artifacts.ts';
export * from './documents/failure.ts';
export * from './documents/message.ts';
export * from './documents/review.ts';
export * from './documents/span.ts';
export * from './documents/transcript.ts';
