import {
  type BriefDraft,
  composeScripts,
  missingParts,
  parseBrief,
  proposeRewrites,
  type ReplyGoal,
  RingbackError,
  review,
  scriptArtifacts,
} from '@ringback/core';
import type { CoreAnswer, CoreQuestion } from './core-messages.ts';

self.onmessage = ({ data }: MessageEvent<CoreQuestion>) => {
  self.postMessage(answerTo(data));
};

function answerTo(question: CoreQuestion): CoreAnswer {
  const { turn } = question;
  try {
    if (question.kind === 'review') return { kind: 'review', turn, review: reviewed(question.text, 'either', null) };
    if (question.kind === 'rewrite') {
      const { rewrites, needs } = proposeRewrites(question.text);
      return { kind: 'rewrites', turn, rewrites, needs };
    }
    return composed(turn, question.draft, question.seed);
  } catch (error) {
    if (error instanceof RingbackError) return { kind: 'refusal', turn, message: error.message };
    return { kind: 'refusal', turn, message: 'This could not be read because of a fault on our side.' };
  }
}

function reviewed(text: string, goal: ReplyGoal, pace: number | null) {
  const artifacts = scriptArtifacts(text, { name: 'script', ...(pace !== null && { pace }) });
  return review(artifacts, { goal, paceWordsPerMinute: pace });
}

function composed(turn: number, draft: BriefDraft, seed: number): CoreAnswer {
  const missing = missingParts(draft);
  if (missing.some(({ needed }) => needed)) return { kind: 'composition', turn, missing, composition: null };
  return { kind: 'composition', turn, missing, composition: composeScripts(parseBrief(draft), { seed }) };
}
