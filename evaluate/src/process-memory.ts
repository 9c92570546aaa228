import { readdirSync, readFileSync } from 'node:fs';

/** How often child processes are looked at, in milliseconds. */
const WATCH_MS = 20;
const KILOBYTE = 1024;
const MB = 1e6;

/** Megabytes: the most this process ever held. */
export function peakMemoryMb(): number {
  return (process.resourceUsage().maxRSS * KILOBYTE) / MB;
}

/** Follows the child processes; `stop` gives the most that one of them ever held, in megabytes. 0 where the system does not tell (only Linux does). */
export function watchMemory(): { stop(): number } {
  let peakMb = 0;
  const timer = setInterval(() => {
    for (const pid of childrenOf(process.pid)) peakMb = Math.max(peakMb, peakOf(pid));
  }, WATCH_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return peakMb;
    },
  };
}

function childrenOf(pid: number): string[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter((child) => child !== ''),
    );
  } catch {
    return [];
  }
}

function peakOf(pid: string): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return (Number(peak ?? 0) * KILOBYTE) / MB;
  } catch {
    return 0;
  }
}
