import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { noSuchScript, type ScriptStore } from '../ports/stores.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam, scriptInput, scriptSchema } from './documents.ts';
import { linked, pageOf, pageQuery } from './paged.ts';

const list = createRoute({
  method: 'get',
  path: '/scripts',
  summary: 'Scripts, last changed first',
  request: { query: pageQuery },
  responses: { 200: json(z.array(scriptSchema), 'Scripts') },
});
const find = createRoute({
  method: 'get',
  path: '/scripts/{id}',
  summary: 'One script',
  request: { params: idParam },
  responses: { 200: json(scriptSchema, 'The script'), 404: REFUSED },
});
const save = createRoute({
  method: 'put',
  path: '/scripts/{id}',
  summary: 'Keeps a script under an id the caller chose; saving twice does no harm',
  request: { params: idParam, body: { required: true, ...json(scriptInput, 'The script') } },
  responses: { 200: json(scriptSchema, 'The script as kept'), 422: REFUSED },
});
const remove = createRoute({
  method: 'delete',
  path: '/scripts/{id}',
  summary: 'Deletes a script for good; its takes stay',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' }, 404: REFUSED },
});

/** `/scripts` */
export function scriptRoutes(of: Of<ScriptStore>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(list, async (context) => {
    const page = pageOf(context.req.valid('query'));
    return context.json(
      linked(context, await of(context).list(page), page, ({ updatedAt, id }) => ({ at: updatedAt, id })),
      200,
    );
  });
  app.openapi(find, async (context) => {
    const script = await of(context).find(context.req.valid('param').id);
    if (script === null) throw noSuchScript();
    return context.json(script, 200);
  });
  app.openapi(save, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await of(context).save({ id, ...context.req.valid('json') }), 200);
  });
  app.openapi(remove, async (context) => {
    if (!(await of(context).remove(context.req.valid('param').id))) throw noSuchScript();
    return context.body(null, 204);
  });
  return app;
}
