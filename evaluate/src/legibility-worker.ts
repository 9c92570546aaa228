import { parentPort, workerData } from 'node:worker_threads';
import { createMoonshine } from '@ringback/speech/node';
import { readSpokenNumbers } from './digit-recordings.ts';
import { answer, type Job } from './legibility-jobs.ts';

/** One thread of the study: it is sent a job at a time and answers each. */
const { dataFolder } = workerData as { dataFolder: string };
const { signal } = new AbortController();
const recordings = await readSpokenNumbers(dataFolder, signal);
const recogniser = await createMoonshine();
parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answer(job, recordings, recogniser, signal));
});
parentPort?.postMessage(null);
