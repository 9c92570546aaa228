import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error It has no types.
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeSound } from '../../live/take-sound.ts';
import { holdsBlobContract } from '../../ports/blobs.contract.ts';
import { openBlobs } from '../blob-place.ts';

interface Store {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** The one account that it knows. */
const ACCOUNT = 'S3RVER';

let folder: string;
let store: Store;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-s3-'));
  const options = { address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'sound' }] };
  store = new (S3rver as new (how: typeof options) => Store)(options);
  const { port } = await store.run();
  env = {
    RINGBACK_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    RINGBACK_S3_BUCKET: 'sound',
    RINGBACK_S3_KEY_ID: ACCOUNT,
    RINGBACK_S3_SECRET: ACCOUNT,
  };
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('blobs in an S3-compatible store from the registry', () => {
  holdsBlobContract(() => openBlobs(folder, env));

  it('keeps the sound of a take that is recorded in pieces', async () => {
    const sound = takeSound(await openBlobs(folder, env));
    const id = randomUUID();
    const growing = await sound.grow(id, 8000);
    for (let i = 0; i < 4; i += 1) await growing.append(Int16Array.of(i, i));
    await growing.close();
    expect((await sound.part(id, 44, 51))?.bytes).toEqual(Uint8Array.of(0, 0, 0, 0, 1, 0, 1, 0));
    expect((await sound.read(id))?.length).toBe(60);
    await sound.remove(id);
    expect(await sound.has(id)).toBe(false);
  });

  it('refuses what another key has signed', async () => {
    const forged = await openBlobs(folder, { ...env, RINGBACK_S3_SECRET: 'another' });
    await expect(forged.write('a', [Uint8Array.of(1)])).rejects.toMatchObject({
      code: 'no-store',
      message: expect.stringContaining('(403)'),
    });
  });
});
