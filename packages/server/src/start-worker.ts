import { RingbackError } from '@ringback/core';
import { openBlobs } from './adapters/blob-place.ts';
import { loadOwnModels } from './adapters/models/models-file.ts';
import { briefStore } from './adapters/postgres/briefs.ts';
import { openDatabase } from './adapters/postgres/database.ts';
import { scriptStore } from './adapters/postgres/scripts.ts';
import { takeStore } from './adapters/postgres/takes.ts';
import { hearingPool } from './adapters/process/hearing-pool.ts';
import { hearingProcess } from './adapters/process/hearing-process.ts';
import { bossJobs } from './adapters/queue/boss-jobs.ts';
import { modelLoader } from './live/model-state.ts';
import { takeSound } from './live/take-sound.ts';
import { TakeWork } from './live/take-work.ts';
import type { Hearing } from './ports/hearing.ts';
import type { Log } from './ports/log.ts';

/** Of processes that hear what nobody waits for: a person who waits has the processor before them. House rule. */
const BATCH_NICENESS = 10;

/** How a worker is started. */
export interface WorkerOptions {
  databaseUrl: string;
  /** The data folder, where sound lies in it and models.json is read. */
  dataDir: string;
  modelsDir: string;
  /** Jobs at a time; one more that somebody waits for is begun beside them. */
  atOnce: number;
  /** Bytes of memory after which a process that hears is begun anew. */
  memoryBytes: number;
  /** Seconds without a sign of life after which this worker counts as dead. */
  leaseSec: number;
  now: () => Date;
  /** Events without anything personal. */
  log: Log;
  /** Told of what goes as it should, such as every job; by default nobody is. */
  note?: Log;
  env?: Readonly<Record<string, string | undefined>>;
  /** Makes what hears; tests give a fake. */
  openHearing?: (isForPeople: boolean) => Hearing;
  /** Whether the model is in the cache; tests say yes. */
  modelHere?: () => Promise<boolean>;
}

/** A worker that runs. */
export interface RunningWorker {
  /** What is under way may end within `graceMs`, the rest is given back for others. */
  close(graceMs: number): Promise<void>;
}

/** Does the jobs of a team's database, beside any number of others. Throws "no-database", "no-model". */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { databaseUrl, dataDir, modelsDir, atOnce, memoryBytes, leaseSec, now, log, note } = options;
  const model = modelLoader([], { modelsDir }, options.modelHere);
  await model.load();
  if (model.state().state !== 'ready') throw new RingbackError('no-model', model.state().message);
  const { transcription } = await loadOwnModels(dataDir, options.env ?? {});
  const database = await openDatabase({ url: databaseUrl });
  const jobs = await bossJobs({ database, alone: false, log, leaseSec, ...(note && { note }) });
  const open = (niceness: number) => hearingProcess(modelsDir, { transcription, memoryBytes, niceness });
  const hearing = hearingPool(atOnce, options.openHearing ?? ((isForPeople) => open(isForPeople ? 0 : BATCH_NICENESS)));
  const of = (owner: string) => ({
    takes: takeStore(database.db, now, owner),
    scripts: scriptStore(database.db, now, owner),
    briefs: briefStore(database.db, now, owner),
  });
  new TakeWork({ of, sound: takeSound(await openBlobs(dataDir, options.env ?? {})), hearing: hearing.ear, jobs, log });
  const close = async (graceMs: number): Promise<void> => {
    await jobs.stop(graceMs);
    await hearing.close();
    await jobs.close();
    await database.close();
  };
  try {
    // The place that is kept for people as well: whoever comes first does not wait for the model.
    await hearing.prepare();
  } catch (error) {
    await close(0);
    throw error;
  }
  jobs.start(atOnce);
  return { close };
}
