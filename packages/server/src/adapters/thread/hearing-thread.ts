import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { failureOf, RingbackError } from '@ringback/core';
import type { ModelService } from '../../models/models-file.ts';
import type { Heard, HeardSoFar, Hearing } from '../../ports/hearing.ts';
import type { HearingAnswer, HearingRequest } from './messages.ts';

interface Waiting {
  resolve(answer: HearingAnswer): void;
  reject(error: Error): void;
  onProgress?: ((share: number) => void) | undefined;
}

/** A thread of its own for hearing; begun with the first question, begun again when it dies. */
export function hearingThread(modelsDir: string, transcription: ModelService | null = null): Hearing {
  const waiting = new Map<string, Waiting>();
  const listeners = new Map<string, (heard: HeardSoFar) => void>();
  let worker: Worker | null = null;

  const lost = (): void => {
    worker = null;
    const error = new RingbackError(
      'hearing-failed',
      'Hearing stopped because of a fault on our side; the sound is kept: try "hear again".',
      {
        kind: 'internal',
      },
    );
    for (const { reject } of waiting.values()) reject(error);
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
  const send = (request: HearingRequest, transfer: ArrayBuffer[] = []): void => {
    if (worker === null) {
      worker = new Worker(workerUrl(), { execArgv: [], workerData: { modelsDir, transcription } });
      worker.on('message', onAnswer);
      worker.on('error', lost);
    }
    worker.postMessage(request, transfer);
  };
  const ask = (request: HearingRequest, transfer: ArrayBuffer[] = [], onProgress?: (share: number) => void): Promise<HearingAnswer> =>
    new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject, onProgress });
      send(request, transfer);
    });

  return {
    async prepare() {
      await ask({ kind: 'prepare', id: randomUUID() });
    },
    live(sampleRate, onHeard) {
      const id = randomUUID();
      listeners.set(id, onHeard);
      send({ kind: 'open', id, sampleRate });
      return {
        push: (samples) => send({ kind: 'samples', id, samples }),
        async finish(recording, name, options) {
          const answer = await ask({ kind: 'finish', id, recording, name, options });
          listeners.delete(id);
          return heardIn(answer);
        },
        drop() {
          listeners.delete(id);
          send({ kind: 'drop', id });
        },
      };
    },
    async hear({ samples, recording, name }, options, onProgress) {
      const request: HearingRequest = { kind: 'hear', id: randomUUID(), samples, recording, name, options };
      return heardIn(await ask(request, [samples.buffer as ArrayBuffer], onProgress));
    },
    async grade(samples, artifacts, options) {
      const request: HearingRequest = { kind: 'grade', id: randomUUID(), samples, artifacts, options };
      return heardIn(await ask(request, [samples.buffer as ArrayBuffer]));
    },
    async speak(text) {
      const answer = await ask({ kind: 'speak', id: randomUUID(), text });
      if (answer.kind !== 'spoken') throw new TypeError(`the hearing thread answered "${answer.kind}" to a text to speak`);
      return answer;
    },
    async judge(artifacts, options) {
      return heardIn(await ask({ kind: 'judge', id: randomUUID(), artifacts, options }));
    },
    async close() {
      await worker?.terminate();
      lost();
    },
  };
}

function heardIn(answer: HearingAnswer): Heard {
  if (answer.kind !== 'reviewed') throw new TypeError(`the hearing thread answered "${answer.kind}" to a question for a review`);
  return { artifacts: answer.artifacts, review: answer.review };
}

/** The worker is compiled code also when this file runs from its source in a test. */
function workerUrl(): URL {
  const here = import.meta.url;
  return new URL('./hearing-worker.js', here.endsWith('.ts') ? here.replace('/src/adapters/', '/dist/adapters/') : here);
}
