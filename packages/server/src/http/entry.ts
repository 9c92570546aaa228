import type { Context, MiddlewareHandler } from 'hono';
import { parse } from 'hono/utils/cookie';
import type { OwnDesk } from '../live/own-desk.ts';
import type { Visitor } from '../live/visitor.ts';
import { LOCAL_OWNER } from '../ports/owner.ts';
import type { PeopleStore } from '../ports/people.ts';
import type { TakeReader } from '../ports/stores.ts';
import type { Asked } from '../routes/documented.ts';
import { problem } from './problem.ts';
import { type Rate, TokenBuckets } from './rate-limit.ts';

/** What a request shows of who sends it. */
export interface Shown {
  authorization?: string | undefined;
  cookie?: string | undefined;
  /** Where it comes from. */
  address: string;
}

/** Why someone does not come in. */
export interface TurnedAway {
  refused: 'no-token' | 'too-many-requests';
  waitSec: number;
}

/** Tells who asks. */
export interface Entry {
  /** Whether one person is alone here, without an account. */
  alone: boolean;
  enter(shown: Shown): Promise<Visitor | TurnedAway>;
}

/** Entry to a server that only its own machine reaches: whoever asks is its one person. */
export function openEntry(of: (owner: string) => OwnDesk): Entry {
  const own = of(LOCAL_OWNER);
  const visitor: Visitor = { person: { id: LOCAL_OWNER, name: '', role: 'owner' }, tokenId: null, own, seen: own.takes };
  return { alone: true, enter: async () => visitor };
}

/** Requests of one token: a page that opens asks ten at once. House rule. */
const OF_TOKEN: Rate = { burst: 300, perSecond: 20 };
/** Requests without a good token from one address. House rule. */
const OF_STRANGER: Rate = { burst: 120, perSecond: 2 };

/** The cookie that the page comes in with; `__Host-` binds it to this very origin, which only HTTPS can. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-ringback' : 'ringback');

/** The secret in what a request shows. */
function secretIn({ authorization, cookie }: Shown, secure: boolean): string | undefined {
  const bearer = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return bearer ?? (cookie === undefined ? undefined : parse(cookie, cookieName(secure))[cookieName(secure)]);
}

/** Entry to a server that others reach: by token alone. */
export function tokenEntry(options: {
  people: PeopleStore;
  of: (owner: string) => OwnDesk;
  team: TakeReader;
  secure: boolean;
  now: () => Date;
}): Entry {
  const { people, of, team, secure, now } = options;
  const [known, strangers] = [new TokenBuckets(OF_TOKEN, now), new TokenBuckets(OF_STRANGER, now)];
  const away = (waitSec: number): TurnedAway => ({ refused: waitSec > 0 ? 'too-many-requests' : 'no-token', waitSec });
  return {
    alone: false,
    async enter(shown) {
      const secret = secretIn(shown, secure);
      const found = secret === undefined ? null : await people.personBy(secret);
      if (found === null) return away(strangers.take(shown.address));
      const waitSec = known.take(found.tokenId);
      if (waitSec > 0) return away(waitSec);
      const own = of(found.person.id);
      return { ...found, own, seen: found.person.role === 'member' ? own.takes : team };
    },
  };
}

/** The address of who asks, where a socket tells it. */
const addressOf = (context: Context): string => context.env?.incoming?.socket?.remoteAddress ?? '';

/** Lets those in who may, and answers others with 401 or 429. */
export function entered(entry: Entry): MiddlewareHandler<Asked> {
  return async (context, next) => {
    const { authorization, cookie } = context.req.header();
    const visitor = await entry.enter({ authorization, cookie, address: addressOf(context) });
    if ('refused' in visitor) return turnedAway(context, visitor);
    context.set('person', visitor.person);
    context.set('tokenId', visitor.tokenId);
    context.set('own', visitor.own);
    context.set('seen', visitor.seen);
    await next();
  };
}

function turnedAway(context: Context, { refused, waitSec }: TurnedAway): Response {
  if (refused === 'too-many-requests') {
    context.header('retry-after', String(waitSec));
    return problem(context, 429, refused, `This is asked too often: wait ${waitSec} s.`);
  }
  context.header('www-authenticate', 'Bearer');
  return problem(
    context,
    401,
    refused,
    'This server wants a token that is good: the page asks for it, the command line takes it from RINGBACK_TOKEN, programs send "Authorization: Bearer ...".',
  );
}
