import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { noSuchTake } from '../../live/take-desk.ts';
import { type Comment, type CommentStore, noSuchComment } from '../../ports/coaching.ts';
import { taken } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { comments, people, takes } from './tables.ts';

const TOLD = {
  id: comments.id,
  takeId: comments.takeId,
  owner: comments.owner,
  name: people.name,
  atSec: comments.atSec,
  answers: comments.answers,
  text: comments.text,
  createdAt: comments.createdAt,
  updatedAt: comments.updatedAt,
};

type Row = Omit<Comment, 'author' | 'createdAt' | 'updatedAt'> & { owner: string; name: string | null; createdAt: Date; updatedAt: Date };

function told<Known extends Row>({ owner, name, createdAt, updatedAt, ...comment }: Known) {
  const author = { id: owner, name: name ?? '' };
  return { ...comment, author, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

/** Comments in the database. */
export function commentStore(db: Database, now: () => Date): CommentStore {
  const found = (where: SQL | undefined) =>
    db.select(TOLD).from(comments).leftJoin(people, eq(comments.owner, people.id)).where(where).orderBy(comments.createdAt, comments.id);
  return {
    of: async (takeId) => (await found(eq(comments.takeId, takeId))).map(told),
    async about(personId, limit) {
      const rows = await db
        .select({ ...TOLD, takeName: takes.name })
        .from(comments)
        .innerJoin(takes, eq(comments.takeId, takes.id))
        .leftJoin(people, eq(comments.owner, people.id))
        .where(eq(takes.owner, personId))
        .orderBy(desc(comments.createdAt), desc(comments.id))
        .limit(limit);
      return rows.map(told);
    },
    async byOnOthers(personId) {
      const rows = await db
        .select(TOLD)
        .from(comments)
        .innerJoin(takes, eq(comments.takeId, takes.id))
        .leftJoin(people, eq(comments.owner, people.id))
        .where(and(eq(comments.owner, personId), ne(takes.owner, personId)))
        .orderBy(comments.createdAt, comments.id);
      return rows.map(told);
    },
    async save({ id, takeId, atSec, answers, text }, owner) {
      await db.transaction(async (tx) => {
        // Held until the comment stands: a take that is deleted meanwhile takes it along.
        const [take] = await tx.select({ id: takes.id }).from(takes).where(eq(takes.id, takeId)).for('key share');
        if (take === undefined) throw noSuchTake();
        const [answered] = answers === null ? [] : await tx.select().from(comments).where(eq(comments.id, answers)).for('key share');
        if (answers !== null && (answered?.takeId !== takeId || answers === id)) throw noSuchComment();
        const at = now();
        const [kept] = await tx
          .insert(comments)
          .values({ id, owner, takeId, atSec: answered?.atSec ?? atSec, answers, text, createdAt: at, updatedAt: at })
          .onConflictDoUpdate({
            target: comments.id,
            set: { text, updatedAt: at },
            setWhere: sql`${comments.owner} = ${owner} AND ${comments.takeId} = ${takeId}`,
          })
          .returning({ id: comments.id });
        if (kept === undefined) throw taken();
      });
      const [row] = await found(eq(comments.id, id));
      if (row === undefined) throw noSuchComment();
      return told(row);
    },
    async remove({ id, takeId }, owner) {
      const mine = and(eq(comments.id, id), eq(comments.takeId, takeId), eq(comments.owner, owner));
      return (await db.delete(comments).where(mine).returning({ id: comments.id })).length > 0;
    },
  };
}
