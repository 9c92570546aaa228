import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** The route that answers a request, as it is written: "/takes/:id". Empty where there is none; what is for all paths is no route. */
export function matchedRoute(context: Context): string {
  const route = matchedRoutes(context).find(({ path }) => !path.endsWith('*'))?.path ?? '';
  return route.replace(/^\/api\/v1/, '');
}
