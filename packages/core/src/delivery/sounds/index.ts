export * from './keep-words.ts';
export * from './message-span.ts';
export * from './recorded-speech.ts';
export * from './sound-words.ts';
