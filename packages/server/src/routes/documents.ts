import { z } from '@hono/zod-openapi';
import * as core from '@ringback/core';

/** Path with an id. */
export const idParam = z.object({
  id: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'id', in: 'path' }, example: '0f8fad5b-d9cb-469f-a165-70867728950e' }),
});

/** What the page sends to keep a script. */
export const scriptInput = z
  .object({ name: core.givenNameSchema, text: z.string().max(core.MAX_SCRIPT_CHARS) })
  .meta({ id: 'ScriptInput' });

/** {@link core.Script} */
export const scriptSchema = core.scriptSchema.meta({ id: 'Script' });

/** {@link core.TakeSummary} */
export const takeSummarySchema = core.takeSummarySchema.meta({ id: 'TakeSummary' });

/** {@link core.Review} */
export const reviewSchema = core.reviewSchema.meta({ id: 'Review' });

/** {@link core.Take} */
export const takeSchema = core.takeSchema.extend({ review: reviewSchema.nullable() }).meta({ id: 'Take' });

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().openapi({ description: 'Stable, for programs.' }),
  })
  .openapi('Problem');
