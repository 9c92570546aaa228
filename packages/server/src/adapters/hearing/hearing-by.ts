import { failureOf, RingbackError } from '@ringback/core';
import type { Heard, HeardSoFar, Hearing } from '../../ports/hearing.ts';
import type { HearingAnswer, HearingRequest } from './messages.ts';

interface Waiting {
  resolve(answer: HearingAnswer): void;
  reject(error: Error): void;
  onProgress?: ((share: number) => void) | undefined;
}

/** Whoever hears elsewhere: a process or a worker, begun with the first question. */
export interface Listener {
  /** Sends a question; begins what hears when nothing does. */
  send(request: HearingRequest): void;
  /** Ends what hears, whatever it is at; the next question begins another. */
  end(): void;
  /** Whether what hears takes more memory than it may: it is ended between two questions. Never, by default. */
  isTooLarge?(): boolean;
}

/** What becomes of a {@link Listener}'s answers. */
export interface Answers {
  take(answer: HearingAnswer): void;
  /** What heard has ended: nothing that was asked of it will be answered. */
  lost(): void;
}

/** A question after {@link Hearing.close}, or one whose listener ended. */
const lostHearing = (): RingbackError =>
  new RingbackError('hearing-lost', 'Hearing ended before it was done; the sound is kept: try "hear again".', { kind: 'internal' });

/** Hearing by messages. @param open Begins nothing yet; gives what sends, and keeps where answers go. */
export function hearingBy(open: (answers: Answers) => Listener): Hearing {
  const waiting = new Map<string, Waiting>();
  const listeners = new Map<string, (heard: HeardSoFar) => void>();
  let isClosed = false;

  const lost = (): void => {
    for (const { reject } of waiting.values()) reject(lostHearing());
    waiting.clear();
    listeners.clear();
  };
  const take = (answer: HearingAnswer): void => {
    if (answer.kind === 'heard') {
      listeners.get(answer.id)?.(answer);
      return;
    }
    const asked = waiting.get(answer.id);
    if (answer.kind === 'progress') {
      asked?.onProgress?.(answer.share);
      return;
    }
    waiting.delete(answer.id);
    if (answer.kind === 'failed') asked?.reject(failureOf(answer.failure));
    else asked?.resolve(answer);
    if (isTooLarge() && waiting.size === 0 && listeners.size === 0) end();
  };
  const { send, end, isTooLarge = () => false } = open({ take, lost });
  const ask = (request: HearingRequest, onProgress?: (share: number) => void): Promise<HearingAnswer> =>
    new Promise((resolve, reject) => {
      if (isClosed) throw lostHearing();
      waiting.set(request.id, { resolve, reject, onProgress });
      send(request);
    });

  return {
    async prepare() {
      await ask({ kind: 'prepare', id: crypto.randomUUID() });
    },
    live(sound, onHeard) {
      const id = crypto.randomUUID();
      listeners.set(id, onHeard);
      send({ kind: 'open', id, ...sound });
      return {
        push(samples) {
          if (listeners.has(id)) send({ kind: 'samples', id, samples });
        },
        async finish(recording, name, options) {
          // Another process knows nothing of what this one heard.
          if (!listeners.has(id)) throw lostHearing();
          const answer = await ask({ kind: 'finish', id, recording, name, options });
          listeners.delete(id);
          return heardIn(answer);
        },
        drop() {
          if (listeners.delete(id)) send({ kind: 'drop', id });
        },
      };
    },
    async hear(sound, options, onProgress) {
      return heardIn(await ask({ kind: 'hear', id: crypto.randomUUID(), ...sound, options }, onProgress));
    },
    async grade(samples, artifacts, options) {
      const request: HearingRequest = { kind: 'grade', id: crypto.randomUUID(), samples, artifacts, options };
      return heardIn(await ask(request));
    },
    async speak(text, tune) {
      const answer = await ask({ kind: 'speak', id: crypto.randomUUID(), text, ...(tune && { tune }) });
      if (answer.kind !== 'spoken') throw new TypeError(`what hears answered "${answer.kind}" to a text to speak`);
      return answer;
    },
    async judge(artifacts, options) {
      return heardIn(await ask({ kind: 'judge', id: crypto.randomUUID(), artifacts, options }));
    },
    async close() {
      isClosed = true;
      end();
      lost();
    },
  };
}

function heardIn(answer: HearingAnswer): Heard {
  if (answer.kind !== 'reviewed') throw new TypeError(`what hears answered "${answer.kind}" to a question for a review`);
  return { artifacts: answer.artifacts, review: answer.review };
}
