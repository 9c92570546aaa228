import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { ReceivedKey, ReceivedStore } from '../../ports/received.ts';
import type { Database } from './database.ts';
import { received } from './tables.ts';

// An id may hold a person's address or number: what is kept tells the same one again, and nothing of it.
const hashOf = ({ owner, source, key }: ReceivedKey): string =>
  createHash('sha256')
    .update(JSON.stringify([owner, source, key]))
    .digest('hex');

/** Messages that were taken in, in the database. */
export function receivedStore(db: Database, now: () => Date): ReceivedStore {
  return {
    has: async (message) =>
      (
        await db
          .select({ hash: received.hash })
          .from(received)
          .where(eq(received.hash, hashOf(message)))
      ).length > 0,
    async add(message) {
      await db
        .insert(received)
        .values({ hash: hashOf(message), owner: message.owner, at: now() })
        .onConflictDoNothing();
    },
  };
}
