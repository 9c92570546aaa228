import type { Recogniser, SpeechDetector } from '@ringback/speech';

/** What listens to a recording. */
export interface Ears {
  recogniser: Recogniser;
  detector: SpeechDetector;
}

/** Ears that open with the first recording: a script needs neither the runtime nor the models. */
export interface EarsOnDemand {
  open(): Promise<Ears>;
  close(): Promise<void>;
}

/** Opens the recogniser and the speech detector with the models of a folder. Throws "no-model". */
export async function openEars(modelsDir: string): Promise<Ears> {
  const { createMoonshine, createSpeechDetector } = await import('@ringback/speech/node');
  const [recogniser, detector] = await Promise.all([createMoonshine({ modelsDir }), createSpeechDetector({ modelsDir })]);
  return { recogniser, detector };
}

/** Ears for many recordings, opened once. @param prepare What comes before, such as fetching the models. */
export function earsOnDemand(modelsDir: () => Promise<string>, prepare: () => Promise<void> = async () => {}): EarsOnDemand {
  let opened: Promise<Ears> | undefined;
  return {
    open() {
      opened ??= prepare().then(async () => openEars(await modelsDir()));
      return opened;
    },
    async close() {
      const ears = await opened;
      await Promise.all([ears?.recogniser.close(), ears?.detector.close()]);
    },
  };
}
