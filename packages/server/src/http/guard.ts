import { RingbackError } from '@ringback/core';
import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const HALF_A_YEAR_SEC = 15_768_000;

/** Under which names the server answers, and to which pages. */
export interface Doors {
  /** Whether a Host header names this server. A page elsewhere can point its own name here (DNS rebinding); its requests then carry that name. */
  isHost(host: string | undefined): boolean;
  /** Whether a request comes from our own page or from no page at all (a program). */
  isOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** Whether everything goes by HTTPS. */
  secure: boolean;
}

function isLocalHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  return LOCAL_NAMES.has(host.replace(/:\d+$/, '').toLowerCase());
}

/** The doors of a server for one person on their own machine. */
export const LOCAL_DOORS: Doors = {
  isHost: isLocalHost,
  isOrigin: (origin, host) => origin === undefined || (isLocalHost(host) && origin === `http://${host}`),
  secure: false,
};

/** The doors of a server that others reach under an origin such as "https://ringback.example.com". */
export function publicDoors(origin: URL): Doors {
  return {
    isHost: (host) => host?.toLowerCase() === origin.host || isLocalHost(host),
    isOrigin: (from, host) => from === origin.origin || LOCAL_DOORS.isOrigin(from, host),
    secure: origin.protocol === 'https:',
  };
}

/** The origin that a person gave. Throws where a token sent there could be read on the way. */
export function publicOrigin(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isBare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (isBare && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocalHost(url.host)))) return url;
  throw new RingbackError(
    'bad-address',
    'The public origin is the address that browsers show, without a path and by HTTPS, so that no token can be read on the way: --origin https://ringback.example.com.',
  );
}

/** Whether a host to listen on is this machine alone. */
export const isLoopback = (host: string): boolean => LOCAL_NAMES.has(host) || host === '::1';

/** Refuses requests that another site made the browser send. */
export function onlyOwnPage(doors: Doors): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host');
    if (!doors.isHost(host)) return problem(context, 403, 'bad-host', 'This server answers only under its own address.');
    const site = context.req.header('sec-fetch-site');
    const foreign = site === 'cross-site' || site === 'same-site';
    const navigates = SAFE_METHODS.has(context.req.method) && context.req.header('sec-fetch-mode') === 'navigate';
    if (!doors.isOrigin(context.req.header('origin'), host) || (foreign && !navigates)) {
      return problem(context, 403, 'bad-origin', 'Another page asked for this; only the page of this server may.');
    }
    await next();
  };
}

/** Headers for every answer: nothing from elsewhere, nothing framed, nothing leaked. */
export function safeHeaders({ secure }: Pick<Doors, 'secure'>): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-frame-options', 'DENY');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('permissions-policy', 'microphone=(self), camera=(), geolocation=()');
    if (secure) headers.set('strict-transport-security', `max-age=${HALF_A_YEAR_SEC}`);
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  };
}
