import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { PhoneDoor } from '../ports/phone.ts';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';

const stateSchema = z
  .discriminatedUnion('open', [
    z.object({ open: z.literal(false) }),
    z.object({
      open: z.literal(true),
      url: z.string(),
      fingerprint: z.string(),
      scriptId: z.uuid().nullable(),
      paired: z.boolean(),
      takeIds: z.array(z.uuid()),
    }),
  ])
  .openapi('PhoneDoor');

const find = createRoute({
  method: 'get',
  path: '/phone',
  summary: 'Whether a phone on the same network may send takes',
  responses: { 200: json(stateSchema, 'How it is') },
});
const open = createRoute({
  method: 'put',
  path: '/phone',
  summary: 'Lets one phone in, by a token that works once; listens on the network until it is shut',
  request: { body: { required: true, ...json(z.object({ scriptId: z.uuid().nullable() }), 'The script that its takes belong to') } },
  responses: { 200: json(stateSchema, 'How it is'), 422: REFUSED },
});
const close = createRoute({
  method: 'delete',
  path: '/phone',
  summary: 'Shuts it: nothing listens on the network any more',
  responses: { 204: { description: 'Shut' } },
});

/** `/phone`, for the page on this machine; the phone itself never reaches it. */
export function phoneRoutes(door: PhoneDoor): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(find, (context) => context.json(door.state(), 200));
  app.openapi(open, async (context) => context.json(await door.open(context.req.valid('json').scriptId), 200));
  app.openapi(close, async (context) => {
    await door.close();
    return context.body(null, 204);
  });
  return app;
}
