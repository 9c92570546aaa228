import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import type { Console, Register } from 'ringback';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { registerIntake } from './adapters/cli/intake-command.ts';
import { registerJobs } from './adapters/cli/jobs-command.ts';
import { registerKeep } from './adapters/cli/keep-commands.ts';
import { registerTokens } from './adapters/cli/tokens-command.ts';

// Every command opens the database anew, as it does for a person.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-commands-'));
  dataDir = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command in this process, where no server has the data folder. */
async function run(register: Register, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const env = { RINGBACK_DATA: dataDir };
  const console: Console = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env,
    cwd: folder,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-27T12:00:00Z'),
  };
  const program = new Command('ringback').exitOverride().configureOutput({ writeErr: () => {} });
  register(program, console, () => {});
  await program.parseAsync(args, { from: 'user' });
  return { stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

test('a token is made, shown once, listed without its secret, and ended', async () => {
  expect((await run(registerTokens, 'tokens', 'list')).stdout).toBe('');
  const made = await run(registerTokens, 'tokens', 'add', 'Ada Example', '--role', 'owner');
  expect(made.stdout).toMatch(/^rbt_\S{40,}\n$/);
  expect(made.stderr).toContain('owner, until 2027-02-25');
  const listed = (await run(registerTokens, 'tokens', 'list')).stdout;
  expect(listed).toMatch(/^[0-9a-f-]{36} {2}owner {2}Ada Example {2}until 2027-02-25, last used never\n$/);
  expect(listed).not.toContain(made.stdout.trim());
  await run(registerTokens, 'tokens', 'revoke', listed.slice(0, 36));
  expect((await run(registerTokens, 'tokens', 'list')).stdout).toBe('');
  await expect(run(registerTokens, 'tokens', 'revoke', listed.slice(0, 36))).rejects.toMatchObject({ code: 'no-such-token' });
});

test('work that waits is listed, and none of it is sent again that is not there', async () => {
  await run(registerJobs, 'jobs', 'list');
  const nobody = '0f8fad5b-d9cb-469f-a165-70867728950e';
  await expect(run(registerJobs, 'jobs', 'retry', nobody)).rejects.toMatchObject({ code: 'no-such-job' });
});

test('what is kept goes into a backup and files, is erased only when that is said, and comes back', async () => {
  await run(registerTokens, 'tokens', 'add', 'Ada Example', '--role', 'owner');
  const backup = join(folder, 'kept.backup');
  expect((await run(registerKeep, 'backup', backup)).stdout).toMatch(/^in the backup: \d+ rows, 0 sounds$/m);
  expect((await stat(backup)).mode & 0o777).toBe(0o600);
  const refused = { code: 'cannot-write' };
  await symlink('/dev/full', join(folder, 'full'));
  await expect(run(registerKeep, 'backup', join(folder, 'full'))).rejects.toMatchObject(refused);
  expect((await stat('/dev/full')).isCharacterDevice()).toBe(true);
  await expect(run(registerKeep, 'backup', folder)).rejects.toMatchObject(refused);
  await expect(run(registerKeep, 'export', '/proc/nowhere')).rejects.toMatchObject(refused);
  await expect(run(registerKeep, 'restore', folder)).rejects.toMatchObject({ code: 'bad-backup' });
  expect((await run(registerKeep, 'export', join(folder, 'files'))).stdout).toContain('0 takes, 0 scripts');
  expect(await readdir(join(folder, 'files'))).not.toEqual([]);
  await expect(run(registerKeep, 'erase')).rejects.toMatchObject({ code: 'bad-call' });
  expect((await run(registerTokens, 'tokens', 'list')).stdout).toContain('Ada Example');
  await run(registerKeep, 'erase', '--yes');
  expect((await run(registerTokens, 'tokens', 'list')).stdout).toBe('');
  dataDir = join(folder, 'another');
  await run(registerKeep, 'restore', backup);
  expect((await run(registerTokens, 'tokens', 'list')).stdout).toContain('Ada Example');
});

test('an intake that cannot work is told source by source', async () => {
  const file = join(folder, 'intake.json');
  const nowhere = { kind: 'folder', name: 'dropped', folder: join(folder, 'nowhere') };
  await writeFile(file, JSON.stringify({ intakeVersion: 1, sources: [nowhere, { ...nowhere, name: 'here', folder }] }));
  await expect(run(registerIntake, 'intake', 'check', file)).rejects.toMatchObject({ code: 'bad-intake' });
  await writeFile(file, JSON.stringify({ intakeVersion: 1, sources: [{ ...nowhere, folder }] }));
  expect((await run(registerIntake, 'intake', 'check', file)).stdout).toBe('dropped (folder): good\n');
});

test('a source that is for nobody of the team is told before the server refuses it', async () => {
  const file = join(folder, 'for.json');
  const source = { kind: 'folder', name: 'dropped', folder };
  await writeFile(file, JSON.stringify({ intakeVersion: 1, sources: [{ ...source, for: 'Ada Exmaple' }] }));
  await run(registerTokens, 'tokens', 'add', 'Ada Example', '--role', 'owner');
  await expect(run(registerIntake, 'intake', 'check', file)).rejects.toMatchObject({ code: 'bad-intake' });
  await writeFile(file, JSON.stringify({ intakeVersion: 1, sources: [{ ...source, for: 'Ada Example' }] }));
  expect((await run(registerIntake, 'intake', 'check', file)).stdout).toBe('dropped (folder): good\n');
  // Who is alone has all takes, whomever the configuration names.
  dataDir = join(folder, 'alone');
  await writeFile(file, JSON.stringify({ intakeVersion: 1, sources: [{ ...source, for: 'Somebody Else' }] }));
  expect((await run(registerIntake, 'intake', 'check', file)).stdout).toBe('dropped (folder): good\n');
});

test('a person of a team is exported and erased by name, and a name that nobody has is refused', async () => {
  dataDir = join(folder, 'team');
  await run(registerTokens, 'tokens', 'add', 'Ada Example', '--role', 'owner');
  await run(registerTokens, 'tokens', 'add', 'Ben Example');
  for (const command of [
    ['export', join(folder, 'nobody')],
    ['erase', '--yes'],
  ]) {
    await expect(run(registerKeep, ...command, '--owner', 'Ben Exmaple')).rejects.toMatchObject({ code: 'bad-call' });
  }
  await expect(stat(join(folder, 'nobody'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await run(registerKeep, 'export', join(folder, 'ben'), '--owner', 'Ben Example')).stdout).toContain('0 takes, 0 scripts');
  await run(registerKeep, 'erase', '--yes', '--owner', 'Ben Example');
  const listed = (await run(registerTokens, 'tokens', 'list')).stdout;
  expect(listed).toContain('Ada Example');
  expect(listed).not.toContain('Ben Example');
});
