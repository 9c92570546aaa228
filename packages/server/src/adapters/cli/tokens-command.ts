import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, Option } from 'commander';
import type { Console, Register } from 'ringback';
import { audited } from '../../http/audited.ts';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { type KeptToken, ROLES, type Role } from '../../ports/people.ts';
import { documentedApp } from '../../routes/documented.ts';
import { peopleRoutes, TOKEN_DAYS } from '../../routes/people.ts';
import { auditTrail, peopleStore } from '../postgres/people.ts';
import { type Access, openAccess } from './access.ts';

/** Who has the data folder at hand manages it as its owner does. */
export const openTokens = ({ env, now }: Pick<Console, 'env' | 'now'>): Promise<Access> =>
  openAccess(env, async ({ db }) => {
    const app = documentedApp();
    const trail = auditTrail(db, now);
    app.use(async (context, next) => {
      context.set('person', { id: LOCAL_OWNER, name: '', role: 'owner' });
      context.set('tokenId', null);
      await next();
    });
    app.use(audited(trail));
    app.route('/', peopleRoutes(peopleStore(db, now), trail, { alone: true, secure: false }));
    return { app };
  });

async function asked<T>(console: Console, work: (tokens: Access) => Promise<T>): Promise<T> {
  const tokens = await openTokens(console);
  return await work(tokens).finally(() => tokens.close());
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= TOKEN_DAYS.most) return days;
  throw new InvalidArgumentError(`a number from 1 to ${TOKEN_DAYS.most}.`);
}

const day = (moment: string | null): string => moment?.slice(0, 10) ?? 'never';
const line = ({ id, name, role, expiresAt, lastUsedAt }: KeptToken): string =>
  `${id}  ${role}  ${name}  until ${day(expiresAt)}, last used ${day(lastUsedAt)}\n`;

/** Adds `ringback tokens`: who may come in where a server listens beyond its own machine. */
export const registerTokens: Register = (program, console, finish) => {
  const tokens = program.command('tokens').description('personal access tokens, for a server that others reach (docs/team.md)');
  tokens
    .command('add <name>')
    .description('makes a token for a person and shows it, this once')
    .addOption(new Option('--role <role>', 'what the person may do; a new person is a member').choices(ROLES))
    .option('--days <number>', 'days until it expires', daysOf, TOKEN_DAYS.usual)
    .action(async (name: string, { role, days }: { role?: Role; days: number }) => {
      const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, role, days }) };
      const made = await asked(console, async (access) => (await access.ask(`/tokens/${randomUUID()}`, init)).json());
      const { secret, ...token } = made as KeptToken & { secret: string };
      console.stderr.write(`It is shown this once; ${token.role}, until ${day(token.expiresAt)}.\n`);
      console.stdout.write(`${secret}\n`);
      finish(0);
    });
  tokens
    .command('list')
    .description('who has tokens, until when, and when they were last used')
    .action(async () => {
      const all = await asked(console, async (access) => (await access.ask('/tokens')).json());
      console.stdout.write((all as KeptToken[]).map(line).join(''));
      finish(0);
    });
  tokens
    .command('revoke <id>')
    .description('ends a token at once; "list" tells its id')
    .action(async (id: string) => {
      await asked(console, (access) => access.ask(`/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }));
      finish(0);
    });
};
