import { RingbackError } from '@ringback/core';
import type { MiddlewareHandler } from 'hono';

const MIB = 2 ** 20;
/** Bytes that are taken, by route: an hour of CD sound, some 200,000 calls, files of contacts, documents. House rule. */
const MOST_BYTES: readonly (readonly [RegExp, number])[] = [
  [/\/takes(?:\/[^/]+\/audio)?$/, 700 * MIB],
  [/\/calls\/import$/, 200 * MIB],
  [/\/bridge$/, 50 * MIB],
  [/^/, 5 * MIB],
];
/** Milliseconds in which some bytes must come. House rule: a connection that is silent for so long is gone. */
export const BODY_IDLE_MS = 30_000;

const mostOf = (path: string): number => MOST_BYTES.find(([route]) => route.test(path))?.[1] ?? 0;

function tooBig(most: number): RingbackError {
  return new RingbackError('too-big', `More than ${most / MIB} MB was sent; that is the most that is taken here.`);
}

/** Reads a body to its end, within bounds; nothing of one that is out of bounds is kept. Throws "too-big", "too-slow". */
async function readBody(body: ReadableStream<Uint8Array>, most: number, idleMs: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await withinMs(idleMs, reader.read());
      if (done) break;
      size += value.length;
      if (size > most) throw tooBig(most);
      parts.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof RingbackError ? error : new RingbackError('too-slow', 'What was sent broke off: send it again.');
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function withinMs<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RingbackError('too-slow', 'What was sent stopped coming: send it again.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes in the body of a request as far as its route takes any; the rest is refused before it is read. */
export function bodyBounds(idleMs: number): MiddlewareHandler {
  return async (context, next) => {
    const { raw, path, method } = context.req;
    if (method === 'GET' || method === 'HEAD' || raw.body === null) return await next();
    const most = mostOf(path);
    // What is still to come is not waited for.
    context.header('connection', 'close');
    if (Number(context.req.header('content-length') ?? 0) > most) throw tooBig(most);
    const body = await readBody(raw.body, most, idleMs);
    context.header('connection', undefined);
    context.req.raw = new Request(raw.url, { method, headers: raw.headers, body });
    await next();
  };
}
