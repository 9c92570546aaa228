import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeFolder } from './open-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const MARK = 'in-use.json';
const taken = (answers: readonly object[]) => answers.filter((answer) => !('heldBy' in answer));

test('of many starts at one moment one gets the folder, also where a dead process left its mark', async () => {
  for (let round = 0; round < 40; round += 1) {
    if (round % 2 === 1) await writeFile(join(folder, MARK), JSON.stringify({ pid: 2 ** 22 + 1, url: null }));
    const answers = await Promise.all(Array.from({ length: 12 }, () => takeFolder(folder)));
    expect(taken(answers)).toHaveLength(1);
    expect(await readdir(folder)).toEqual([MARK]);
    await (taken(answers)[0] as { release(): Promise<void> }).release();
  }
});

test('the mark of an earlier run with the same process number is that of a dead process', async () => {
  await writeFile(join(folder, MARK), JSON.stringify({ pid: process.pid, url: 'http://127.0.0.1:1', sinceMs: 1 }));
  expect(await takeFolder(folder)).toMatchObject({ leftBehind: true });
  expect(await takeFolder(folder)).toMatchObject({ heldBy: { pid: process.pid } });
});

test('half a mark is nobody', async () => {
  await writeFile(join(folder, MARK), '{"pid": 1');
  expect(await takeFolder(folder)).toMatchObject({ leftBehind: true });
});

test('what starts that died left beside the mark is deleted, what living ones write is not', async () => {
  const dead = JSON.stringify({ pid: 2 ** 22 + 1, url: null });
  const living = JSON.stringify({ pid: process.ppid, url: null });
  await writeFile(join(folder, `${MARK}.dead`), dead);
  await writeFile(join(folder, `${MARK}.living`), living);
  await writeFile(join(folder, `${MARK}.half`), '{"pid"');
  await takeFolder(folder);
  expect((await readdir(folder)).sort()).toEqual([MARK, `${MARK}.half`, `${MARK}.living`]);
});

test("a data folder that is made is its owner's alone, whatever the system would give others", async () => {
  const before = process.umask(0);
  try {
    const made = join(folder, 'above', 'data');
    await takeFolder(made);
    for (const path of [join(folder, 'above'), made]) expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(join(made, MARK))).mode & 0o077).toBe(0);
  } finally {
    process.umask(before);
  }
});
