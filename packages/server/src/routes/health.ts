import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ModelState } from '../live/model-state.ts';
import { type Asked, documentedApp, json } from './documented.ts';

const stateSchema = z
  .object({
    state: z.enum(['ready', 'loading', 'missing']),
    share: z.number().min(0).max(1),
    message: z.string().openapi({ description: 'One sentence for the person; empty when ready.' }),
  })
  .openapi('ModelState');

const model = createRoute({
  method: 'get',
  path: '/model',
  summary: 'Whether the ear is there: the speech model',
  responses: { 200: json(stateSchema, 'The state') },
});

/** `/model` */
export function modelRoutes(state: () => ModelState): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(model, (context) => context.json(state(), 200));
  return app;
}
