import { type Artifacts, type Reader, type Review, type ReviewSettings, review, waiversInText } from '@ringback/core';
import type { Recogniser, SpeechDetector } from '@ringback/speech';
import { loadArtifacts } from '../artifact-folder.ts';
import type { Input } from '../input.ts';
import { loadReader } from '../reader.ts';
import { reviewScript } from '../review-script.ts';
import { bar, type Console, progressLine } from './console.ts';
import { pullWithProgress } from './model-fetch.ts';

/** Gathers and judges what a command was given, one after the other, with one recogniser for all. */
export interface InputReviewer {
  /** `script`: what a recording was to say, as it would be said; null where nobody knows. */
  review(input: Input, settings: ReviewSettings, script?: string | null): Promise<{ review: Review; artifacts: Artifacts }>;
  close(): Promise<void>;
}

/** The models a recording needs. */
interface Ears {
  recogniser: Recogniser;
  detector: SpeechDetector;
}

/** Opens a reviewer; the recogniser opens with the first recording, fetching its model when it is not here yet. */
export function openInputReviewer(console: Console): InputReviewer {
  let opened: Promise<Ears> | undefined;
  let reader: Promise<Reader> | undefined;
  // Loaded with the first recording only: a script needs neither the recognition runtime nor the decoders.
  const openEars = async (): Promise<Ears> => {
    await pullWithProgress(console);
    const { createMoonshine, createSpeechDetector, modelsFolder } = await import('@ringback/speech/node');
    const modelsDir = modelsFolder(console.env);
    const [recogniser, detector] = await Promise.all([createMoonshine({ modelsDir }), createSpeechDetector({ modelsDir })]);
    return { recogniser, detector };
  };
  const hear = async (input: Extract<Input, { kind: 'recording' }>, script: string | null): Promise<Artifacts> => {
    opened ??= openEars();
    const ears = await opened;
    const { gatherRecording } = await import('../gather.ts');
    const line = progressLine(console);
    try {
      const onProgress = (share: number) => line.update(`listening to ${input.name} ${bar(share)}`);
      const how = { name: input.name, ...ears, signal: console.signal, onProgress, ...(script !== null && { expected: { script } }) };
      return (await gatherRecording(input.bytes, how)).artifacts;
    } finally {
      line.clear();
    }
  };
  return {
    async review(input, settings, script = null) {
      reader ??= loadReader();
      const options = { ...settings, reader: await reader };
      if (input.kind === 'script') {
        const waivers = [...(options.waivers ?? []), ...waiversInText(input.text)];
        return reviewScript(input.text, { name: input.name, review: { ...options, waivers } });
      }
      const gathered = input.kind === 'artifacts' ? await loadArtifacts(input.folder) : await hear(input, script);
      const artifacts = script === null ? gathered : { ...gathered, script };
      return { review: review(artifacts, options), artifacts };
    },
    async close() {
      const ears = await opened;
      await Promise.all([ears?.recogniser.close(), ears?.detector.close()]);
    },
  };
}
