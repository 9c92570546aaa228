import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { failureOf, RingbackError } from '@ringback/core';
import type { ModelService } from '../../models/models-file.ts';
import type { Heard, HeardSoFar, Hearing } from '../../ports/hearing.ts';
import type { HearingAnswer, HearingRequest, HearingSetup } from './messages.ts';

interface Waiting {
  resolve(answer: HearingAnswer): void;
  reject(error: Error): void;
  onProgress?: ((share: number) => void) | undefined;
}

/** How {@link hearingProcess} works. */
export interface HearingProcessOptions {
  /** The person's own speech service; null where nothing leaves the machine. */
  transcription?: ModelService | null;
  /** The program of the process; default the ear. */
  program?: string;
}

/** A question after {@link Hearing.close}, or one whose process ended. */
const lostHearing = (): RingbackError =>
  new RingbackError('hearing-lost', 'Hearing ended before it was done; the sound is kept: try "hear again".', { kind: 'internal' });

/**
 * A process of its own for hearing; begun with the first question, begun again when it dies. No thread: where the speech runtime's native
 * code fails, or is ended at work, it takes its whole process with it.
 */
export function hearingProcess(modelsDir: string, { transcription = null, program = earProgram() }: HearingProcessOptions = {}): Hearing {
  const waiting = new Map<string, Waiting>();
  const listeners = new Map<string, (heard: HeardSoFar) => void>();
  let child: ChildProcess | null = null;
  let isClosed = false;

  const lost = (gone: ChildProcess | null): void => {
    if (gone !== child) return;
    child = null;
    for (const { reject } of waiting.values()) reject(lostHearing());
    waiting.clear();
    listeners.clear();
  };
  const onAnswer = (answer: HearingAnswer): void => {
    if (answer.kind === 'heard') {
      listeners.get(answer.id)?.(answer);
      return;
    }
    const asked = waiting.get(answer.id);
    if (answer.kind === 'progress') {
      asked?.onProgress?.(answer.share);
      return;
    }
    waiting.delete(answer.id);
    if (answer.kind === 'failed') asked?.reject(failureOf(answer.failure));
    else asked?.resolve(answer);
  };
  const begin = (): ChildProcess => {
    const begun = fork(program, { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    begun.on('message', (answer) => onAnswer(answer as HearingAnswer));
    // What cannot be started and what is killed ends the same way; a message that finds it gone is lost with it.
    for (const end of ['error', 'exit', 'disconnect'] as const) begun.on(end, () => lost(begun));
    begun.send({ modelsDir, transcription } satisfies HearingSetup, () => {});
    return begun;
  };
  const send = (request: HearingRequest): void => {
    child ??= begin();
    child.send(request, () => {});
  };
  const ask = (request: HearingRequest, onProgress?: (share: number) => void): Promise<HearingAnswer> =>
    new Promise((resolve, reject) => {
      if (isClosed) throw lostHearing();
      waiting.set(request.id, { resolve, reject, onProgress });
      send(request);
    });

  return {
    async prepare() {
      await ask({ kind: 'prepare', id: randomUUID() });
    },
    live({ sampleRate, script }, onHeard) {
      const id = randomUUID();
      listeners.set(id, onHeard);
      send({ kind: 'open', id, sampleRate, script });
      return {
        push(samples) {
          if (listeners.has(id)) send({ kind: 'samples', id, samples });
        },
        async finish(recording, name, options) {
          // Another process knows nothing of what this one heard.
          if (!listeners.has(id)) throw lostHearing();
          const answer = await ask({ kind: 'finish', id, recording, name, options });
          listeners.delete(id);
          return heardIn(answer);
        },
        drop() {
          if (listeners.delete(id)) send({ kind: 'drop', id });
        },
      };
    },
    async hear({ samples, recording, name, script }, options, onProgress) {
      const request: HearingRequest = { kind: 'hear', id: randomUUID(), samples, recording, name, script, options };
      return heardIn(await ask(request, onProgress));
    },
    async grade(samples, artifacts, options) {
      const request: HearingRequest = { kind: 'grade', id: randomUUID(), samples, artifacts, options };
      return heardIn(await ask(request));
    },
    async speak(text) {
      const answer = await ask({ kind: 'speak', id: randomUUID(), text });
      if (answer.kind !== 'spoken') throw new TypeError(`the hearing process answered "${answer.kind}" to a text to speak`);
      return answer;
    },
    async judge(artifacts, options) {
      return heardIn(await ask({ kind: 'judge', id: randomUUID(), artifacts, options }));
    },
    async close() {
      isClosed = true;
      const gone = child;
      gone?.kill('SIGKILL');
      lost(gone);
    },
  };
}

function heardIn(answer: HearingAnswer): Heard {
  if (answer.kind !== 'reviewed') throw new TypeError(`the hearing process answered "${answer.kind}" to a question for a review`);
  return { artifacts: answer.artifacts, review: answer.review };
}

/** The program is compiled code also when this file runs from its source in a test. */
function earProgram(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL('./hearing-worker.js', here.endsWith('.ts') ? here.replace('/src/adapters/', '/dist/adapters/') : here));
}
