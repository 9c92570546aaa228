import type { Register } from '../command.ts';

/** Every command, in the order of the help; one file each. */
export const COMMANDS: readonly Register[] = [];
