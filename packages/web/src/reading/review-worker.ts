import { type ReplyGoal, type Review, RingbackError, review, scriptArtifacts } from '@ringback/core';

/** What the worker is asked. */
export interface ReviewQuestion {
  turn: number;
  text: string;
  name: string;
  goal: ReplyGoal;
  pace: number | null;
}

/** What it answers: a review, or the sentence why there is none. */
export type ReviewAnswer = { turn: number; review: Review } | { turn: number; code: string; message: string };

self.onmessage = ({ data: { turn, text, name, goal, pace } }: MessageEvent<ReviewQuestion>) => {
  self.postMessage(answer());

  function answer(): ReviewAnswer {
    try {
      const artifacts = scriptArtifacts(text, { name, ...(pace !== null && { pace }) });
      return { turn, review: review(artifacts, { goal, paceWordsPerMinute: pace }) };
    } catch (error) {
      if (error instanceof RingbackError) return { turn, code: error.code, message: error.message };
      return { turn, code: 'internal', message: 'The script could not be read because of a fault on our side.' };
    }
  }
};
