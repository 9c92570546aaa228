import type { Review } from '../documents/review.ts';
import { elementScores } from '../verdict/verdict.ts';
import type { MessageRead } from './call.ts';

/** A reader's chance from which on a tie counts as said. House rule, as the verdict's. */
const SURE_TIE = 0.6;

/** What a call keeps of the review of its message: no words, names or numbers. */
export function messageReadOf(review: Pick<Review, 'verdict' | 'source' | 'tips' | 'facts' | 'message'>): MessageRead {
  const { verdict, source, tips, message } = review;
  const ties = message.moves.flatMap((move) =>
    move.kind === 'bridge' && move.confidence >= SURE_TIE && move.tie !== 'false-tie' ? [move.tie] : [],
  );
  return {
    decision: verdict.decision,
    score: verdict.score,
    durationSec: source.durationSec,
    tips: Object.fromEntries(tips.map(({ id, status }) => [id, status])),
    bridge: ties[0] ?? null,
    elements: Object.fromEntries(elementScores(review).map(({ id, score }) => [id, score])),
  };
}
