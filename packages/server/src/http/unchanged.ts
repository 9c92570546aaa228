import { RingbackError } from '@ringback/core';
import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';

/** The document that a change is about: the take of its transcript, the call of its outcomes. */
const DOCUMENT = /^(?:\/api\/v1)?(\/(?:scripts|takes|briefs|calls)\/[^/]+)/;
/** Sound would be read whole for a range of it, and events would be told when the last of them is there. */
const UNTAGGED = /\/(?:audio\.wav|events)$/;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Gives each document an ETag and answers 304 to who has it already. */
export function tagged(): MiddlewareHandler {
  const tag = etag();
  return async (context, next) => (UNTAGGED.test(context.req.path) ? await next() : await tag(context, next));
}

const tagsIn = (header: string): string[] => header.match(/"[^"]*"/g) ?? [];

type Ask = (path: string, init: RequestInit) => Response | Promise<Response>;

/** Whether a document still has one of these tags, as the same person sees it. */
async function hasTag(ask: Ask, document: string, tags: string, request: Headers): Promise<boolean> {
  const headers = new Headers(request);
  for (const name of ['if-match', 'if-none-match', 'content-type', 'content-length', 'range']) headers.delete(name);
  const now = await ask(document, { headers });
  return now.ok && (tags.trim() === '*' || tagsIn(tags).includes(now.headers.get('etag') ?? ''));
}

/**
 * Refuses a change that was made of a document which has changed meanwhile: `If-Match` names the ETag it was made of. Changes of one
 * document follow one another, so that none slips between look and change.
 * @param ask Asks this very interface, below its own address.
 */
export function onlyUnchanged(ask: Ask): MiddlewareHandler {
  const last = new Map<string, Promise<void>>();
  return async (context, next) => {
    const document = DOCUMENT.exec(context.req.path)?.[1];
    if (document === undefined || READS.has(context.req.method)) return await next();
    const done = (last.get(document) ?? Promise.resolve()).then(async () => {
      const tags = context.req.header('if-match');
      if (tags !== undefined && !(await hasTag(ask, document, tags, context.req.raw.headers))) {
        throw new RingbackError('changed-meanwhile', 'This has changed since it was looked at: look again, and make the change anew.');
      }
      await next();
    });
    const settled = done.catch(() => {});
    last.set(document, settled);
    await done.finally(() => {
      if (last.get(document) === settled) last.delete(document);
    });
  };
}
