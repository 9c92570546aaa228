import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { compareReviews } from '@ringback/core';
import { idParam, reviewSchema } from '../schemas/documents.ts';
import type { TakeStore } from '../store/takes.ts';
import { documentedApp, json, REFUSED } from './documented.ts';

const difference = z.object({ element: z.string(), gain: z.number(), better: z.string(), worse: z.string() });
const rankedSchema = z
  .object({
    takeId: z.uuid(),
    rank: z.int().positive(),
    ahead: z.array(difference).openapi({ description: 'Why it is ahead of the next one, most important first.' }),
    behind: z.array(difference),
    review: reviewSchema,
  })
  .openapi('RankedTake');

const ranking = createRoute({
  method: 'get',
  path: '/scripts/{id}/ranking',
  summary: 'The reviewed takes of a script, best first, with what decided',
  request: { params: idParam },
  responses: { 200: json(z.array(rankedSchema), 'Takes, best first; empty when none is reviewed'), 422: REFUSED },
});

/** `/scripts/{id}/ranking` */
export function rankingRoutes(store: TakeStore): OpenAPIHono {
  const app = documentedApp();
  app.openapi(ranking, async (context) => {
    const reviews = await store.reviewsOf(context.req.valid('param').id);
    if (reviews.length === 0) return context.json([], 200);
    const ranked = compareReviews(reviews.map(({ review }) => review)).ranking.flatMap(({ index, rank, ahead, behind }) => {
      const take = reviews[index];
      return take === undefined ? [] : [{ takeId: take.id, rank, ahead, behind, review: take.review }];
    });
    return context.json(ranked, 200);
  });
  return app;
}
