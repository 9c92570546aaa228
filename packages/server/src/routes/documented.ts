import { OpenAPIHono, z } from '@hono/zod-openapi';
import { PLAINLY, placesOf } from '@ringback/core';
import { problem } from '../http/problem.ts';
import { problemSchema } from './documents.ts';

// The validator parses by itself, so what it says is set for the whole process.
z.config({ localeError: PLAINLY.error });

/** A part of the interface whose bad requests are answered with problem documents. */
export function documentedApp(): OpenAPIHono {
  return new OpenAPIHono({
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
