import { readdir, readFile } from 'node:fs/promises';
import type { Seed } from './fuzz-run.ts';

/** The folder with one short sound in every format. */
const SEEDS = new URL('../../packages/speech/seeds/', import.meta.url);

/** Reads the files the fuzzer damages, in the order of their names. */
export async function readSeeds(): Promise<Seed[]> {
  const names = (await readdir(SEEDS)).filter((name) => !name.endsWith('.md')).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(new URL(name, SEEDS))) })));
}
