export * from './contacts/index.ts';
