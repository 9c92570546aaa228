import { type LiveAnswer, type LiveRequest, liveRequestSchema, RingbackError } from '@ringback/core';
import { failureIn } from '../ports/failure-in.ts';
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
    if (typeof message !== 'string') return await begun(session).append(message);
    const request = requestIn(message);
    if (request.type === 'start') {
      // The take before is no longer this connection's: it ends as one does whose connection broke.
      if (session !== null && session.takeId !== request.takeId) session.lost();
      session = await desk.start(request, owner, (told) => carrier.tell(told));
    } else if (request.type === 'stop') await begun(session).stop();
    else await begun(session).discard();
  };
  return {
    // One after the other: sound that comes while a take opens waits for it.
    take(message) {
      last = last
        .then(() => answer(message))
        .catch((error: unknown) => {
          const code = failureIn(error)?.code ?? 'internal';
          log('a live connection was refused', { code });
          carrier.refuse(code);
        });
    },
    lost() {
      last = last.then(() => session?.lost());
    },
  };
}

function begun(session: LiveSession | null): LiveSession {
  if (session === null) throw badRequest('A live connection begins with "start": send that first.');
  return session;
}

function requestIn(message: string): LiveRequest {
  try {
    return liveRequestSchema.parse(JSON.parse(message));
  } catch (cause) {
    throw badRequest('What was sent over the live connection is no request: see docs/page.md.', cause);
  }
}

const badRequest = (message: string, cause?: unknown) => new RingbackError('bad-request', message, { cause });
