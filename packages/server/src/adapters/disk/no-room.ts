import { RingbackError } from '@ringback/core';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The failure of a disk that is full; null where what was thrown says something else. */
export function noRoom(error: unknown): RingbackError | null {
  if (!(error instanceof Error && 'code' in error && FULL.has(String(error.code)))) return null;
  return new RingbackError('no-room', 'There is no room left where the server keeps what is sent: make room there, then send it again.', {
    kind: 'internal',
    cause: error,
  });
}
