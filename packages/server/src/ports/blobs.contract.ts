import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { BlobStore } from './blobs.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** What every blob store must hold to. */
export function holdsBlobContract(open: () => Promise<BlobStore>): void {
  it('gives back what was written, and parts of it', async () => {
    const blobs = await open();
    const key = randomUUID();
    await blobs.write(key, [bytes(1, 2), bytes(3, 4, 5)]);
    expect(await blobs.read(key)).toEqual({ bytes: bytes(1, 2, 3, 4, 5), size: 5 });
    expect(await blobs.read(key, 1, 2)).toEqual({ bytes: bytes(2, 3), size: 5 });
    expect(await blobs.read(key, 3, 99)).toEqual({ bytes: bytes(4, 5), size: 5 });
    expect(await blobs.read(key, 9)).toEqual({ bytes: bytes(), size: 5 });
    await blobs.write(key, [bytes(7)]);
    expect(await blobs.read(key)).toEqual({ bytes: bytes(7), size: 1 });
  });

  it('has nothing where nothing is', async () => {
    const blobs = await open();
    const key = randomUUID();
    expect(await blobs.read(key)).toBeNull();
    await blobs.remove(key);
    await blobs.write(key, [bytes(1)]);
    await blobs.remove(key);
    expect(await blobs.read(key)).toBeNull();
  });

  it('gives a blob another name, in the place of what was there', async () => {
    const blobs = await open();
    const [from, to] = [randomUUID(), randomUUID()];
    await blobs.write(to, [bytes(1, 2, 3)]);
    await blobs.write(from, [bytes(7)]);
    await blobs.rename(from, to);
    expect(await blobs.read(to)).toEqual({ bytes: bytes(7), size: 1 });
    expect(await blobs.read(from)).toBeNull();
    await expect(blobs.rename(from, to)).rejects.toThrow();
    expect(await blobs.read(to)).toEqual({ bytes: bytes(7), size: 1 });
  });

  it('lists the names that end so', async () => {
    const blobs = await open();
    const [ending, one, other] = [`.${randomUUID()}`, randomUUID(), randomUUID()];
    expect(await blobs.list(ending)).toEqual([]);
    for (const key of [`${one}${ending}`, `${other}${ending}`, `${one}${ending}.more`]) await blobs.write(key, [bytes(1)]);
    expect((await blobs.list(ending)).sort()).toEqual([`${one}${ending}`, `${other}${ending}`].sort());
    await blobs.remove(`${one}${ending}`);
    expect(await blobs.list(ending)).toEqual([`${other}${ending}`]);
  });

  it('grows in order, can be read meanwhile, and changes its head at the end', async () => {
    const blobs = await open();
    const key = randomUUID();
    const growing = await blobs.grow(key, bytes(0, 0), 2);
    await Promise.all([growing.append(bytes(1, 2)), growing.append(bytes(3, 4)), growing.append(bytes(5, 6))]);
    expect(growing.size).toBe(8);
    expect((await blobs.read(key))?.bytes).toEqual(bytes(0, 0, 1, 2, 3, 4, 5, 6));
    await growing.close(bytes(9, 9));
    expect((await blobs.read(key))?.bytes).toEqual(bytes(9, 9, 1, 2, 3, 4, 5, 6));
  });

  it('writes the head again where a writer died before it was whole', async () => {
    const blobs = await open();
    const key = randomUUID();
    await blobs.write(key, [bytes(8)]);
    const growing = await blobs.grow(key, bytes(8, 9), 2);
    await growing.append(bytes(1, 2));
    expect((await blobs.read(key))?.bytes).toEqual(bytes(8, 9, 1, 2));
    await growing.close(bytes(8, 9));
  });

  it('goes on after the last whole unit', async () => {
    const blobs = await open();
    const key = randomUUID();
    await blobs.write(key, [bytes(0, 0), bytes(1, 2, 3)]);
    const growing = await blobs.grow(key, bytes(8, 8), 2);
    expect(growing.size).toBe(4);
    await growing.append(bytes(5, 6));
    await growing.close(bytes(9, 9));
    expect((await blobs.read(key))?.bytes).toEqual(bytes(9, 9, 1, 2, 5, 6));
  });
}
