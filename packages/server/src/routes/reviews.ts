import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { givenNameSchema, MAX_SCRIPT_CHARS, scriptArtifacts } from '@ringback/core';
import type { Judging } from '../ports/hearing.ts';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';
import { reviewSchema } from './documents.ts';

const review = createRoute({
  method: 'post',
  path: '/reviews',
  summary: 'Reviews a script; keeps nothing',
  request: {
    body: {
      required: true,
      ...json(z.object({ name: givenNameSchema.default('script'), text: z.string().max(MAX_SCRIPT_CHARS) }), 'The script'),
    },
  },
  responses: { 200: json(reviewSchema, 'The review'), 422: REFUSED },
});

/** `/reviews` */
export function reviewRoutes(judging: Judging): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(review, async (context) => {
    const { name, text } = context.req.valid('json');
    return context.json((await judging.judge(scriptArtifacts(text, { name }), {})).review, 200);
  });
  return app;
}
