import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { COMMANDS } from 'ringback';
import { expect, it } from 'vitest';
import { blocksOn, PAGES } from './documented-pages.fixture.ts';
import * as server from './index.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The whole command line, with nothing done. */
function wholeProgram(): Command {
  const program = new Command('ringback');
  const console = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: {},
    cwd: '.',
    signal: new AbortController().signal,
    now: () => new Date(0),
  };
  const ofServer = Object.entries(server).flatMap(([name, value]) =>
    name.startsWith('register') ? [value as typeof server.registerServe] : [],
  );
  for (const register of [...COMMANDS, ...ofServer]) register(program, console, () => {});
  return program;
}

/** What a call of the command asks for that there is not: a command or an option; null where all of it is there. */
function unknownIn(program: Command, call: string): string | null {
  const words = call.replace(/"[^"]*"|'[^']*'/g, 'quoted').split(/\s+/);
  let command = program;
  while (command.commands.length > 0) {
    const next = command.commands.find((one) => one.name() === words[0]);
    // A group may be spoken of as a whole.
    if (next === undefined) return words[0] === undefined || words[0].startsWith('-') ? null : words[0];
    command = next;
    words.shift();
  }
  // Told apart before the command is read: bin/ringback.js.
  const known = new Set(['--help', '--again', ...command.options.flatMap(({ long }) => long ?? [])]);
  return words.find((word) => /^--[a-z]/.test(word) && !known.has(word.replace(/=.*$/, ''))) ?? null;
}

/** The commands of a page's blocks and of its `code`, each up to a comment, a pipe or the next command. */
function callsOn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const blocks = blocksOn(page).flatMap(({ lines }) => lines);
  const inline = [...text.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
  return [...blocks, ...inline].map((line) => line.trim().split(/ {2,}| #|[|;&]|`/)[0] ?? '');
}

const PROGRAM = wholeProgram();

it.each(PAGES)('%s names no command and no option that there is not', (page) => {
  const unknown = callsOn(page).flatMap((line) => {
    const ringback = /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:npx )?ringback ([a-z-].*)$/.exec(line)?.[1];
    if (ringback !== undefined && unknownIn(PROGRAM, ringback) !== null) return [`${line}: ${unknownIn(PROGRAM, ringback)}`];
    const script = /^(?:[A-Z_]+=\S+ )*npm (?:run ([a-z:-]+)|(start|test))\b/.exec(line);
    const name = script?.[1] ?? script?.[2];
    return name !== undefined && scripts[name] === undefined ? [line] : [];
  });
  expect(unknown).toEqual([]);
});

it('tells a command and an option that there is not', () => {
  expect(
    ['review a.txt --fix', 'log list', 'reviw a.txt', 'review a.txt --fixed', 'log lst'].map((call) => unknownIn(PROGRAM, call)),
  ).toEqual([null, null, 'reviw', '--fixed', 'lst']);
});

it.each(PAGES)('the links of %s lead to files that are there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)/g)].map(([, target]) => target ?? '');
  expect(links.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
});
