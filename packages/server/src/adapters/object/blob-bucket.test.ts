import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdsBlobContract } from '../../ports/blobs.contract.ts';
import { blobBucket } from './blob-bucket.ts';
import { startBucket, type TestBucket } from './bucket.fixture.ts';
import { Bucket } from './bucket.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

let store: TestBucket;
beforeAll(async () => {
  store = await startBucket();
});
afterAll(() => store.close());

describe('blobs in a bucket', () => {
  holdsBlobContract(async () => blobBucket(new Bucket(store.place)));

  it('leaves nothing beside a blob that is closed, or removed while it grows', async () => {
    const blobs = blobBucket(new Bucket(store.place));
    const [closed, removed] = [randomUUID(), randomUUID()];
    for (const key of [closed, removed]) {
      const growing = await blobs.grow(key, bytes(0), 1);
      for (let i = 0; i < 5; i += 1) await growing.append(bytes(i));
      if (key === closed) await growing.close(bytes(9));
      else await blobs.remove(key);
    }
    expect(store.names().filter((name) => name.startsWith(closed))).toEqual([closed]);
    expect(store.names().filter((name) => name.startsWith(removed))).toEqual([]);
    expect((await blobs.read(closed))?.bytes).toEqual(bytes(9, 0, 1, 2, 3, 4));
  });

  it('goes on with a blob whose writer died, and does not list its pieces', async () => {
    const blobs = blobBucket(new Bucket(store.place));
    const key = randomUUID();
    const dies = await blobs.grow(key, bytes(0, 0), 2);
    await dies.append(bytes(1, 2, 3));
    expect(await blobs.list('')).not.toContain(`${key}~${'0'.repeat(16)}`);
    const goesOn = await blobs.grow(key, bytes(0, 0), 2);
    expect(goesOn.size).toBe(4);
    await goesOn.append(bytes(5, 6));
    expect(await blobs.read(key, 3, 4)).toEqual({ bytes: bytes(2, 5), size: 6 });
  });

  it('tells in one sentence, without the name of anything, that the store refuses or does not answer', async () => {
    const before = store.refused();
    const forged = blobBucket(new Bucket({ ...store.place, secret: 'another' }));
    const told = { code: 'no-store', kind: 'internal', message: expect.not.stringContaining('secret-name') };
    await expect(forged.write('secret-name', [bytes(1)])).rejects.toMatchObject(told);
    expect(store.refused()).toBe(before + 1);
    expect(store.names()).not.toContain('secret-name');
    const nowhere = blobBucket(new Bucket({ ...store.place, endpoint: 'http://127.0.0.1:9' }));
    await expect(nowhere.read('secret-name')).rejects.toMatchObject(told);
  });
});
