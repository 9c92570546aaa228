import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import type { AuditTrail, KeptToken, NewToken, PeopleStore, Person } from '../../ports/people.ts';
import { taken } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { audit, people, tokens } from './tables.ts';

/** Tells our tokens from other secrets, to programs that look for secrets where none belong. */
const PREFIX = 'rbt_';
const SECRET_BYTES = 32;
const DAY_MS = 86_400_000;
/** Milliseconds between two notes of a token's last use: not every request writes. */
const NOTED_MS = 60_000;

// A secret of 256 random bits needs no slow hash: nobody guesses it.
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const LISTED = {
  id: tokens.id,
  personId: tokens.personId,
  name: people.name,
  role: people.role,
  createdAt: tokens.createdAt,
  expiresAt: tokens.expiresAt,
  lastUsedAt: tokens.lastUsedAt,
};

type Dated<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] extends string ? Date : Date | null };

function listed(row: Dated<KeptToken, 'createdAt' | 'expiresAt' | 'lastUsedAt'>): KeptToken {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}

/** People and tokens in the database. */
export function peopleStore(db: Database, now: () => Date): PeopleStore {
  const all = () => db.select({ id: people.id, name: people.name, role: people.role }).from(people).orderBy(people.name);
  const found = () => db.select(LISTED).from(tokens).innerJoin(people, eq(tokens.personId, people.id));
  const good = () => gt(tokens.expiresAt, now());
  return {
    people: all,
    tokens: async () => (await found().orderBy(people.name, tokens.createdAt)).map(listed),
    async add({ id, name, role, days }) {
      const secret = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
      await db.transaction(async (transaction) => {
        const personId = await personNamed(transaction, { name, role });
        const made = await transaction
          .insert(tokens)
          .values({ id, personId, hash: hashOf(secret), createdAt: now(), expiresAt: new Date(now().getTime() + days * DAY_MS) })
          .onConflictDoNothing({ target: tokens.id })
          .returning({ id: tokens.id });
        if (made.length === 0) throw taken();
      });
      const [token] = await found().where(eq(tokens.id, id));
      if (token === undefined) throw taken();
      return { secret, token: listed(token) };
    },
    async revoke(id) {
      return (await db.delete(tokens).where(eq(tokens.id, id)).returning({ id: tokens.id })).length > 0;
    },
    async personBy(secret) {
      const [row] = await found().where(and(eq(tokens.hash, hashOf(secret)), good()));
      if (row === undefined) return null;
      const stale = or(isNull(tokens.lastUsedAt), lt(tokens.lastUsedAt, new Date(now().getTime() - NOTED_MS)));
      await db
        .update(tokens)
        .set({ lastUsedAt: now() })
        .where(and(eq(tokens.id, row.id), stale));
      return { person: { id: row.personId, name: row.name, role: row.role }, tokenId: row.id };
    },
    hasOwner: async () =>
      (
        await found()
          .where(and(eq(people.role, 'owner'), good()))
          .limit(1)
      ).length > 0,
  };
}

/** The id of the person with this name, who is added when missing. The first owner is who was alone before: their rows stay theirs. */
async function personNamed(db: Database, { name, role }: Pick<NewToken, 'name' | 'role'>): Promise<Person['id']> {
  const [known] = await db.select({ id: people.id }).from(people).where(eq(people.name, name));
  if (known) {
    if (role !== undefined) await db.update(people).set({ role }).where(eq(people.id, known.id));
    return known.id;
  }
  const wasAlone = role === 'owner' && (await db.select().from(people).where(eq(people.id, LOCAL_OWNER))).length === 0;
  const id = wasAlone ? LOCAL_OWNER : randomUUID();
  await db.insert(people).values({ id, name, role: role ?? 'member' });
  return id;
}

/** The audit trail in the database. */
export function auditTrail(db: Database, now: () => Date): AuditTrail {
  return {
    add: async (entry) => {
      await db.insert(audit).values({ ...entry, at: now() });
    },
    async page(limit, before) {
      const older = before === undefined ? undefined : lt(audit.id, before);
      const rows = await db.select().from(audit).where(older).orderBy(desc(audit.id)).limit(limit);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
  };
}
