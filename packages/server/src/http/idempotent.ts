import { createHash } from 'node:crypto';
import { RingbackError } from '@ringback/core';
import type { MiddlewareHandler } from 'hono';
import type { AnswerStore } from '../ports/answers.ts';
import type { Asked } from '../routes/documented.ts';

const LONGEST_KEY = 255;

/** Does a POST with an `Idempotency-Key` once: the same request again, from the same person, is answered as it was before. */
export function idempotent(answers: AnswerStore): MiddlewareHandler<Asked> {
  return async (context, next) => {
    const key = context.req.header('idempotency-key');
    if (key === undefined || context.req.method !== 'POST') return await next();
    if (key === '' || key.length > LONGEST_KEY)
      throw new RingbackError('bad-request', `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`);
    const request = createHash('sha256')
      .update(`${context.req.url}\n${context.get('sent') ?? ''}`)
      .digest('hex');
    const { owner } = context.get('own');
    const before = await answers.begin({ owner, key, request });
    if (before === 'other')
      throw new RingbackError('other-request', 'This Idempotency-Key was used for another request: give each its own.');
    if (before === 'doing') throw new RingbackError('still-doing', 'The same request is still being done: ask again in a moment.');
    if (before !== null)
      return context.body(before.body, before.status as 200, { 'content-type': before.type, 'idempotency-replayed': 'true' });
    await next();
    const { ok, status, headers } = context.res;
    // What did not work may be tried again.
    if (!ok) return await answers.forget({ owner, key });
    await answers.keep(
      { owner, key },
      { status, type: headers.get('content-type') ?? 'text/plain', body: await context.res.clone().text() },
    );
  };
}
