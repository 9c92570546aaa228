import type { LiveRequest } from '@ringback/core';

/** A take whose sound could not be sent. */
export interface Stranded {
  takeId: string;
  request: Extract<LiveRequest, { type: 'start' }>;
  /** Place in the take of the first sample that is kept here. */
  from: number;
  /** 16-bit samples. */
  samples: Int16Array;
}

interface Piece {
  takeId: string;
  from: number;
  samples: Int16Array;
}

const NAME = 'ringback-backlog';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('requests', { keyPath: 'takeId' });
      request.result.createObjectStore('pieces', { keyPath: ['takeId', 'from'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within<T>(mode: IDBTransactionMode, work: (transaction: IDBTransaction) => IDBRequest<T> | null): Promise<T | null> {
  const database = await open();
  try {
    return await new Promise<T | null>((resolve, reject) => {
      const transaction = database.transaction(['requests', 'pieces'], mode);
      const request = work(transaction);
      transaction.oncomplete = () => resolve(request ? request.result : null);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const all = (takeId: string): IDBKeyRange => IDBKeyRange.bound([takeId, 0], [takeId, Number.MAX_SAFE_INTEGER]);

/** Keeps samples of a take in this browser. */
export async function keepPiece(request: Stranded['request'], from: number, samples: Int16Array): Promise<void> {
  await within('readwrite', (transaction) => {
    transaction.objectStore('requests').put(request);
    transaction.objectStore('pieces').put({ takeId: request.takeId, from, samples } satisfies Piece);
    return null;
  });
}

/** Lets go of a take that is safe elsewhere. */
export async function letGo(takeId: string): Promise<void> {
  await within('readwrite', (transaction) => {
    transaction.objectStore('requests').delete(takeId);
    transaction.objectStore('pieces').delete(all(takeId));
    return null;
  });
}

/** Every take that is kept here, whole. */
export async function stranded(): Promise<Stranded[]> {
  const requests = (await within('readonly', (t) => t.objectStore('requests').getAll() as IDBRequest<Stranded['request'][]>)) ?? [];
  const takes: Stranded[] = [];
  for (const request of requests) {
    const pieces = (await within('readonly', (t) => t.objectStore('pieces').getAll(all(request.takeId)) as IDBRequest<Piece[]>)) ?? [];
    const from = pieces[0]?.from ?? 0;
    const samples = new Int16Array(pieces.reduce((end, piece) => Math.max(end, piece.from + piece.samples.length), from) - from);
    for (const piece of pieces) samples.set(piece.samples, piece.from - from);
    takes.push({ takeId: request.takeId, request, from, samples });
  }
  return takes;
}
