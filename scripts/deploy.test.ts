import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';

const UNITS = 'deploy/systemd';
const PROGRAM_HERE = 'packages/ringback/bin/ringback.js';
const PROGRAM = '/usr/local/bin/ringback';
const commandsIn = (text: string, mark: RegExp): string[] => [...text.matchAll(mark)].map(([, words]) => words ?? '');
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
const compose = readFileSync('deploy/compose.yaml', 'utf8');

test('the Dockerfile is linted clean', () => {
  expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  expect(validate(`${dockerfile}RUNN true\n`)).toHaveLength(1);
});

test('the compose file holds to the schema of Compose and is linted clean', () => {
  const linter = new DCLinter({
    rules: { 'require-quotes-in-ports': [1, { quoteType: 'double' }] },
    quiet: false,
    debug: false,
    exclude: [],
  });
  const told: { messages: { line: number; message: string }[] }[] = linter.lintFiles(['deploy/compose.yaml'], false);
  expect(told.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`))).toEqual([]);
});

test('the systemd units are verified', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-units-'));
  const verified = (edit: (unit: string) => string) => {
    for (const name of readdirSync(UNITS).filter((one) => one.endsWith('.service')))
      writeFileSync(join(folder, name), edit(readFileSync(join(UNITS, name), 'utf8').replace(PROGRAM, process.execPath)));
    const units = readdirSync(folder).map((name) => join(folder, name));
    return spawnSync('systemd-analyze', ['verify', '--man=no', ...units], { encoding: 'utf8' }).stderr;
  };
  try {
    expect(verified((unit) => unit)).toBe('');
    expect(verified((unit) => unit.replace('KillMode=mixed', 'KillMode=some'))).toContain('Failed to parse kill mode');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every command in them is one that there is, with its options', () => {
  const units = readdirSync(UNITS).map((name) => readFileSync(join(UNITS, name), 'utf8'));
  const commands = [
    ...units.flatMap((unit) => commandsIn(unit, /^ExecStart=\/usr\/local\/bin\/ringback (.+)$/gm)),
    ...commandsIn(compose, /^ {4}command: \["((?:serve|worker)".+)"\]$/gm).map((words) => words.replaceAll('", "', ' ')),
    ...commandsIn(dockerfile, /^CMD \["(.+)"\]$/gm).map((words) => words.replaceAll('", "', ' ')),
  ];
  expect(commands).toHaveLength(5);
  const help = new Map<string, string>();
  for (const command of commands) {
    const [name = '', ...words] = command.split(' ');
    const known = help.get(name) ?? spawnSync(process.execPath, [PROGRAM_HERE, name, '--help'], { encoding: 'utf8' }).stdout;
    help.set(name, known);
    for (const flag of words.filter((word) => word.startsWith('--')))
      expect([command, known]).toEqual([command, expect.stringContaining(flag)]);
  }
}, 240_000);
