import type { BlobPart, BlobStore, GrowingBlob } from '../../ports/blobs.ts';
import type { Bucket } from './bucket.ts';

/** Between the name of a blob that grows and the places of its pieces: an object cannot be appended to. */
const PIECES = '~';
/** Digits of a place, so that names stand in order. */
const PLACE_DIGITS = 16;

/**
 * Blobs as objects of a bucket. One that grows is kept in pieces, each under the place of its first byte, until it is closed: whoever reads it
 * meanwhile reads them together.
 */
export function blobBucket(bucket: Bucket): BlobStore {
  const pieces = async (key: string): Promise<string[]> => bucket.list(`${key}${PIECES}`);
  const removePieces = async (key: string): Promise<void> => {
    for (const piece of await pieces(key)) await bucket.delete(piece);
  };
  const together = async (key: string): Promise<Uint8Array | null> => {
    const names = await pieces(key);
    if (names.length === 0) return null;
    const parts = await Promise.all(names.map((name) => bucket.get(name, 0, Number.MAX_SAFE_INTEGER)));
    return joined(names.map((name, i) => ({ at: placeIn(name), bytes: parts[i]?.bytes ?? new Uint8Array(0) })));
  };
  return {
    write: async (key, parts) => bucket.put(key, joined(inOrder(parts))),
    async read(key, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<BlobPart | null> {
      const whole = await bucket.get(key, from, to);
      if (whole !== null) return whole;
      const growing = await together(key);
      return growing && { bytes: growing.slice(from, Math.min(to, growing.length - 1) + 1), size: growing.length };
    },
    async grow(key, head, unit): Promise<GrowingBlob> {
      const whole = await bucket.get(key, 0, Number.MAX_SAFE_INTEGER);
      // Pieces beside a whole are what a writer left that died right after it had closed the blob.
      if (whole !== null) await removePieces(key);
      const found = whole?.bytes ?? (await together(key));
      // A writer that died before its head was whole has written nothing.
      const there = found && found.length >= head.length ? found : head;
      const beyond = Math.max(0, there.length - head.length);
      const kept = there.slice(0, head.length + beyond - (beyond % unit));
      if (whole === null) await removePieces(key);
      await bucket.put(pieceOf(key, 0), kept);
      if (whole !== null) await bucket.delete(key);
      return growing(bucket, key, kept.length, async (end) => {
        const all = (await together(key)) ?? new Uint8Array(0);
        all.set(end);
        await bucket.put(key, all);
        await removePieces(key);
      });
    },
    async rename(key, to) {
      if (!(await bucket.copy(key, to))) throw new TypeError('there is no such blob');
      await bucket.delete(key);
    },
    async remove(key) {
      await bucket.delete(key);
      await removePieces(key);
    },
    list: async (ending) => (await bucket.list('')).filter((name) => name.endsWith(ending) && !name.includes(PIECES)),
  };
}

/** What comes while a piece is being sent goes together in the next one. */
function growing(bucket: Bucket, key: string, began: number, close: (head: Uint8Array) => Promise<void>): GrowingBlob {
  let size = began;
  let waiting: Uint8Array[] = [];
  let last: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const bytes = joined(inOrder(waiting));
    waiting = [];
    await bucket.put(pieceOf(key, size), bytes);
    size += bytes.length;
  };
  const afterLast = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  return {
    get size() {
      return size;
    },
    append(bytes) {
      waiting.push(bytes.slice());
      return afterLast(send);
    },
    close: (head) => afterLast(() => close(head)),
  };
}

interface Piece {
  at: number;
  bytes: Uint8Array;
}

const pieceOf = (key: string, at: number): string => `${key}${PIECES}${String(at).padStart(PLACE_DIGITS, '0')}`;
const placeIn = (name: string): number => Number(name.slice(-PLACE_DIGITS));

function inOrder(parts: readonly Uint8Array[]): Piece[] {
  let at = 0;
  return parts.map((bytes) => {
    const piece = { at, bytes };
    at += bytes.length;
    return piece;
  });
}

function joined(pieces: readonly Piece[]): Uint8Array {
  const whole = new Uint8Array(Math.max(0, ...pieces.map(({ at, bytes }) => at + bytes.length)));
  for (const { at, bytes } of pieces) whole.set(bytes, at);
  return whole;
}
