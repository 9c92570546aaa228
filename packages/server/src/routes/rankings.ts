import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { changeBetween, compareReviews, firstFinding } from '@ringback/core';
import type { JudgedTake, TakeReader } from '../ports/stores.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';

const difference = z.object({ element: z.string(), gain: z.number(), better: z.string(), worse: z.string() });
const rankedSchema = z
  .object({
    takeId: z.uuid(),
    rank: z.int().positive(),
    ahead: z.array(difference).openapi({ description: 'Why it is ahead of the next one, most important first.' }),
    behind: z.array(difference),
    next: z.object({ message: z.string(), fix: z.string() }).nullable().openapi({ description: 'The one thing to mend next.' }),
    durationSec: z.number(),
    wordsPerMinute: z.number(),
    digitsPerSecond: z.number().nullable(),
    tips: z.array(z.object({ id: z.string(), status: z.string() })),
  })
  .openapi('RankedTake');
const rankingSchema = z
  .object({
    takes: z.array(rankedSchema).openapi({ description: 'Best first; empty when none is reviewed.' }),
    change: z
      .object({ from: z.uuid(), to: z.uuid(), gained: z.array(difference), lost: z.array(difference) })
      .nullable()
      .openapi({ description: 'From the last take but one to the last; null when there are fewer than two.' }),
  })
  .openapi('Ranking');

const ranking = createRoute({
  method: 'get',
  path: '/scripts/{id}/ranking',
  summary: 'The reviewed takes of a script, best first, with what decided and what changed last',
  request: { params: idParam },
  responses: { 200: json(rankingSchema, 'Takes, best first'), 422: REFUSED },
});

/** `/scripts/{id}/ranking` */
export function rankingRoutes(of: Of<TakeReader>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(ranking, async (context) => {
    const takes = await of(context).judgedOf(context.req.valid('param').id);
    return context.json({ takes: ranked(takes), change: lastChange(takes) }, 200);
  });
  return app;
}

function ranked(takes: readonly JudgedTake[]): z.infer<typeof rankedSchema>[] {
  if (takes.length === 0) return [];
  return compareReviews(takes.map(({ review }) => review)).ranking.flatMap(({ index, rank, ahead, behind }) => {
    const take = takes[index];
    if (take === undefined) return [];
    const { source, delivery, tips } = take.review;
    const { wordsPerMinute, digitsPerSecond } = delivery;
    const finding = firstFinding(take.review);
    return {
      takeId: take.id,
      rank,
      ahead,
      behind,
      next: finding === undefined ? null : { message: finding.message, fix: finding.fix },
      durationSec: source.durationSec,
      wordsPerMinute,
      digitsPerSecond,
      tips: tips.map(({ id, status }) => ({ id, status })),
    };
  });
}

function lastChange(takes: readonly JudgedTake[]): z.infer<typeof rankingSchema>['change'] {
  const [earlier, later] = takes.slice(-2);
  if (earlier === undefined || later === undefined) return null;
  return { from: earlier.id, to: later.id, ...changeBetween(earlier.review, later.review) };
}
