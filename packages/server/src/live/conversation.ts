import { type LiveAnswer, liveRequestSchema, RingbackError } from '@ringback/core';
import type { Log } from '../ports/log.ts';
import type { LiveDesk, LiveSession } from './live-desk.ts';

/** What carries a live conversation: a WebSocket, or a port between a page and its worker. */
export interface Carrier {
  tell(answer: LiveAnswer): void;
  /** Ends it. @param code Why: a failure's code. */
  refuse(code: string): void;
}

/** One live conversation, from the side that hears. */
export interface Conversation {
  /** Takes what came: a request as JSON, or samples. */
  take(message: string | Int16Array): void;
  /** The carrier broke. */
  lost(): void;
}

/** Talks with one that records. */
export function converse(desk: LiveDesk, owner: string, carrier: Carrier, log: Log): Conversation {
  let session: LiveSession | null = null;
  let last: Promise<void> = Promise.resolve();
  const answer = async (message: string | Int16Array): Promise<void> => {
    if (typeof message !== 'string') return session?.append(message);
    const request = liveRequestSchema.parse(JSON.parse(message));
    if (request.type === 'start') session = await desk.start(request, owner, (told) => carrier.tell(told));
    else if (request.type === 'stop') await session?.stop();
    else await session?.discard();
  };
  return {
    // One after the other: sound that comes while a take opens waits for it.
    take(message) {
      last = last
        .then(() => answer(message))
        .catch((error: unknown) => {
          const code = error instanceof RingbackError ? error.code : 'bad-request';
          log('a live connection was refused', { code });
          carrier.refuse(code);
        });
    },
    lost() {
      last = last.then(() => session?.lost());
    },
  };
}
