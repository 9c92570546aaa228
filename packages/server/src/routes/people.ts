import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RingbackError } from '@ringback/core';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { cookieName } from '../http/entry.ts';
import { type AuditTrail, type PeopleStore, ROLES, type Role } from '../ports/people.ts';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';

/** Days that a token is good for where nobody says otherwise, and at most. House rule. */
export const TOKEN_DAYS = { usual: 90, most: 366 } as const;
const LONGEST_NAME = 100;
/** Entries of one page of the audit trail. House rule. */
const MOST_ENTRIES = 500;
const DAY_SEC = 86_400;

const roleSchema = z.enum(ROLES);
const personSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema }).openapi('Person');
const meSchema = personSchema.extend({
  alone: z.boolean().openapi({ description: 'Whether one person is alone here, without an account.' }),
});
const tokenSchema = z
  .object({
    id: z.uuid(),
    personId: z.string(),
    name: z.string(),
    role: roleSchema,
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .openapi('Token');
const newToken = z.object({
  name: z.string().trim().min(1).max(LONGEST_NAME).openapi({ description: 'Whose it is; somebody new is added.' }),
  role: roleSchema.optional().openapi({ description: 'A new person is a member where it is left out.' }),
  days: z.int().min(1).max(TOKEN_DAYS.most).default(TOKEN_DAYS.usual),
});
const entrySchema = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    personId: z.string().nullable(),
    tokenId: z.uuid().nullable(),
    action: z.string().openapi({ example: 'DELETE /takes/:id' }),
    target: z.string().nullable(),
    status: z.int(),
  })
  .openapi('AuditEntry');

const me = createRoute({ method: 'get', path: '/me', summary: 'Who asks', responses: { 200: json(meSchema, 'The person') } });
const signIn = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Lets a browser that shows its token come in by cookie from now on',
  responses: { 204: { description: 'The cookie is set' } },
});
const signOut = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Takes the cookie back',
  responses: { 204: { description: 'The cookie is gone' } },
});
const list = createRoute({
  method: 'get',
  path: '/people',
  summary: 'The people of the team; for coaches and owners',
  responses: { 200: json(z.array(personSchema), 'People'), 403: REFUSED },
});
const tokens = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'Personal access tokens without their secrets; for owners',
  responses: { 200: json(z.array(tokenSchema), 'Tokens'), 403: REFUSED },
});
const add = createRoute({
  method: 'put',
  path: '/tokens/{id}',
  summary: 'Makes a token under an id the caller chose; its secret is told this once; for owners',
  request: { params: idParam, body: { required: true, ...json(newToken, 'For whom') } },
  responses: { 201: json(tokenSchema.extend({ secret: z.string() }), 'The token'), 403: REFUSED, 422: REFUSED },
});
const revoke = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  summary: 'Revokes a token, at once; for owners',
  request: { params: idParam },
  responses: { 204: { description: 'Revoked' }, 403: REFUSED, 404: REFUSED },
});
const audit = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'Who did what, when, to which id, newest first; for owners',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(MOST_ENTRIES).default(100),
      after: z.coerce.number().int().positive().optional().openapi({ description: '`next` of the page before' }),
    }),
  },
  responses: { 200: json(z.object({ entries: z.array(entrySchema), next: z.int().nullable() }), 'Entries'), 403: REFUSED },
});

function only(context: Context<Asked>, ...roles: Role[]): void {
  if (roles.includes(context.get('person').role)) return;
  throw new RingbackError(
    'not-allowed',
    `This is for ${roles.map((role) => `${role}s`).join(' and ')} of the team alone: ask one of them.`,
  );
}

/** `/me`, `/session`, `/people`, `/tokens` and `/audit`. */
export function peopleRoutes(
  people: PeopleStore,
  trail: AuditTrail,
  { alone, secure }: { alone: boolean; secure: boolean },
): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(me, (context) => context.json({ ...context.get('person'), alone }, 200));
  app.openapi(signIn, (context) => {
    const secret = /^bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const kept = { httpOnly: true, secure, sameSite: 'Strict', path: '/', maxAge: TOKEN_DAYS.usual * DAY_SEC } as const;
    if (secret !== undefined && !alone) setCookie(context, cookieName(secure), secret, kept);
    return context.body(null, 204);
  });
  app.openapi(signOut, (context) => {
    deleteCookie(context, cookieName(secure), { path: '/', secure });
    return context.body(null, 204);
  });
  app.openapi(list, async (context) => {
    only(context, 'coach', 'owner');
    return context.json(await people.people(), 200);
  });
  app.openapi(tokens, async (context) => {
    only(context, 'owner');
    return context.json(await people.tokens(), 200);
  });
  app.openapi(add, async (context) => {
    only(context, 'owner');
    const { secret, token } = await people.add({ id: context.req.valid('param').id, ...context.req.valid('json') });
    return context.json({ ...token, secret }, 201);
  });
  app.openapi(revoke, async (context) => {
    only(context, 'owner');
    if (!(await people.revoke(context.req.valid('param').id))) throw noSuchToken();
    return context.body(null, 204);
  });
  app.openapi(audit, async (context) => {
    only(context, 'owner');
    const { limit, after } = context.req.valid('query');
    const entries = await trail.page(limit, after);
    return context.json({ entries, next: entries.length < limit ? null : (entries.at(-1)?.id ?? null) }, 200);
  });
  return app;
}

const noSuchToken = (): RingbackError => new RingbackError('no-such-token', 'There is no such token; it may have been revoked.');
