import type { Review, Verdict } from '../documents/review.ts';
import type { Style } from './terminal-line.ts';

/** How each decision is told, after "This message". */
export const DECISION_WORDS: Readonly<Record<Verdict['decision'], { words: string; style: Style }>> = {
  return: { words: 'reads like one that gets returned', style: 'good' },
  'toss-up': { words: 'could go either way', style: 'warn' },
  delete: { words: 'reads like one that gets deleted', style: 'bad' },
};

/** Whether a message asks for no reply: then none can be promised. */
export const asksNoReply = ({ tips }: Pick<Review, 'tips'>): boolean =>
  tips.some(({ id, status }) => id === 'goal' && status === 'notApplicable');

/** How a review's decision is told. */
export function decisionTold(review: Pick<Review, 'tips' | 'verdict'>): { words: string; style: Style } {
  const told = DECISION_WORDS[review.verdict.decision];
  return review.verdict.decision === 'return' && asksNoReply(review)
    ? { ...told, words: 'says what it must, and asks for no reply' }
    : told;
}
