export * from './artifact-folder.ts';
export type { Register } from './cli/command.ts';
export type { Console, ExitCode } from './cli/console.ts';
export * from './contacts/index.ts';
export * from './gather.ts';
export * from './number/index.ts';
export * from './plan/index.ts';
export * from './review-recording.ts';
export * from './review-script.ts';
