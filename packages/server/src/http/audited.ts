import type { MiddlewareHandler } from 'hono';
import type { OwnDesk } from '../live/own-desk.ts';
import type { AuditTrail } from '../ports/people.ts';
import type { Asked } from '../routes/documented.ts';
import { matchedRoute } from './matched-route.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a player asks for after the first part of a sound. */
const LATER_PART = /^bytes=[1-9]/;

/** Keeps who changed what, and who looked at somebody else's take: never what was in it. */
export function audited(trail: AuditTrail): MiddlewareHandler<Asked> {
  return async (context, next) => {
    await next();
    // A command that manages tokens has no desk at all.
    const own = context.get('own') as OwnDesk | undefined;
    const tokenId = context.get('tokenId');
    const { method } = context.req;
    const target = context.req.param('id') ?? null;
    if (READS.has(method)) {
      const isTheirs =
        own === undefined || context.get('seen') === own.takes || target === null || LATER_PART.test(context.req.header('range') ?? '');
      if (isTheirs || !context.req.path.includes('/takes/') || (await own.takes.has(target))) return;
    }
    const action = `${method} ${matchedRoute(context)}`;
    // Who needs no token sits at the server's own machine.
    const personId = tokenId === null ? null : context.get('person').id;
    await trail.add({ personId, tokenId, action, target, status: context.res.status });
  };
}
