import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RingbackError, TIP_IDS } from '@ringback/core';
import { noSuchTake } from '../live/take-desk.ts';
import type { TeamDesk } from '../live/team-desk.ts';
import { type CommentStore, noSuchComment } from '../ports/coaching.ts';
import { ROLES } from '../ports/people.ts';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';

/** Weeks that are told where nobody says otherwise, and at most: a quarter, a year. House rule. */
const WEEKS = { usual: 12, most: 53 } as const;
/** Characters of a comment. House rule: what is longer is a conversation. */
const LONGEST_COMMENT = 2000;
const MOST_LISTED = 100;
const LISTED = 20;

const tipSchema = z.enum(TIP_IDS);
const countsSchema = z.array(z.int().nonnegative());
const teamSchema = z
  .object({
    weeks: z.array(z.iso.date()).openapi({ description: 'The Mondays (UTC) on which the weeks began, oldest first.' }),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.enum(ROLES),
        takes: z.int().nonnegative(),
        reviewed: z.int().nonnegative(),
        lastTakeAt: z.iso.datetime().nullable(),
        tips: z.array(z.object({ tip: tipSchema, judged: countsSchema, passed: countsSchema })).openapi({
          description: 'Takes of each week that were judged by a tip, and that passed it; empty without takes in these weeks.',
        }),
        next: z
          .object({
            tip: tipSchema,
            times: z.int().positive(),
            of: z.int().positive(),
            takeId: z.uuid(),
            takeName: z.string(),
            finding: z.object({ message: z.string(), fix: z.string(), start: z.number().optional() }).nullable(),
          })
          .nullable()
          .openapi({ description: 'The tip that was the first thing to mend in most (`times`) of the newest reviewed takes (`of`).' }),
      }),
    ),
  })
  .openapi('Team');
const commentSchema = z
  .object({
    id: z.uuid(),
    takeId: z.uuid(),
    author: z.object({ id: z.string(), name: z.string() }),
    atSec: z.number().nonnegative().nullable().openapi({ description: 'Seconds from the start of the take; null for the whole of it.' }),
    answers: z.uuid().nullable().openapi({ description: 'The comment that it answers.' }),
    text: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Comment');
const newComment = z.object({
  atSec: z.number().nonnegative().nullable().default(null),
  answers: z.uuid().nullable().default(null).openapi({ description: 'An answer is of the moment of what it answers.' }),
  text: z.string().trim().min(1).max(LONGEST_COMMENT),
});
const commentParams = idParam.extend({
  comment: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'comment', in: 'path' } }),
});

const team = createRoute({
  method: 'get',
  path: '/team',
  summary: 'How the people of the team get on: everyone for coaches and owners, oneself for members',
  request: { query: z.object({ weeks: z.coerce.number().int().min(1).max(WEEKS.most).default(WEEKS.usual) }) },
  responses: { 200: json(teamSchema, 'The team') },
});
const about = createRoute({
  method: 'get',
  path: '/comments',
  summary: 'Comments on takes of a person, newest first',
  request: {
    query: z.object({
      person: z.string().max(36).optional().openapi({ description: 'Whoever asks where it is left out; others for coaches and owners.' }),
      limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(LISTED),
    }),
  },
  responses: { 200: json(z.array(commentSchema.extend({ takeName: z.string() })), 'Comments') },
});
const list = createRoute({
  method: 'get',
  path: '/takes/{id}/comments',
  summary: 'What was said of a take, oldest first; for its person, coaches and owners',
  request: { params: idParam },
  responses: { 200: json(z.array(commentSchema), 'Comments'), 404: REFUSED },
});
const save = createRoute({
  method: 'put',
  path: '/takes/{id}/comments/{comment}',
  summary: 'Comments on a moment of a take, or changes the words of a comment of one’s own',
  request: { params: commentParams, body: { required: true, ...json(newComment, 'The comment') } },
  responses: { 200: json(commentSchema, 'The comment as kept'), 403: REFUSED, 404: REFUSED, 422: REFUSED },
});
const remove = createRoute({
  method: 'delete',
  path: '/takes/{id}/comments/{comment}',
  summary: 'Deletes a comment of one’s own; answers to it stay',
  request: { params: commentParams },
  responses: { 204: { description: 'Deleted' }, 404: REFUSED },
});

/** `/team`, `/comments` and the comments on takes: whoever may look at a take may say something of it. */
export function teamRoutes(desk: TeamDesk, comments: CommentStore): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(team, async (context) => context.json(await desk.report(context.get('person'), context.req.valid('query').weeks), 200));
  app.openapi(about, async (context) => {
    const who = context.get('person');
    const { person = who.id, limit } = context.req.valid('query');
    const mayLook = person === who.id || who.role !== 'member';
    return context.json(mayLook ? await comments.about(person, limit) : [], 200);
  });
  app.openapi(list, async (context) => {
    const { id } = context.req.valid('param');
    if (!(await context.get('seen').has(id))) throw noSuchTake();
    return context.json(await comments.of(id), 200);
  });
  app.openapi(save, async (context) => {
    const { id: takeId, comment: id } = context.req.valid('param');
    const take = (await context.get('seen').find(takeId)) ?? null;
    if (take === null) throw noSuchTake();
    const written = context.req.valid('json');
    if (take.durationSec !== null && written.atSec !== null && written.atSec > take.durationSec) {
      throw new RingbackError('bad-request', `This moment is after the end of the take, which is ${take.durationSec.toFixed(1)} s long.`);
    }
    return context.json(await comments.save({ id, takeId, ...written }, context.get('person').id), 200);
  });
  app.openapi(remove, async (context) => {
    const { id: takeId, comment: id } = context.req.valid('param');
    const isSeen = await context.get('seen').has(takeId);
    if (!isSeen) throw noSuchTake();
    if (!(await comments.remove({ id, takeId }, context.get('person').id))) throw noSuchComment();
    return context.body(null, 204);
  });
  return app;
}
