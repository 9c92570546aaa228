import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core';
import { readIntake } from '@ringback/intake';
import { decodeRecording } from '@ringback/speech/node';
import { loadReader } from 'ringback';
import { openBlobs } from './adapters/blob-place.ts';
import { databasePlace, incomingFolder } from './adapters/disk/data-folder.ts';
import { type HeldFolder, inUse, takeFolder } from './adapters/disk/open-folder.ts';
import { recordingReviewer } from './adapters/mcp/recordings.ts';
import { ReviewShelf } from './adapters/mcp/review-shelf.ts';
import { loadOwnModels } from './adapters/models/models-file.ts';
import { phoneDoor } from './adapters/phone/phone-door.ts';
import { answerStore } from './adapters/postgres/answers.ts';
import { commentStore } from './adapters/postgres/comments.ts';
import { openDatabase } from './adapters/postgres/database.ts';
import { ownDesks } from './adapters/postgres/own-desks.ts';
import { auditTrail, peopleStore } from './adapters/postgres/people.ts';
import { progressReader } from './adapters/postgres/progress.ts';
import { receivedStore } from './adapters/postgres/received.ts';
import { allTakes, teamTakes } from './adapters/postgres/takes.ts';
import { hearingProcess } from './adapters/process/hearing-process.ts';
import { bossJobs } from './adapters/queue/boss-jobs.ts';
import { leaveOf } from './http/answered.ts';
import { createApp } from './http/app.ts';
import { BODY_IDLE_MS, MOST_RECORDING_BYTES } from './http/body-bounds.ts';
import { openEntry, tokenEntry } from './http/entry.ts';
import { isLoopback, LOCAL_DOORS, publicDoors, publicOrigin } from './http/guard.ts';
import { nodeServer } from './http/node-server.ts';
import { lookAgain, openSources } from './live/intake-desk.ts';
import { clearLeftBehind } from './live/left-behind.ts';
import { LiveDesk } from './live/live-desk.ts';
import { modelLoader } from './live/model-state.ts';
import type { OwnDesk } from './live/own-desk.ts';
import { keepFor } from './live/retention.ts';
import { acceptLive } from './live/socket.ts';
import { takeSound } from './live/take-sound.ts';
import { TakeWork } from './live/take-work.ts';
import { TeamDesk } from './live/team-desk.ts';
import type { Hearing } from './ports/hearing.ts';
import type { Log } from './ports/log.ts';
import { LOCAL_OWNER } from './ports/owner.ts';
import { type SlowStart, slowStart } from './slow-start.ts';

/** How a server is started. */
export interface ServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** Address to listen on; this machine alone by default. Beyond it, `origin` and an owner's token are needed. */
  host?: string | undefined;
  /** Under which origin others reach it, such as "https://ringback.example.com"; then everyone needs a token. */
  origin?: string | undefined;
  /** The one folder that holds everything; made when missing. */
  dataDir: string;
  /** A PostgreSQL server in place of the embedded database. */
  databaseUrl?: string | undefined;
  /** Jobs that are done here at a time; 0 leaves them to workers. Default 1. */
  jobsAtOnce?: number;
  /** Days after which takes are deleted for good, unless they were marked to be kept; by default none is. */
  keepDays?: number | undefined;
  modelsDir: string;
  pageDir: string;
  samplesDir: string;
  now: () => Date;
  /** Events without anything personal. */
  log: Log;
  /** Told of what goes as it should, such as every request; by default nobody is. */
  note?: Log;
  /** Milliseconds a broken recording may take to come back. Default {@link GRACE_MS}. */
  graceMs?: number;
  /** Milliseconds in which what was asked may be answered when the server is closed. Default `LEAVE_MS`. */
  leaveMs?: number;
  /** Milliseconds in which some bytes of what is sent must come. Default `BODY_IDLE_MS`. */
  bodyIdleMs?: number;
  /** Bytes of the largest recording that is taken. Default `MOST_RECORDING_BYTES`. */
  mostRecordingBytes?: number;
  /** Where the keys of the person's own services are; none by default. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Makes what hears; tests give a fake. */
  openHearing?: () => Hearing;
  /** Where a phone on the same network reaches this machine; tests say. */
  networkAddress?: () => string | null;
  /** Whether the model is in the cache; tests say yes. */
  modelHere?: () => Promise<boolean>;
}

/** A server that runs. */
export interface RunningServer {
  /** Where this machine reaches it, for example "http://127.0.0.1:4321". */
  url: string;
  /** Resolves when recordings can be heard, or when it is known that they cannot. */
  modelLoaded: Promise<void>;
  close(): Promise<void>;
}

/** House rule: a page that is reloaded or a machine that wakes up is back by then. */
export const GRACE_MS = 30_000;

/** House rule: what is asked takes seconds at most, and containers are killed after 10 s or more. */
const LEAVE_MS = 5_000;

const LOOPBACK = '127.0.0.1';

