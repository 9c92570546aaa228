import { mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchedFolder } from './folder.ts';
import { freeswitch } from './freeswitch.ts';
import { lying, SOUND, write } from './spool.fixture.ts';

const WRITTEN = new Date('2026-11-23T12:00:00.000Z');
let folder: string;
let nowMs: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-folder-'));
  nowMs = WRITTEN.getTime();
});
afterEach(() => rm(folder, { recursive: true }));
const now = () => new Date(nowMs);
async function put(name: string): Promise<void> {
  await write(folder, { [name]: SOUND });
  await utimes(join(folder, name), WRITTEN, WRITTEN);
}

it('takes a recording once nobody has written to it for a while, and nothing that is none', async () => {
  await put('for dana/first.wav');
  await put('notes.txt');
  const source = watchedFolder({ folder, quietMs: 10_000 }, now);
  expect(await lying(source)).toEqual([]);
  nowMs += 10_000;
  const [message, ...others] = await lying(source);
  expect(others).toEqual([]);
  expect(message).toMatchObject({ at: WRITTEN.toISOString(), caller: { number: null, name: null } });
  expect(await message?.bytes()).toEqual(SOUND);
});

it('follows no link, also one that took the place of a file meanwhile', async () => {
  nowMs += 60_000;
  await put('a.wav');
  const outside = join(tmpdir(), `ringback-secret-${process.pid}.wav`);
  await writeFile(outside, 'secret');
  const [message] = await lying(watchedFolder({ folder, quietMs: 0 }, now));
  await rm(join(folder, 'a.wav'));
  await symlink(outside, join(folder, 'a.wav'));
  await expect(message?.bytes()).rejects.toMatchObject({ code: 'ELOOP' });
  expect(await lying(watchedFolder({ folder, quietMs: 0 }, now))).toEqual([]);
  await rm(outside);
});

it('knows a message of FreeSWITCH by its call, and leaves greetings alone', async () => {
  nowMs += 60_000;
  const uuid = '3f0a6c4e-7a52-4f5c-9a70-0d1c2b3a4f5e';
  await put(`default/example.com/1001/msg_${uuid}.wav`);
  await put('default/example.com/1001/greeting_1.wav');
  const messages = await lying(freeswitch({ folder, quietMs: 10_000 }, now));
  expect(messages.map(({ key }) => key)).toEqual([uuid]);
});
