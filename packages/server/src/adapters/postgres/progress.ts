import { type Finding, TIP_IDS, type TipWeeks } from '@ringback/core';
import { and, count, desc, eq, gte, inArray, isNotNull, max, sql } from 'drizzle-orm';
import type { ProgressReader, RecentTake } from '../../ports/coaching.ts';
import type { Database } from './database.ts';
import { takes } from './tables.ts';

/** Statuses that say whether a tip was passed; the others count in neither. */
const JUDGED = ['pass', 'improve', 'fail'];
/** The Monday (UTC) of a take's week. */
const WEEK = sql<string>`to_char(date_trunc('week', ${takes.createdAt} AT TIME ZONE 'UTC'), 'YYYY-MM-DD')`;

/** How people get on, read from the takes of all. */
export function progressReader(db: Database): ProgressReader {
  const of = (personId: string | null) => (personId === null ? undefined : eq(takes.owner, personId));
  return {
    async counts(personId) {
      const rows = await db
        .select({ owner: takes.owner, takes: count(), reviewed: count(takes.decision), last: max(takes.createdAt) })
        .from(takes)
        .where(of(personId))
        .groupBy(takes.owner);
      return new Map(rows.map(({ owner, last, ...counts }) => [owner, { ...counts, lastTakeAt: last?.toISOString() ?? null }]));
    },
    async tipWeeks(personId, weeks) {
      const since = new Date(`${weeks[0]}T00:00:00Z`);
      // Told apart by place: the week's expression holds no value that PostgreSQL would take for another one each time.
      const tips = sql`jsonb_array_elements_text(${takes.tips}) WITH ORDINALITY AS tip (status, place)`;
      const rows = await db
        .select({
          owner: takes.owner,
          week: WEEK,
          place: sql<number>`tip.place::int`,
          judged: sql<number>`(count(*) FILTER (WHERE tip.status IN ${JUDGED}))::int`,
          passed: sql<number>`(count(*) FILTER (WHERE tip.status = 'pass'))::int`,
        })
        .from(takes)
        .crossJoinLateral(tips)
        .where(and(of(personId), gte(takes.createdAt, since), isNotNull(takes.tips)))
        .groupBy(sql`1, 2, 3`);
      const people = new Map<string, TipWeeks[]>();
      for (const { owner, week, place, judged, passed } of rows) {
        const at = weeks.indexOf(week);
        const known = people.get(owner) ?? none(weeks.length);
        people.set(owner, known);
        const tip = known[place - 1];
        if (at < 0 || tip === undefined) continue;
        tip.judged[at] = judged;
        tip.passed[at] = passed;
      }
      return people;
    },
    async recent(personId, each) {
      const ranked = db
        .select({
          owner: takes.owner,
          takeId: takes.id,
          name: takes.name,
          tip: takes.firstFix,
          place: sql<number>`row_number() OVER (PARTITION BY ${takes.owner} ORDER BY ${takes.createdAt} DESC, ${takes.id} DESC)`.as(
            'place',
          ),
        })
        .from(takes)
        .where(and(of(personId), isNotNull(takes.tips)))
        .as('ranked');
      const rows = await db.select().from(ranked).where(sql`${ranked.place} <= ${each}`).orderBy(ranked.owner, ranked.place);
      const people = new Map<string, RecentTake[]>();
      for (const { owner, place: _, ...take } of rows) people.set(owner, [...(people.get(owner) ?? []), take]);
      return people;
    },
    async findings(wanted) {
      const tipOf = new Map(wanted.map(({ takeId, tip }) => [takeId, tip]));
      if (tipOf.size === 0) return new Map();
      const rows = await db
        .select({ id: takes.id, tips: sql<{ id: string; findings: Finding[] }[] | null>`${takes.review} -> 'tips'` })
        .from(takes)
        .where(inArray(takes.id, [...tipOf.keys()]))
        .orderBy(desc(takes.createdAt));
      return new Map(
        rows.flatMap(({ id, tips }) => {
          const findings = tips?.find((tip) => tip.id === tipOf.get(id))?.findings ?? [];
          const shown = findings.find(({ good, waived }) => !good && waived === undefined);
          return shown === undefined ? [] : [[id, { message: shown.message, fix: shown.fix, start: shown.start }] as const];
        }),
      );
    },
  };
}

const none = (weeks: number): TipWeeks[] =>
  TIP_IDS.map((tip) => ({ tip, judged: new Array<number>(weeks).fill(0), passed: new Array<number>(weeks).fill(0) }));
