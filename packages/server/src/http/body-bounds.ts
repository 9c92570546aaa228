import type { MiddlewareHandler } from 'hono';
import { receive, tooBig } from './received-body.ts';

const MIB = 2 ** 20;
/** Bytes of the largest recording that is taken: an hour of CD sound. House rule. */
export const MOST_RECORDING_BYTES = 700 * MIB;
/** Bytes that are taken, by route: some 200,000 calls, files of contacts, documents. House rule. */
const MOST_BYTES: readonly (readonly [RegExp, number])[] = [
  [/\/calls\/import$/, 200 * MIB],
  [/\/bridge$/, 50 * MIB],
  [/^/, 5 * MIB],
];
const RECORDING = /\/takes(?:\/[^/]+\/audio)?$/;
/** Milliseconds in which some bytes must come. House rule: a connection that is silent for so long is gone. */
export const BODY_IDLE_MS = 30_000;
/** Large bodies that are worked on at a time: each is read, and decoded, in memory. House rule. */
const LARGE_AT_ONCE = 2;

/** How bodies are taken in. */
export interface BodyBounds {
  /** Milliseconds in which some bytes must come. */
  idleMs: number;
  /** Folder in which what is large waits until it is whole. */
  folder: string;
  /** Bytes of the largest recording. */
  mostRecordingBytes: number;
}

/** Lets so many through at a time, the others after them in order. */
function gate(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = size;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** Takes in the body of a request as far as its route takes any; the rest is refused before it is read. */
export function bodyBounds({ idleMs, folder, mostRecordingBytes }: BodyBounds): MiddlewareHandler {
  const among = gate(LARGE_AT_ONCE);
  return async (context, next) => {
    const { raw, path, method } = context.req;
    if (method === 'GET' || method === 'HEAD' || raw.body === null) return await next();
    const mostBytes = RECORDING.test(path) ? mostRecordingBytes : (MOST_BYTES.find(([route]) => route.test(path))?.[1] ?? 0);
    // What is still to come is not waited for.
    context.header('connection', 'close');
    if (Number(context.req.header('content-length') ?? 0) > mostBytes) throw tooBig(mostBytes);
    const { body, digest, isLarge, remove } = await receive(raw.body, { mostBytes, idleMs, folder });
    context.header('connection', undefined);
    context.set('sent', digest);
    const init = { method, headers: raw.headers, body, ...(isLarge && { duplex: 'half' }) };
    context.req.raw = new Request(raw.url, init);
    try {
      await (isLarge ? among(next) : next());
    } finally {
      await remove();
    }
  };
}
