import type { JobData, JobKind, JobParts, JobRecord, JobState } from '../../ports/jobs.ts';
import type { RunSql } from '../postgres/database.ts';

/** Jobs that somebody waits for, and those that nobody does. */
export const QUEUES = ['person', 'batch'] as const;

/** One of {@link QUEUES}. */
export type QueueName = (typeof QUEUES)[number];

/** What of a job lies in the queue. */
export interface Kept {
  kind: JobKind;
  owner: string;
  data: JobData[JobKind];
  partOf?: string;
}

interface Row {
  id: string;
  name: QueueName;
  state: string;
  data: Kept;
  tries: number;
  created_on: Date;
  started_on: Date | null;
  completed_on: Date | null;
}

const STATES: Readonly<Record<JobState, readonly string[]>> = {
  waiting: ['created', 'retry'],
  active: ['active'],
  done: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

const COLUMNS = `id, name, state::text, data, created_on, started_on, completed_on,
  CASE WHEN started_on IS NULL THEN retry_count ELSE retry_count + 1 END AS tries`;
/** No job is put off for longer; one that is was made before the clock was put back. */
const LONGEST_DELAY = `interval '10 minutes'`;
const OURS = `name = ANY('{${QUEUES.join(',')}}')`;

function recordOf({ id, state, data: { kind, owner, data }, tries, created_on, started_on, completed_on }: Row): JobRecord {
  const [told] = Object.entries(STATES).find(([, states]) => states.includes(state)) ?? ['waiting'];
  return {
    id,
    kind,
    owner,
    data,
    state: told as JobState,
    tries,
    createdAt: created_on.toISOString(),
    startedAt: started_on?.toISOString() ?? null,
    endedAt: completed_on?.toISOString() ?? null,
  };
}

/**
 * What the queue's own interface lacks, on the tables of pg-boss 10.4 (schema 24): a lease that is renewed while a job is done, giving back
 * without counting a try, and looking through jobs by their owner and take. pg-boss is pinned because of these statements.
 */
export interface JobRows {
  find(owner: string, id: string): Promise<(JobRecord & { queue: QueueName }) | null>;
  list(owner: string, options: { state?: JobState | undefined; limit: number }): Promise<JobRecord[]>;
  parts(id: string): Promise<JobParts>;
  /** Whether there is such a job, which is moved before the work that nobody waits for where it `waits`. */
  known(id: string, waits: boolean): Promise<boolean>;
  /** Those of the jobs under way that are still this process's to do, now for so many seconds more. */
  renew(ids: readonly string[], leaseSec: number): Promise<Set<string>>;
  /** Puts right what a clock that was put back would hold up: jobs that are to begin, or began, in a time to come. */
  catchUp(leaseSec: number): Promise<void>;
  giveBack(ids: readonly string[]): Promise<void>;
  /** Gives back all that is under way: where one process alone works on a database, at its start. */
  giveBackAll(): Promise<void>;
  retry(owner: string, id: string): Promise<boolean>;
  forget(owner: string, takeId?: string): Promise<void>;
}

/** {@link JobRows} */
export function jobRows(run: RunSql): JobRows {
  const rows = async (text: string, values?: unknown[]) => (await run(text, values)).rows as unknown as Row[];
  return {
    async find(owner, id) {
      const [row] = await rows(`SELECT ${COLUMNS} FROM pgboss.job WHERE ${OURS} AND id = $1 AND data->>'owner' = $2`, [id, owner]);
      return row === undefined ? null : { ...recordOf(row), queue: row.name };
    },
    async list(owner, { state, limit }) {
      const states = state === undefined ? Object.values(STATES).flat() : STATES[state];
      const found = await rows(
        `SELECT ${COLUMNS} FROM pgboss.job WHERE ${OURS} AND data->>'owner' = $1 AND state::text = ANY($2) ORDER BY created_on DESC, id LIMIT $3`,
        [owner, states, limit],
      );
      return found.map(recordOf);
    },
    async parts(id) {
      const { rows: counted } = await run(
        `SELECT count(*)::int AS total, (count(*) FILTER (WHERE state = 'completed'))::int AS done,
          (count(*) FILTER (WHERE state > 'completed'))::int AS failed FROM pgboss.job WHERE ${OURS} AND data->>'partOf' = $1`,
        [id],
      );
      return counted[0] as unknown as JobParts;
    },
    async known(id, waits) {
      const moved = waits
        ? await rows(`UPDATE pgboss.job SET name = 'person' WHERE name = 'batch' AND id = $1 AND state < 'active' RETURNING id`, [id])
        : [];
      return moved.length > 0 || (await rows(`SELECT id FROM pgboss.job WHERE ${OURS} AND id = $1`, [id])).length > 0;
    },
    async renew(ids, leaseSec) {
      const kept = await rows(
        `UPDATE pgboss.job SET started_on = LEAST(started_on, now()), expire_in = now() - LEAST(started_on, now()) + $2 * interval '1 s'
         WHERE ${OURS} AND id = ANY($1) AND state = 'active' RETURNING id`,
        [ids, leaseSec],
      );
      return new Set(kept.map(({ id }) => id));
    },
    async catchUp(leaseSec) {
      await run(`UPDATE pgboss.job SET start_after = now() WHERE state < 'active' AND start_after > now() + ${LONGEST_DELAY}`);
      await run(
        `UPDATE pgboss.job SET state = 'retry', start_after = now()
         WHERE ${OURS} AND state = 'active' AND started_on > now() + $1 * interval '1 s'`,
        [leaseSec],
      );
    },
    async giveBack(ids) {
      await run(
        `UPDATE pgboss.job SET state = 'created', started_on = NULL, start_after = now() WHERE ${OURS} AND id = ANY($1) AND state = 'active'`,
        [ids],
      );
    },
    async giveBackAll() {
      await run(`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE ${OURS} AND state = 'active'`);
    },
    async retry(owner, id) {
      const again = await rows(
        `UPDATE pgboss.job SET state = 'retry', retry_limit = retry_count + 1, completed_on = NULL, start_after = now()
         WHERE ${OURS} AND id = $1 AND data->>'owner' = $2 AND state = 'failed' RETURNING id`,
        [id, owner],
      );
      return again.length > 0;
    },
    async forget(owner, takeId) {
      const of = `data->>'owner' = $1${takeId === undefined ? '' : ` AND data->'data'->>'takeId' = $2`}`;
      const values = takeId === undefined ? [owner] : [owner, takeId];
      for (const table of ['job', 'archive']) await run(`DELETE FROM pgboss.${table} WHERE ${of}`, values);
    },
  };
}
