import { type Artifacts, type FailureNote, noteOf, RingbackError, toPlain } from '@ringback/core';
import type { RawFormat } from '@ringback/speech';
import { workerData } from 'piscina';
import { readInput } from '../../files/input.ts';
import { openEars } from '../ears.ts';
import { gatherRecording } from '../gather.ts';

/** What the worker is asked: a file, what it is without a header, names that may come up in it. */
export interface Task {
  file: string;
  raw: RawFormat | undefined;
  terms: readonly string[] | undefined;
}

/** What the worker answers: errors do not cross threads with their code, so they travel as data. */
export type Heard = { artifacts: Artifacts } | { failure: FailureNote };

async function open(): Promise<(task: Task) => Promise<Heard>> {
  const { modelsDir } = workerData as { modelsDir: string };
  const ears = await openEars(modelsDir);
  return async ({ file, raw, terms = [] }) => {
    try {
      const input = await readInput(file, process.stdin, 'recording');
      if (input.kind !== 'recording') throw new RingbackError('not-audio', 'This is no recording.');
      const { artifacts } = await gatherRecording(input.bytes, { name: input.name, ...ears, ...(raw && { raw }), expected: { terms } });
      return { artifacts: toPlain(artifacts) };
    } catch (error) {
      return { failure: noteOf(error, { code: 'internal', message: 'Something broke on our side while hearing this item.' }) };
    }
  };
}

/** Piscina waits for the promise: each worker opens its recogniser once and hears many recordings with it. */
export default open();
