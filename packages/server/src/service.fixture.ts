import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../ringback/bin/ringback.js', import.meta.url));

/** A command of Ringback that runs until it is ended. */
export interface TestService {
  child: ChildProcess;
  /** What it said so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves with what the expression finds in what it says; rejects where it ends before. */
  says(what: RegExp): Promise<string>;
  /** Ends it and resolves with its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts one as a person does, compiled and in a process of its own. */
export function startService(args: readonly string[], env: Record<string, string>): TestService {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  const closed = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    says: (what) =>
      vi.waitFor(
        () => {
          const found = what.exec(said.stdout + said.stderr)?.[0];
          if (found === undefined) throw new Error(`it said: ${said.stdout}${said.stderr}`);
          return found;
        },
        { timeout: 180_000 },
      ),
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return closed;
    },
  };
}
