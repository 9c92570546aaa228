import {
  type BriefDraft,
  composeScripts,
  missingParts,
  openReader,
  parseBrief,
  proposeRewrites,
  type Reader,
  RingbackError,
  review,
  scriptArtifacts,
} from '@ringback/core';
import weightsUrl from '@ringback/core/reader.bin?url';
import type { CoreAnswer, CoreQuestion } from './core-messages.ts';

let opening: Promise<Reader> | undefined;

self.onmessage = async ({ data }: MessageEvent<CoreQuestion>) => {
  opening ??= fetchReader();
  try {
    self.postMessage(answerTo(data, await opening));
  } catch {
    opening = undefined;
    self.postMessage({
      kind: 'refusal',
      turn: data.turn,
      message: 'The reader could not be loaded: is the server still running? Type on to try again.',
    });
  }
};

/** The trained reader, from the same server as the page. */
async function fetchReader(): Promise<Reader> {
  const answer = await fetch(weightsUrl);
  if (!answer.ok) throw new Error(`weights: ${answer.status}`);
  return openReader(new Uint8Array(await answer.arrayBuffer()));
}

function answerTo(question: CoreQuestion, reader: Reader): CoreAnswer {
  const { turn } = question;
  try {
    if (question.kind === 'review') return { kind: 'review', turn, review: reviewed(question.text, reader) };
    if (question.kind === 'rewrite') {
      const { rewrites, needs } = proposeRewrites(question.text, { review: { reader } });
      return { kind: 'rewrites', turn, rewrites, needs };
    }
    return composed(turn, question.draft, question.seed, reader);
  } catch (error) {
    if (error instanceof RingbackError) return { kind: 'refusal', turn, message: error.message };
    return { kind: 'refusal', turn, message: 'This could not be read because of a fault on our side.' };
  }
}

const reviewed = (text: string, reader: Reader) => review(scriptArtifacts(text, { name: 'script' }), { reader });

function composed(turn: number, draft: BriefDraft, seed: number, reader: Reader): CoreAnswer {
  const missing = missingParts(draft);
  if (missing.some(({ needed }) => needed)) return { kind: 'composition', turn, missing, composition: null };
  return { kind: 'composition', turn, missing, composition: composeScripts(parseBrief(draft), { reader, seed }) };
}
