import type { Command } from 'commander';
import type { Console, ExitCode } from './console.ts';

/** Adds one command to the program; `finish` takes the exit code of the work that ran. */
export type Register = (program: Command, console: Console, finish: (code: ExitCode) => void) => void;
