import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a Host header names this machine. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding);
 * its requests then carry that name.
 */
export function isLocalHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  return LOCAL_NAMES.has(host.replace(/:\d+$/, '').toLowerCase());
}

/** Whether a request comes from our own page or from no page at all (a program on this machine). */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || (isLocalHost(host) && origin === `http://${host}`);
}

/** Refuses requests that another site made the browser send. */
export function onlyOwnPage(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host');
    if (!isLocalHost(host)) return problem(context, 403, 'bad-host', 'This server answers only to its own address on this machine.');
    const site = context.req.header('sec-fetch-site');
    const foreign = site === 'cross-site' || site === 'same-site';
    const navigates = SAFE_METHODS.has(context.req.method) && context.req.header('sec-fetch-mode') === 'navigate';
    if (!isOwnOrigin(context.req.header('origin'), host) || (foreign && !navigates)) {
      return problem(context, 403, 'bad-origin', 'Another page asked for this; only the page of this server may.');
    }
    await next();
  };
}

/** Headers for every answer: nothing from elsewhere, nothing framed, nothing leaked. */
export function safeHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('permissions-policy', 'microphone=(self), camera=(), geolocation=()');
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  };
}
