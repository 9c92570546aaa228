import { FAILURE_CODES } from '@ringback/core';
import type { RawAnswer } from './asked-raw.fixture.ts';
import { type MadeRequest, SECRET_WORD } from './made-requests.fixture.ts';

/** What a server may answer that is not its fault. */
const NOT_OURS = new Set(['no-service', 'no-network', 'fetch-failed', 'not-ready', 'no-model']);

/** What an answer breaks; empty where nothing. */
export function brokenBy({ method }: MadeRequest, { status, headers, body }: RawAnswer): string[] {
  if (status < 400) return [];
  if (method === 'HEAD') return status >= 500 ? [`${status}`] : [];
  if (headers['content-type'] !== 'application/problem+json') return [`${status} is no problem document: ${body.slice(0, 200)}`];
  const told = JSON.parse(body) as { status: number; title: string; detail: string; code: string };
  return [
    ...(status >= 500 && !NOT_OURS.has(told.code) ? [`blames itself: ${body}`] : []),
    ...(told.status !== status || !(told.code in FAILURE_CODES) ? [`is no problem of ours: ${body}`] : []),
    ...(/^["“\p{Lu}\d][^\n]*[.?!]$/u.test(told.detail) ? [] : [`is no sentence: ${told.detail}`]),
    // A file is called by its name, to who has sent it.
    ...(told.detail.replace(/^"[^"]*" /, '').includes(SECRET_WORD) ? [`tells what was sent: ${body}`] : []),
  ];
}