/**
 * Starts the server: on this machine only, or beyond it for people with tokens.
 * @throws RingbackError "port-taken" when another program has the port; "no-owner", "bad-address" when others would reach it without tokens.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, dataDir, host = LOOPBACK } = options;
  const origin = options.origin === undefined ? null : publicOrigin(options.origin);
  if (origin === null && !isLoopback(host)) throw noOwner();
  const folder = await takeFolder(dataDir);
  if ('heldBy' in folder) throw inUse(folder.heldBy.url);
  const start = slowStart(log, folder.leftBehind);
  try {
    return await startIn(folder, start, { ...options, host, origin });
  } catch (error) {
    await folder.release();
    throw error;
  } finally {
    start.done();
  }
}

async function startIn(
  folder: HeldFolder,
  start: SlowStart,
  options: Omit<ServerOptions, 'host' | 'origin'> & { host: string; origin: URL | null },
): Promise<RunningServer> {
  const { now, log, note, dataDir, pageDir, samplesDir, modelsDir, host, origin } = options;
  const told = note === undefined ? {} : { note };
  start.doing('the database is being opened');
  const database = await openDatabase(databasePlace(dataDir, options.databaseUrl));
  const people = peopleStore(database.db, now);
  if (origin !== null && !(await people.hasOwner())) {
    await database.close();
    throw noOwner();
  }
  const sound = takeSound(await openBlobs(dataDir, options.env ?? {}));
  start.doing('the job queue is being opened');
  const jobs = await bossJobs({ database, alone: options.databaseUrl === undefined, log, ...told });
  const all = allTakes(database.db);
  start.doing('takes are being put in order');
  await clearLeftBehind(all, sound);
  // Three processes: a long recording that was dropped must hold up neither someone who speaks nor what needs no ear, such as a script.
  const models = await loadOwnModels(dataDir, options.env ?? {});
  const open = options.openHearing ?? (() => hearingProcess(modelsDir, { transcription: models.transcription }));
  const [hearing, liveHearing, judging] = [open(), open(), open()];
  const of = ownDesks({ db: database.db, now, reader: loadReader, sound, decode: decodeRecording, judging, jobs });
  const work = new TakeWork({ of, sound, hearing: () => hearing, jobs, log });
  const live = new LiveDesk({
    allTakes: all,
    sound,
    hearing: liveHearing,
    of,
    hearNow: (owner, at) => work.hear(owner, at),
    graceMs: options.graceMs ?? GRACE_MS,
    log,
  });
  // The other two load with their first question: an ear costs 300 MB that most visits do not need.
  const model = modelLoader([liveHearing], { modelsDir }, options.modelHere);
  const recordings = recordingReviewer(hearing);
  const phone = phoneDoor({ pageDir, now, keep: keptFromPhone(of), ...(options.networkAddress && { address: options.networkAddress }) });
  const doors = origin === null ? LOCAL_DOORS : publicDoors(origin);
  const entry = origin === null ? openEntry(of) : tokenEntry({ people, of, team: teamTakes(database.db), secure: doors.secure, now });
  const sources = await openSources({
    sources: (await readIntake(join(dataDir, 'intake.json'))) ?? [],
    surroundings: { env: options.env ?? {}, origin: origin?.origin ?? null, now },
    ownerOf: async (name) => {
      if (name === undefined || origin === null) return LOCAL_OWNER;
      return (await people.people()).find((person) => person.name === name)?.id ?? null;
    },
    received: receivedStore(database.db, now),
    of,
    log,
  });
  const bounds = {
    idleMs: options.bodyIdleMs ?? BODY_IDLE_MS,
    folder: await incomingFolder(dataDir),
    mostRecordingBytes: options.mostRecordingBytes ?? MOST_RECORDING_BYTES,
  };
  const app = createApp({
    // What a phone sends becomes the one person's of this machine.
    ...(origin === null && { phone }),
    ...told,
    allTakes: all,
    answers: answerStore(database.db, now),
    bounds,
    hooks: origin === null ? null : { sources, origin: origin.origin },
    doors,
    entry,
    people,
    trail: auditTrail(database.db, now),
    team: new TeamDesk({ people, progress: progressReader(database.db), now }),
    comments: commentStore(database.db, now),
    mcp: { reader: loadReader, recordings, shelf: new ReviewShelf(), now },
    now,
    sound,
    judging,
    models,
    modelState: model.state,
    pageDir,
    samplesDir,
  });
  // Before anyone can come back for a take: one that is gone on with must not be heard as left behind as well.
  await live.recover();
  jobs.start(options.jobsAtOnce ?? 1);
  const retention = keepFor(options.keepDays, { allTakes: all, of, now }, log);
  start.doing(`port ${options.port} is being taken`);
  const server = await listen(app.fetch, host, options.port).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const url = `http://${isEverywhere(host) ? LOOPBACK : host}:${(server.address() as AddressInfo).port}`;
  await folder.tell(url);
  const leave = leaveOf(server);
  const closeLive = acceptLive(server, { desk: live, doors, entry, log });
  const modelLoaded = model.load();
  const stopLooking = lookAgain(sources);
  return {
    url,
    modelLoaded,
    async close() {
      await phone.close();
      await stopLooking();
      closeLive();
      retention.close();
      await live.close();
      await leave.take(options.leaveMs ?? LEAVE_MS);
      // What is under way is given back: it is done at the next start, or by a worker.
      await jobs.stop(0);
      await Promise.all([hearing.close(), liveHearing.close(), judging.close()]);
      await jobs.close();
      await database.close();
      await folder.release();
    },
  };
}

/** A take that a phone sent is the person's own, like one of this machine's microphone. */
const keptFromPhone = (of: (owner: string) => OwnDesk) => async (bytes: Uint8Array, scriptId: string | null) => {
  const id = randomUUID();
  await of(LOCAL_OWNER).desk.upload({ id, name: 'From the phone', scriptId, bytes });
  return id;
};

/** The failure of a server that others would reach without tokens. */
const noOwner = () =>
  new RingbackError(
    'no-owner',
    'Beyond this machine everyone needs a token: make one with "ringback tokens add NAME --role owner", and say under which address browsers reach the server with --origin https://...',
  );

/** Addresses that stand for all of this machine's. */
const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

function listen(fetch: (request: Request) => Response | Promise<Response>, hostname: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = nodeServer(fetch, hostname);
    server.listen(port, hostname, () => resolve(server));
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        taken
          ? new RingbackError(
              'port-taken',
              `Port ${port} is taken by another program: is Ringback open already? Or give another with --port.`,
            )
          : cause,
      );
    });
  });
}
