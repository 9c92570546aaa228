import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Recogniser, SpeechDetector } from '@ringback/speech';
import { createMoonshine, createSpeechDetector } from '@ringback/speech/node';

/** The ears that measure: for each speaker one whose digit head never heard that speaker, where there is one. */
export interface Ears {
  detector: SpeechDetector;
  recogniserFor(speaker: string): Promise<Recogniser>;
  close(): Promise<void>;
}

/** Opens ears with the heads of a folder as `npm run train:digits -- --folds` leaves it (folds.json: `[{speaker, file}]`); without one, the product's own. */
export async function earsOf(folds: string | undefined): Promise<Ears> {
  const listed =
    folds === undefined ? [] : (JSON.parse(await readFile(join(folds, 'folds.json'), 'utf8')) as { speaker: string; file: string }[]);
  const open = new Map<string, Promise<Recogniser>>();
  const detector = await createSpeechDetector();
  return {
    detector,
    recogniserFor(speaker) {
      const file = listed.find((fold) => fold.speaker === speaker)?.file;
      if (folds !== undefined && file === undefined) throw new Error(`No head without ${speaker} in the folder of folds.`);
      const key = file ?? '';
      const known = open.get(key) ?? createMoonshine(file === undefined ? {} : { digitHead: resolve(folds ?? '', file) });
      open.set(key, known);
      return known;
    },
    async close() {
      for (const recogniser of open.values()) await (await recogniser).close();
      await detector.close();
    },
  };
}
