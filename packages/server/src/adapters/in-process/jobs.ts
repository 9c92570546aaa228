import type { JobData, JobKind, Jobs } from '../../ports/jobs.ts';

type Handlers = { [K in JobKind]?: (data: JobData[K]) => Promise<void> };

/** Jobs done in this process, at once: what hears them has a queue of its own. @param log Told of faults of ours; never of anything personal. */
export function jobsInProcess(log: (event: string) => void): Jobs {
  const handlers: Handlers = {};
  const running = new Set<Promise<void>>();
  return {
    handle(kind, work) {
      handlers[kind] = work as NonNullable<Handlers[typeof kind]>;
    },
    async add(kind, data) {
      const work = handlers[kind];
      if (work === undefined) throw new TypeError(`nothing here does "${kind}"`);
      const done = work(data).catch((error: unknown) =>
        log(`work behind a call failed: ${error instanceof Error ? error.name : 'unknown'}`),
      );
      running.add(done);
      void done.then(() => running.delete(done));
    },
    async settled() {
      // A job that is done may have added another.
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
