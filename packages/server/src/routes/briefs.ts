import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { parseBriefDraft, RingbackError } from '@ringback/core';
import type { BriefStore, StoredBrief } from '../ports/stores.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';
import { linked, pageOf, pageQuery } from './paged.ts';

const briefSchema = z
  .object({
    id: z.uuid(),
    draft: z.looseObject({}).openapi({ description: 'As `ringback compose --schema` prints it; parts may be missing.' }),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Brief') as unknown as z.ZodType<StoredBrief>;

const list = createRoute({
  method: 'get',
  path: '/briefs',
  summary: 'Briefs, last changed first',
  request: { query: pageQuery },
  responses: { 200: json(z.array(briefSchema), 'Briefs') },
});
const find = createRoute({
  method: 'get',
  path: '/briefs/{id}',
  summary: 'One brief',
  request: { params: idParam },
  responses: { 200: json(briefSchema, 'The brief'), 404: REFUSED },
});
const save = createRoute({
  method: 'put',
  path: '/briefs/{id}',
  summary: 'Keeps a brief, complete or not',
  request: { params: idParam, body: { required: true, ...json(z.looseObject({}), 'The parts that are there') } },
  responses: { 200: json(briefSchema, 'The brief as kept'), 422: REFUSED },
});
const remove = createRoute({
  method: 'delete',
  path: '/briefs/{id}',
  summary: 'Deletes a brief for good',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' }, 404: REFUSED },
});

const noSuchBrief = (): RingbackError => new RingbackError('no-such-brief', 'There is no such brief; it may have been deleted.');

/** `/briefs` */
export function briefRoutes(of: Of<BriefStore>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(list, async (context) => {
    const page = pageOf(context.req.valid('query'));
    return context.json(
      linked(context, await of(context).list(page), page, ({ updatedAt, id }) => ({ at: updatedAt, id })),
      200,
    );
  });
  app.openapi(find, async (context) => {
    const brief = await of(context).find(context.req.valid('param').id);
    if (brief === null) throw noSuchBrief();
    return context.json(brief, 200);
  });
  app.openapi(save, async (context) => {
    const draft = parseBriefDraft(context.req.valid('json'));
    return context.json(await of(context).save(context.req.valid('param').id, draft), 200);
  });
  app.openapi(remove, async (context) => {
    if (!(await of(context).remove(context.req.valid('param').id))) throw noSuchBrief();
    return context.body(null, 204);
  });
  return app;
}
