import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Hearing } from '../../ports/hearing.ts';
import { hearingBy } from '../hearing/hearing-by.ts';
import type { HearingSetup, SentAnswer } from '../hearing/messages.ts';
import type { ModelService } from '../models/models-file.ts';

/** How {@link hearingProcess} works. */
export interface HearingProcessOptions {
  /** The person's own speech service; null where nothing leaves the machine. */
  transcription?: ModelService | null;
  /** The program of the process; default the ear. */
  program?: string;
  /** Bytes of memory after which it is ended between two questions, and begun anew with the next. Default: no bound. */
  memoryBytes?: number;
  /** How far it stands back for others, as the system counts: 0 not at all, 19 most. Default 0. */
  niceness?: number;
}

/** What it hears on takes one core; clearing up memory takes no second one. */
const NODE_OPTIONS = ['--single-threaded-gc'];

/**
 * A process of its own for hearing; begun with the first question, begun again when it dies. No thread: where the speech runtime's native
 * code fails, or is ended at work, it takes its whole process with it.
 */
export function hearingProcess(
  modelsDir: string,
  { transcription = null, program = earProgram(), memoryBytes = Number.POSITIVE_INFINITY, niceness = 0 }: HearingProcessOptions = {},
): Hearing {
  return hearingBy(({ take, lost }) => {
    let child: ChildProcess | null = null;
    let rssBytes = 0;
    const gone = (which: ChildProcess): void => {
      if (which !== child) return;
      child = null;
      lost();
    };
    const begin = (): ChildProcess => {
      const begun = fork(program, { execArgv: NODE_OPTIONS, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      if (niceness > 0 && begun.pid !== undefined) setPriority(begun.pid, niceness);
      begun.on('message', (answer) => {
        ({ rssBytes } = answer as SentAnswer);
        take(answer as SentAnswer);
      });
      // What cannot be started and what is killed ends the same way; a message that finds it gone is lost with it.
      for (const end of ['error', 'exit', 'disconnect'] as const) begun.on(end, () => gone(begun));
      begun.send({ modelsDir, transcription } satisfies HearingSetup, () => {});
      return begun;
    };
    return {
      send(request) {
        child ??= begin();
        child.send(request, () => {});
      },
      end() {
        const ended = child;
        child = null;
        ended?.kill('SIGKILL');
      },
      isTooLarge: () => rssBytes > memoryBytes,
    };
  });
}

/** The program is compiled code also when this file runs from its source in a test. */
function earProgram(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL('./hearing-worker.js', here.endsWith('.ts') ? here.replace('/src/adapters/', '/dist/adapters/') : here));
}
