import { OpenAPIHono, z } from '@hono/zod-openapi';
import { PLAINLY, placesOf } from '@ringback/core';
import type { Context } from 'hono';
import { problem } from '../http/problem.ts';
import type { Visitor } from '../live/visitor.ts';
import { problemSchema } from './documents.ts';

// The validator parses by itself, so what it says is set for the whole process.
z.config({ localeError: PLAINLY.error });

/** Who asks, and what a request is answered with. */
export interface Asked {
  Variables: Visitor & {
    /** SHA-256 of the body that was sent; absent where there was none. */
    sent?: string;
  };
}

/** Finds what a request is about among what the asking person may reach. */
export type Of<T> = (context: Context<Asked>) => T;

/** A part of the interface whose bad requests are answered with problem documents. */
export function documentedApp(): OpenAPIHono<Asked> {
  return new OpenAPIHono<Asked>({
    defaultHook(result, context) {
      if (result.success) return undefined;
      // Names places and problems, never values: they may be personal.
      return problem(context, 422, 'bad-request', `The request cannot be used: ${placesOf(result.error, 'request')}.`);
    },
  });
}

/** A JSON answer. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** The answer to what is wrong or not there. */
export const REFUSED = { description: 'A problem document', content: { 'application/problem+json': { schema: problemSchema } } } as const;
