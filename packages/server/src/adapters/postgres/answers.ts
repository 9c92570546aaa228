import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { AnswerStore, OnceKey } from '../../ports/answers.ts';
import type { Database } from './database.ts';
import { answers } from './tables.ts';

const DAY_MS = 86_400_000;
/** Milliseconds after which a request that has no answer is one whose server died. House rule: none takes so long. */
const LOST_MS = 600_000;

/** Answers in the database. */
export function answerStore(db: Database, now: () => Date): AnswerStore {
  const one = ({ owner, key }: OnceKey) => and(eq(answers.owner, owner), eq(answers.key, key));
  const before = (ms: number) => new Date(now().getTime() - ms);
  return {
    async begin({ owner, key, request }) {
      const lost = and(isNull(answers.answer), lt(answers.at, before(LOST_MS)));
      await db.delete(answers).where(or(lt(answers.at, before(DAY_MS)), lost));
      const begun = await db
        .insert(answers)
        .values({ owner, key, request, at: now() })
        .onConflictDoNothing()
        .returning({ key: answers.key });
      if (begun.length > 0) return null;
      const [there] = await db.select().from(answers).where(one({ owner, key }));
      if (there === undefined) return 'doing';
      return there.request === request ? (there.answer ?? 'doing') : 'other';
    },
    async keep(once, answer) {
      await db.update(answers).set({ answer }).where(one(once));
    },
    async forget(once) {
      await db.delete(answers).where(one(once));
    },
  };
}
