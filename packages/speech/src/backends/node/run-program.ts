import { execFile } from 'node:child_process';

/** Milliseconds that a program may take; a voice speaks a sentence faster than a person. */
const DEADLINE_MS = 60_000;

/** Runs a program to its end and answers what it printed; rejects when it is not there or fails. */
export type RunProgram = (
  command: string,
  args: readonly string[],
  how: { input?: string; env?: Readonly<Record<string, string>> },
) => Promise<string>;

/** {@link RunProgram} on this machine. */
export const runProgram: RunProgram = (command, args, { input = '', env }) =>
  new Promise((resolve, reject) => {
    const child = execFile(command, args, { env: { ...process.env, ...env }, timeout: DEADLINE_MS }, (error, printed) => {
      if (error) reject(error);
      else resolve(printed);
    });
    // A program that ends early closes its input: how it ended tells, not the broken pipe.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
