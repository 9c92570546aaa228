import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TakeState } from '@ringback/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blobFolder } from '../adapters/disk/blob-folder.ts';
import { samplesOf } from '../ports/kept-wav.ts';
import { clearLeftBehind } from './left-behind.ts';
import { type TakeSound, takeSound } from './take-sound.ts';

const RATE = 8000;

let folder: string;
let sound: TakeSound;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-left-'));
  sound = takeSound(await blobFolder(folder));
});
afterEach(() => rm(folder, { recursive: true }));

/** A store of takes in these states. */
function takesOf(states: Record<string, TakeState>) {
  const known = new Map(Object.entries(states));
  return {
    known,
    has: async (id: string) => known.has(id),
    inState: async (...wanted: TakeState[]) =>
      [...known].flatMap(([id, state]) => (wanted.includes(state) ? [{ id, owner: 'me', state }] : [])),
    remove: async (id: string) => void known.delete(id),
  };
}

test('sound that was written aside is no sound of a take before it is settled', async () => {
  await sound.write('a', Int16Array.of(1, 2, 3), RATE);
  expect([await sound.read('a'), await sound.aside()]).toEqual([null, ['a']]);
  await sound.settle('a');
  expect(samplesOf((await sound.read('a')) as Uint8Array)).toEqual({ samples: Int16Array.of(1, 2, 3), sampleRate: RATE });
  expect(await sound.aside()).toEqual([]);
});

test('what a server that died left of uploads is kept where the take is known, and deleted where it never was', async () => {
  await sound.write('whole', Int16Array.of(9), RATE);
  await sound.settle('whole');
  for (const id of ['known', 'unknown']) await sound.write(id, Int16Array.of(4, 5), RATE);
  await clearLeftBehind(takesOf({ known: 'hearing', whole: 'reviewed' }), sound);
  expect((await readdir(folder)).sort()).toEqual(['known.wav', 'whole.wav']);
  expect(samplesOf((await sound.read('known')) as Uint8Array).samples).toEqual(Int16Array.of(4, 5));
});

test('a deletion that was begun is done, whether or not the take was deleted already', async () => {
  for (const id of ['row and sound', 'sound alone', 'stays']) {
    await sound.write(id, Int16Array.of(1), RATE);
    await sound.settle(id);
    if (id !== 'stays') await sound.discard(id);
  }
  const takes = takesOf({ 'row and sound': 'reviewed', stays: 'reviewed' });
  await clearLeftBehind(takes, sound);
  expect([...takes.known.keys()]).toEqual(['stays']);
  expect(await readdir(folder)).toEqual(['stays.wav']);
});

test('a live take that never got a file is gone, one that did stays', async () => {
  await (await sound.grow('begun', RATE)).close();
  const takes = takesOf({ begun: 'recording', never: 'recording', elsewhere: 'reviewed' });
  await clearLeftBehind(takes, sound);
  expect([...takes.known.keys()]).toEqual(['begun', 'elsewhere']);
});

test('a live take whose file was made and never begun is none, and its file goes', async () => {
  await writeFile(join(folder, 'torn.wav'), '');
  await sound.write('begun', Int16Array.of(1), RATE);
  await sound.settle('begun');
  const takes = takesOf({ torn: 'recording', begun: 'recording' });
  expect([await sound.has('torn'), await sound.read('torn')]).toEqual([false, null]);
  await clearLeftBehind(takes, sound);
  expect([...takes.known.keys()]).toEqual(['begun']);
  expect(await readdir(folder)).toEqual(['begun.wav']);
});
