import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';
import { writeWholeFile } from './write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused = expect.objectContaining({ code: 'cannot-write' });

test('writes into folders that are not there yet, and leaves nothing beside the file', async () => {
  await writeWholeFile(join(folder, 'a', 'b', 'review.json'), '{}');
  expect(readFileSync(join(folder, 'a', 'b', 'review.json'), 'utf8')).toBe('{}');
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['review.json']);
});

test('writes to the file that a link names, and the link stays', async () => {
  writeFileSync(join(folder, 'real'), 'before');
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  await writeWholeFile(join(folder, 'link'), 'after');
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('after');
});

test('says so when a folder stands in the place of the file', async () => {
  await expect(writeWholeFile(folder, 'x')).rejects.toEqual(refused);
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(existsSync('/dev/full'))('a full device is told and stays a device', async () => {
  // A link, so that a mistake here could never replace the machine's own device.
  symlinkSync('/dev/full', join(folder, 'full'));
  await expect(writeWholeFile(join(folder, 'full'), 'x')).rejects.toThrow('"full" could not be written (ENOSPC)');
  expect(statSync(join(folder, 'full')).isCharacterDevice()).toBe(true);
  expect(lstatSync(join(folder, 'full')).isSymbolicLink()).toBe(true);
});

test.runIf(existsSync('/proc/self'))('ends where no folder can be made', async () => {
  await expect(writeWholeFile('/proc/no-such-folder/review.json', 'x')).rejects.toEqual(refused);
});

test('content that comes in parts is written as a whole or not at all, and its own fault comes through', async () => {
  const path = join(folder, 'parts');
  async function* parts(broken: boolean) {
    yield new TextEncoder().encode('one ');
    if (broken) throw new TypeError('the source broke');
    yield new TextEncoder().encode('two');
  }
  await writeWholeFile(path, parts(false));
  expect(readFileSync(path, 'utf8')).toBe('one two');
  await expect(writeWholeFile(path, parts(true))).rejects.toThrow('the source broke');
  expect(readFileSync(path, 'utf8')).toBe('one two');
});

test('a folder that cannot be made is told, also where asking for one would never end', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'cannot-write' });
  await expect(makeFolder('/proc/nowhere/at-all')).rejects.toMatchObject({ code: 'cannot-write' });
  await makeFolder(join(folder, 'for', 'its-owner'));
  expect(statSync(join(folder, 'for')).mode & 0o777).toBe(0o700);
});
