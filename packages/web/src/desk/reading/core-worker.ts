import {
  composeScripts,
  draftOfPlan,
  missingParts,
  openReader,
  parseBrief,
  planNotes,
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
    const paced = question.pace === null ? {} : { pace: question.pace };
    if (question.kind === 'review') {
      return { kind: 'review', turn, review: review(scriptArtifacts(question.text, { name: 'script', ...paced }), { reader }) };
    }
    if (question.kind === 'rewrite') {
      const own = question.pace === null ? {} : { paceWordsPerMinute: question.pace };
      const { rewrites, needs } = proposeRewrites(question.text, { review: { reader, ...own } });
      return { kind: 'rewrites', turn, rewrites, needs };
    }
    return composed(question, paced, reader);
  } catch (error) {
    if (error instanceof RingbackError) return { kind: 'refusal', turn, message: error.message };
    return { kind: 'refusal', turn, message: 'This could not be read because of a fault on our side.' };
  }
}

function composed({ turn, plan, seed }: Extract<CoreQuestion, { kind: 'compose' }>, paced: { pace?: number }, reader: Reader): CoreAnswer {
  const draft = draftOfPlan(plan);
  const missing = missingParts(draft);
  const composition = missing.some(({ needed }) => needed) ? null : composeScripts(parseBrief(draft), { reader, seed, ...paced });
  return { kind: 'composition', turn, notes: planNotes(plan, composition), missing, composition };
}
