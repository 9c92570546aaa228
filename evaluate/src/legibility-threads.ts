import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Job } from './legibility-jobs.ts';
import type { SectionContext } from './section.ts';

/** Most threads: each holds the model. */
const MAX_THREADS = 4;

/** Does all jobs on every processor core, the longest kinds first come first; the answers in the order of the jobs. */
export async function doJobs(jobs: readonly Job[], { dataFolder, signal, progress }: SectionContext): Promise<Answer[]> {
  const answers = new Array<Answer>(jobs.length);
  let next = 0;
  let done = 0;
  const startedAt = performance.now();
  const count = Math.min(MAX_THREADS, availableParallelism(), jobs.length);
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./legibility-worker.js', import.meta.url), { workerData: { dataFolder } }),
  );
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let current = -1;
      worker.on('error', reject);
      worker.on('message', (answer: Answer | null) => {
        if (answer !== null) {
          answers[current] = answer;
          done += 1;
          const minutes = (performance.now() - startedAt) / 60_000;
          progress(
            `${done} of ${jobs.length} parts, ${minutes.toFixed(1)} min, about ${((minutes / done) * (jobs.length - done)).toFixed(1)} to go`,
          );
        }
        const job = jobs[next];
        if (job === undefined) return resolve();
        current = next;
        next += 1;
        worker.postMessage(job);
      });
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  try {
    await Promise.all(workers.map(work));
    return answers;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
