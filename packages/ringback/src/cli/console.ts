import type { Readable, Writable } from 'node:stream';
import { RingbackError } from '@ringback/core';

/** The world a command sees: given in, so that tests can give their own. */
export interface Console {
  stdin: Readable & { isTTY?: boolean };
  /** Only ever carries the document that was asked for. */
  stdout: Writable & { isTTY?: boolean; columns?: number };
  /** Progress and warnings. */
  stderr: Writable & { isTTY?: boolean; columns?: number };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Aborted on Ctrl-C. */
  signal: AbortSignal;
  now(): Date;
}

/** What a command answers: 0 done, 1 reviewed and below `--fail-on`; failures are thrown. */
export type ExitCode = 0 | 1;

/** Writes all of a text and waits until it is flushed. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) return resolve();
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      reject(
        new RingbackError('cannot-write', `The output could not be written (${code}): make room there or choose another place.`, {
          cause: error,
        }),
      );
    });
  });
}

/** A progress line on a terminal; silent elsewhere, so that logs and pipes stay clean. */
export function progressLine(console: Console): { update(text: string): void; clear(): void } {
  const isTerminal = console.stderr.isTTY === true;
  let shown = false;
  return {
    update(text) {
      if (!isTerminal) return;
      shown = true;
      console.stderr.write(`\r\x1b[2K${text.slice(0, (console.stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown) console.stderr.write('\r\x1b[2K');
      shown = false;
    },
  };
}

/** A bar such as `[######....] 60 %`; `share` is 0..1. */
export function bar(share: number, width = 24): string {
  const clamped = Math.min(1, Math.max(0, share));
  const full = Math.round(clamped * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${Math.round(clamped * 100)} %`;
}
