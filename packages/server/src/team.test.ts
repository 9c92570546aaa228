import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from './adapters/postgres/database.ts';
import { startPostgres, type TestPostgres } from './adapters/postgres/postgres.fixture.ts';
import { fakeHearing } from './ports/hearing.fake.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { RATE, wav } from './test-api.fixture.ts';

const LONG_MS = 600_000;
const RECORDINGS = 400;
const KILLS = 20;
/** Sent before anyone is killed; the others come in between, so that there is work at every kill. */
const AT_FIRST = 200;
const CLIENTS = 4;
/** Milliseconds into a hearing at which a worker is killed, at most. */
const LATEST_KILL_MS = 240;
const WORKER = fileURLToPath(new URL('../dist/team-worker.fixture.js', import.meta.url));

let folder: string;
let postgres: TestPostgres;
let database: OpenDatabase;
let server: RunningServer;
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-team-'));
  postgres = startPostgres();
  server = await startServer({
    port: 0,
    dataDir: folder,
    databaseUrl: postgres.url,
    jobsAtOnce: 0,
    modelsDir: folder,
    pageDir: folder,
    samplesDir: folder,
    now: () => new Date(),
    log: () => {},
    openHearing: await fakeHearing().then((fake) => () => fake),
    modelHere: async () => true,
  });
  database = await openDatabase({ url: postgres.url });
  // Counts beside the program how often each take came to be reviewed.
  await database.run(`CREATE TABLE tally (take uuid NOT NULL);
    CREATE FUNCTION count_review() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF OLD.state = 'hearing' AND NEW.state = 'reviewed' THEN INSERT INTO tally VALUES (NEW.id); END IF;
      RETURN NEW; END $$;
    CREATE TRIGGER count_review AFTER UPDATE ON takes FOR EACH ROW EXECUTE FUNCTION count_review();`);
}, LONG_MS);
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await server?.close();
  await database?.close();
  postgres?.stop();
  await rm(folder, { recursive: true });
}, LONG_MS);

async function begin(): Promise<ChildProcess> {
  const worker = fork(WORKER, [postgres.url, folder], { execArgv: [] });
  workers.add(worker);
  await once(worker, 'message');
  return worker;
}

/** A tone of a tenth of a second, each another. */
const recording = (place: number) =>
  wav(Int16Array.from({ length: RATE / 10 }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * (200 + place) * i) / RATE))));

/** Sends until it is acknowledged, as a client does that was given no answer. */
async function send(id: string, place: number): Promise<void> {
  for (;;) {
    const address = `${server.url}/api/v1/takes/${id}/audio?name=message&queue=batch`;
    const answer = await fetch(address, { method: 'PUT', body: recording(place) }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 202) return;
    await pause(200);
  }
}

async function sendAll(ids: readonly string[]): Promise<void> {
  const rest = ids.map((id, place) => ({ id, place }));
  const client = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) await send(next.id, next.place);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

test(
  `${RECORDINGS} recordings, ${KILLS} workers killed at work, the database restarted once: none lost, none reviewed twice`,
  async () => {
    const ids = Array.from({ length: RECORDINGS }, () => randomUUID());
    await sendAll(ids.slice(0, AT_FIRST));
    const living = [await begin(), await begin()];
    const share = (RECORDINGS - AT_FIRST) / KILLS;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const sending = sendAll(ids.slice(AT_FIRST + kill * share, AT_FIRST + (kill + 1) * share));
      const which = Math.floor(Math.random() * living.length);
      const victim = living[which] as ChildProcess;
      await once(victim, 'message');
      await pause(Math.random() * LATEST_KILL_MS);
      victim.kill('SIGKILL');
      workers.delete(victim);
      if (kill === KILLS / 2) postgres.restart();
      living[which] = await begin();
      await sending;
    }
    const states = async () =>
      (await database.run(`SELECT state, count(*)::int AS takes FROM takes GROUP BY state`)).rows.map(({ state, takes }) => [state, takes]);
    await expect.poll(() => states().catch(() => []), { timeout: LONG_MS / 2, interval: 500 }).toEqual([['reviewed', RECORDINGS]]);
    const { rows: tally } = await database.run(`SELECT take, count(*)::int AS times FROM tally GROUP BY take`);
    expect(tally.map(({ take }) => take).sort()).toEqual([...ids].sort());
    expect(tally.filter(({ times }) => times !== 1)).toEqual([]);
    const { rows: tries } = await database.run(
      `SELECT count(*)::int AS again FROM pgboss.job WHERE data->>'kind' = 'hear' AND retry_count > 0`,
    );
    // Proof that workers were killed at work: their jobs were done again.
    expect(tries[0]?.again).toBeGreaterThanOrEqual(KILLS / 2);
    const failed = (await (await fetch(`${server.url}/api/v1/jobs?state=failed`)).json()) as unknown[];
    expect(failed).toEqual([]);
  },
  LONG_MS,
);
