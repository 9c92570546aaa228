import { RingbackError } from '@ringback/core';
import type { MiddlewareHandler } from 'hono';
import type { Facts, Log } from '../ports/log.ts';
import { matchedRoute } from './matched-route.ts';

const LEAST_FAULT = 500;
/** Places of a fault that are told, from the innermost. */
const MOST_PLACES = 5;

/** Whether what is told of is a fault of ours. */
export const isOurFault = ({ status }: Facts): boolean => typeof status === 'number' && status >= LEAST_FAULT;

/** Where an error was thrown, as files and lines; its words may be personal and are left out. */
export function placesIn({ stack = '' }: Error): string {
  const places = [...stack.matchAll(/^ {4}at .*?([^/\\(\s]+:\d+:\d+)\)?$/gm)].map(([, place]) => place);
  return places.slice(0, MOST_PLACES).join(' ');
}

/** Tells of every request: its route as it is written, never its address, which may hold an id or a name. */
export function toldRequests(note: Log): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const { error } = context;
    const { status } = context.res;
    note('a request was answered', {
      method: context.req.method,
      route: matchedRoute(context),
      status,
      elapsedMs: Math.round(performance.now() - began),
      ...(error instanceof RingbackError && { code: error.code }),
      ...(error && !(error instanceof RingbackError) && { code: error.name, at: placesIn(error) }),
    });
  };
}
