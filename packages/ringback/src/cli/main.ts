import { RingbackError } from '@ringback/core';
import { Command, CommanderError } from 'commander';
import type { Register } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { type Console, write } from './console.ts';

/** Exit codes of the contract. */
const INPUT_IS_WRONG = 2;
const OUR_FAULT = 3;

function realConsole(): Console {
  const stop = new AbortController();
  // The second is how systemd and containers end a program.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // A reader that goes away (head, less) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    signal: stop.signal,
    now: () => new Date(),
  };
}

async function tellFailure(error: unknown, console: Console): Promise<number> {
  if (error instanceof CommanderError) {
    // Commander has written its own line, also for --help and --version.
    return error.exitCode === 0 ? 0 : INPUT_IS_WRONG;
  }
  if (error instanceof RingbackError) {
    await write(console.stderr, `ringback: ${error.message}\n`);
    return error.kind === 'input' ? INPUT_IS_WRONG : OUR_FAULT;
  }
  if (console.signal.aborted) {
    await write(console.stderr, 'ringback: stopped; nothing was written.\n');
    return INPUT_IS_WRONG;
  }
  // The text of an unexpected error may carry personal data: show where, not what, unless asked.
  const name = error instanceof Error ? error.name : typeof error;
  const detail =
    console.env.RINGBACK_DEBUG && error instanceof Error ? `\n${error.stack}` : ' Run again with RINGBACK_DEBUG=1 to see where.';
  await write(console.stderr, `ringback: something broke on our side (${name}).${detail}\n`);
  return OUR_FAULT;
}

/**
 * Runs one command of `ringback`.
 * @param args The words after the command's name.
 * @param more Commands of other packages, such as the page's server.
 * @returns The exit code: 0 done, 1 below `--fail-on`, 2 the input or the call is wrong, 3 our fault.
 */
export async function runCommandLine(
  args: readonly string[],
  console: Console = realConsole(),
  more: readonly Register[] = [],
): Promise<number> {
  let exitCode = 0;
  const program = new Command('ringback')
    .description('Plans, reviews and rehearses a voicemail, so that it gets returned.')
    .version('0.1.0')
    .showHelpAfterError('(ringback --help lists the commands)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void console.stdout.write(text), writeErr: (text) => void console.stderr.write(text) });
  for (const register of [...COMMANDS, ...more]) {
    register(program, console, (code) => {
      exitCode = code;
    });
  }
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return await tellFailure(error, console);
  }
}
