import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RingbackError } from '@ringback/core';
import type { Context } from 'hono';
import { type ContactBook, contactsFromBytes, findBridge } from 'ringback';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';

/** Ties and possible ties that are worth a look. House rule. */
const MOST_TIES = 12;

const tie = z.looseObject({
  kind: z.string(),
  bridge: z.looseObject({}),
  sentence: z.string(),
  strengthInWords: z.string(),
  records: z.array(z.looseObject({})),
});
const reportSchema = z
  .looseObject({
    ties: z.array(tie),
    possible: z.array(z.looseObject({ reason: z.string() })),
    homework: z.array(z.string()),
    searched: z.record(z.string(), z.number()),
    warnings: z.array(z.string()),
  })
  .openapi('BridgeReport');

const find = createRoute({
  method: 'post',
  path: '/bridge',
  summary: 'Finds true ties to the person called in files of contacts; keeps nothing',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            to: z.string().openapi({ description: 'JSON: the person called, small or as JSON Resume.' }),
            me: z.string().openapi({ description: 'JSON: the caller, small or as JSON Resume.' }),
            contacts: z.any().optional().openapi({ description: 'Files: LinkedIn or Google CSV, vCard, plain CSV.' }),
          }),
        },
      },
    },
  },
  responses: { 200: json(reportSchema, 'What was found, best first'), 422: REFUSED },
});

function parsed(text: unknown, what: string): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new RingbackError('bad-request', `${what} is not JSON: give one object.`);
  }
}

/** The form that was sent; where it was looked at before, it is there at once and not by a promise, whatever its type says. */
async function formIn(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch {
    throw new RingbackError('bad-request', 'The form is damaged or no form: send multipart/form-data, whole.');
  }
}

/** `/bridge` */
export function bridgeRoutes(now: () => Date): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(find, async (context) => {
    const form = await formIn(context);
    const books: ContactBook[] = [];
    for (const file of form.getAll('contacts')) {
      if (typeof file !== 'string') books.push(contactsFromBytes(new Uint8Array(await file.arrayBuffer()), file.name));
    }
    const [me, to] = [parsed(form.get('me'), '"me"'), parsed(form.get('to'), '"to"')];
    const { report, warnings } = findBridge({ me, to, books, now: now(), limit: MOST_TIES });
    return context.json(JSON.parse(JSON.stringify({ ...report, warnings })), 200);
  });
  return app;
}
