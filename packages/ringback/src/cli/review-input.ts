import type { Artifacts, Reader, ReviewSettings } from '@ringback/core';
import type { ExpectedSpeech, RawFormat } from '@ringback/speech';
import type { Input } from '../files/input.ts';
import { loadReader } from '../use/reader.ts';
import { reviewMessage } from '../use/review-message.ts';
import type { Reviewed } from '../use/review-recording.ts';
import { bar, type Console, progressLine } from './console.ts';
import { earsOf } from './ears.ts';

/** Gathers and judges what a command was given, one after the other, with one recogniser for all. */
export interface InputReviewer {
  /** `expected`: what a recording was to say, as it would be said, or what may come up in it. */
  review(input: Input, settings: ReviewSettings, expected?: ExpectedSpeech): Promise<Reviewed>;
  close(): Promise<void>;
}

/**
 * Opens a reviewer; the recogniser opens with the first recording, fetching its model when it is not here yet.
 * @param raw What recordings without a header are.
 */
export function openInputReviewer(console: Console, raw?: RawFormat): InputReviewer {
  let reader: Promise<Reader> | undefined;
  const ears = earsOf(console);
  const hear = async (input: Extract<Input, { kind: 'recording' }>, expected: ExpectedSpeech): Promise<Artifacts> => {
    const opened = await ears.open();
    const { gatherRecording } = await import('../use/gather.ts');
    const line = progressLine(console);
    try {
      const onProgress = (share: number) => line.update(`listening to ${input.name} ${bar(share)}`);
      const how = {
        name: input.name,
        ...opened,
        signal: console.signal,
        onProgress,
        ...(raw && { raw }),
        expected,
      };
      return (await gatherRecording(input.bytes, how)).artifacts;
    } finally {
      line.clear();
    }
  };
  return {
    async review(input, settings, expected = {}) {
      reader ??= loadReader();
      return reviewMessage(input, (recording) => hear(recording, expected), { ...settings, reader: await reader }, expected.script ?? null);
    },
    close: () => ears.close(),
  };
}
