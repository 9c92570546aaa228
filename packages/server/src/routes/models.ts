import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { MAX_SCRIPT_CHARS } from '@ringback/core';
import type { ModelService, OwnModels } from '../adapters/models/models-file.ts';
import { type ProposerOptions, propose } from '../adapters/models/propose.ts';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';

const serviceSchema = z
  .object({ model: z.string(), host: z.string(), leaves: z.boolean().openapi({ description: 'whether it is another machine' }) })
  .nullable();
const own = createRoute({
  method: 'get',
  path: '/models',
  summary: 'The services that the person has switched on; by them words leave this machine',
  responses: {
    200: json(z.object({ transcription: serviceSchema, chat: serviceSchema, problem: z.string().nullable() }), 'Services'),
  },
});
const proposals = createRoute({
  method: 'post',
  path: '/proposals',
  summary: 'Asks the chat service for scripts from a brief, or for a script said better; only what passes is answered',
  request: {
    body: {
      required: true,
      ...json(
        z.union([z.object({ brief: z.looseObject({}) }), z.object({ script: z.string().min(1).max(MAX_SCRIPT_CHARS) })]),
        'A brief or a script',
      ),
    },
  },
  responses: {
    200: json(
      z.object({
        proposals: z.array(z.object({ text: z.string() })),
        unshown: z.object({ unsaid: z.int(), tips: z.int() }),
        model: z.string(),
      }),
      'What may be shown',
    ),
    422: REFUSED,
  },
});

const LOCAL = /^(?:localhost|127\.|\[::1\])/;

function told(service: ModelService | null): z.infer<typeof serviceSchema> {
  if (service === null) return null;
  const { hostname } = new URL(service.baseUrl);
  return { model: service.model, host: hostname, leaves: !LOCAL.test(hostname) };
}

/** `/models` and `/proposals`. */
export function modelServiceRoutes({ transcription, chat, problem }: OwnModels, proposer: ProposerOptions): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(own, (context) => context.json({ transcription: told(transcription), chat: told(chat), problem }, 200));
  app.openapi(proposals, async (context) => context.json(await propose(context.req.valid('json'), proposer), 200));
  return app;
}
