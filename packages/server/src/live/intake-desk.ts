import { createHash } from 'node:crypto';
import { RingbackError } from '@ringback/core';
import { type Adapter, adapterOf, type HandedMessage, type Source, type Surroundings } from '@ringback/intake';
import type { Log } from '../ports/log.ts';
import type { ReceivedStore } from '../ports/received.ts';
import type { OwnDesk } from './own-desk.ts';

/** What taking in needs. */
export interface IntakeOptions {
  sources: readonly Source[];
  surroundings: Surroundings;
  /** The id of the person that a source names; of the owner where it names none. Null where there is no such person. */
  ownerOf: (name: string | undefined) => Promise<string | null>;
  received: ReceivedStore;
  of: (owner: string) => OwnDesk;
  /** Told of what could not be taken in; never of anything personal. */
  log: Log;
}

/** A source that is open. */
export interface OpenSource {
  name: string;
  adapter: Adapter;
  /** Resolves when it is kept as a take, or was before. Throws what reading and decoding throw. */
  takeIn(message: HandedMessage): Promise<void>;
  /** Never takes this message in. */
  leave(message: HandedMessage): Promise<void>;
}

/** Milliseconds between two looks at what lies there. House rule: a message is in the review before anyone has hung up and looked. */
const LOOK_MS = 10_000;
const UUID_PARTS = [8, 4, 4, 4, 12];

/** Always the same id for the same message: what a server that died half kept is written over by the next. */
function takeIdOf(...parts: string[]): string {
  const digits = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32).split('');
  // Version 8, variant 1 (RFC 9562): an id made in a way of our own.
  digits[12] = '8';
  digits[16] = 'a';
  return UUID_PARTS.map((length) => digits.splice(0, length).join('')).join('-');
}

function openSource(source: Source, owner: string, { surroundings, received, of, log }: IntakeOptions): OpenSource {
  const { name, kind } = source;
  const under = new Map<string, Promise<void>>();
  const take = async ({ key, caller, at, bytes }: HandedMessage): Promise<void> => {
    if (await received.has({ owner, source: name, key })) return;
    try {
      const id = takeIdOf(owner, name, key);
      const title = caller.name ?? caller.number ?? 'Voicemail';
      await of(owner).desk.upload({
        id,
        name: title,
        scriptId: null,
        bytes: await bytes(),
        received: { by: kind, ...caller, at },
        inBatch: true,
      });
    } catch (error) {
      const code = error instanceof RingbackError ? error.code : 'internal';
      log(`a message of the source "${name}" could not be taken in`, { code });
      throw error;
    }
    await received.add({ owner, source: name, key });
  };
  return {
    name,
    adapter: adapterOf(source, surroundings),
    // The same message twice at once is one.
    takeIn: (message) => {
      const running = under.get(message.key) ?? take(message).finally(() => under.delete(message.key));
      under.set(message.key, running);
      return running;
    },
    leave: ({ key }) => received.add({ owner, source: name, key }),
  };
}

/** Whether a message is no recording, and will be none at the next look. */
const isNoRecording = (error: unknown): boolean => error instanceof RingbackError && error.kind === 'input';

/** Opens the sources. Throws "bad-intake" where one is for somebody who is not there. */
export async function openSources(options: IntakeOptions): Promise<OpenSource[]> {
  const open: OpenSource[] = [];
  for (const source of options.sources) {
    const owner = await options.ownerOf(source.for);
    if (owner === null) {
      throw new RingbackError(
        'bad-intake',
        `The source "${source.name}" is for a person who has no token here: see "ringback tokens list".`,
      );
    }
    open.push(openSource(source, owner, options));
  }
  return open;
}

/** Takes in all that lies in the sources now. */
export async function lookThrough(sources: readonly OpenSource[], signal: AbortSignal): Promise<void> {
  for (const { adapter, takeIn, leave } of sources) {
    try {
      for await (const message of adapter.lying()) {
        if (signal.aborted) return;
        // What failed was told; the next message may be whole.
        await takeIn(message).catch((error: unknown) => (isNoRecording(error) ? leave(message) : undefined));
      }
    } catch {
      // A folder that went away comes back, or "ringback intake check" says why not.
    }
  }
}

/** Looks through the sources again and again. Returns what ends it. */
export function lookAgain(sources: readonly OpenSource[]): () => Promise<void> {
  const ended = new AbortController();
  let wake = (): void => {};
  const rounds = (async () => {
    while (!ended.signal.aborted) {
      await lookThrough(sources, ended.signal);
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ended.signal.aborted) resolve();
        else setTimeout(resolve, LOOK_MS).unref();
      });
    }
  })();
  return async () => {
    ended.abort();
    wake();
    await rounds;
  };
}
