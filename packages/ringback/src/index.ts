export type { Register } from './cli/command.ts';
export { COMMANDS } from './cli/commands/index.ts';
export type { Console, ExitCode } from './cli/console.ts';
export * from './cli/number/index.ts';
export * from './cli/plan/index.ts';
export * from './files/index.ts';
export * from './use/index.ts';
