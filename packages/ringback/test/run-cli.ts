import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const TOP = fileURLToPath(new URL('../../..', import.meta.url));
const BIN = fileURLToPath(new URL('../bin/ringback.js', import.meta.url));

/** What a finished command left behind. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command line as a person would, in a process of its own. */
export async function runCli(
  args: readonly string[],
  options: { stdin?: string; env?: Record<string, string>; preload?: string; killAfterMs?: number } = {},
): Promise<Run> {
  const preload = options.preload === undefined ? [] : ['--import', options.preload];
  const child = spawn(process.execPath, [...preload, BIN, ...args], {
    cwd: TOP,
    env: { ...process.env, ...options.env },
    timeout: options.killAfterMs,
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, ...text };
}
