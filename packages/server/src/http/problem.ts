import type { FailureCode } from '@ringback/core';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { failureIn } from '../ports/failure-in.ts';

const STATUS_OF: Readonly<Partial<Record<FailureCode, ContentfulStatusCode>>> = {
  'no-such-take': 404,
  'no-such-script': 404,
  'no-such-call': 404,
  'no-such-comment': 404,
  'no-such-brief': 404,
  'no-such-job': 404,
  'no-such-page': 404,
  'too-big': 413,
  'too-large': 413,
  'no-model': 503,
  'no-database': 503,
  'no-such-token': 404,
  'bad-signature': 403,
  'changed-meanwhile': 412,
  'fetch-failed': 502,
  'still-doing': 409,
  'too-slow': 408,
  'no-room': 507,
  'not-allowed': 403,
  'bad-host': 403,
  'bad-origin': 403,
};
const UNPROCESSABLE = 422;
const OUR_FAULT = 500;

/** Media type of problem documents. */
export const PROBLEM_TYPE = 'application/problem+json';

/** An RFC 9457 problem document as text. `detail` is one sentence a person can act on; nothing personal is in it. */
export function problemText(status: number, code: FailureCode, detail: string): string {
  const title = status >= OUR_FAULT ? 'Something broke on our side' : 'This cannot be done as asked';
  return JSON.stringify({ type: 'about:blank', title, status, detail, code });
}

/** An answer that is a problem document. */
export function problem(context: Context, status: ContentfulStatusCode, code: FailureCode, detail: string): Response {
  return context.body(problemText(status, code, detail), status, { 'content-type': PROBLEM_TYPE });
}

/** Tells any failure as a problem document. */
export function problemOf(error: unknown, context: Context): Response {
  const failure = failureIn(error);
  if (failure !== null) {
    const status = STATUS_OF[failure.code] ?? (failure.kind === 'input' ? UNPROCESSABLE : OUR_FAULT);
    return problem(context, status, failure.code, failure.message);
  }
  // What the framework refuses by itself, such as a body that is no JSON.
  if (error instanceof HTTPException && error.status < OUR_FAULT) {
    return problem(
      context,
      error.status as ContentfulStatusCode,
      'bad-request',
      'The request cannot be read: its body is not what its type says.',
    );
  }
  return problem(context, OUR_FAULT, 'internal', 'The server met a fault of its own: try again, and report it if it stays.');
}
