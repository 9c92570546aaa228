import { RingbackError } from '../documents/failure.ts';
import type { Review, Verdict } from '../documents/review.ts';
import { type ElementScore, elementScores } from './verdict.ts';
import type { ElementId } from './weights.ts';

/** Something on which one message does better than the one ranked after it. */
export interface Difference {
  element: ElementId;
  /** By how much of the whole score. */
  gain: number;
  /** What is found in the better one, and in the other. */
  better: string;
  worse: string;
}

/** One message of a ranking. */
export interface Ranked {
  /** From 1. */
  rank: number;
  /** Place in the list that was given, from 0. */
  index: number;
  name: string;
  decision: Verdict['decision'];
  score: number;
  firstFix: Verdict['firstFix'];
  /** Why it is ahead of the next one, most important first; empty for the last and where nothing tells them apart. */
  ahead: Difference[];
  /** Where the next one does better nevertheless. */
  behind: Difference[];
}

/** Messages ranked, best first. */
export interface Ranking {
  rankingVersion: 1;
  ranking: Ranked[];
}

/** The parts of a review by which messages are compared. */
export type Comparable = Pick<Review, 'source' | 'tips' | 'facts' | 'message' | 'verdict'>;

/** What one take of a message does better than an earlier one, and what worse; most important first, empty where nothing that counts changed. */
export interface Change {
  gained: Difference[];
  lost: Difference[];
}

/** Differences smaller than this share of the whole are not worth a word. */
const SMALLEST_GAIN = 0.005;

/** Ranks reviewed scripts or takes, best first, and says tip by tip what decided. Equal ones keep the shorter first. Throws `nothing-to-compare` for none. */
export function compareReviews(reviews: readonly Comparable[]): Ranking {
  if (reviews.length === 0)
    throw new RingbackError('nothing-to-compare', 'There is nothing to compare: give at least one script or recording.');
  const order = reviews
    .map((review, index) => ({ review, index, elements: elementScores(review) }))
    .sort((a, b) => b.review.verdict.score - a.review.verdict.score || a.review.source.durationSec - b.review.source.durationSec);
  return {
    rankingVersion: 1,
    ranking: order.map(({ review, index, elements }, position) => {
      const next = order[position + 1];
      return {
        rank: position + 1,
        index,
        name: review.source.name,
        decision: review.verdict.decision,
        score: review.verdict.score,
        firstFix: review.verdict.firstFix,
        ahead: next === undefined ? [] : differences(elements, next.elements),
        behind: next === undefined ? [] : differences(next.elements, elements),
      };
    }),
  };
}

/** What changed from one take to a later one. In `lost`, `better` is what the earlier one had. */
export function changeBetween(earlier: Comparable, later: Comparable): Change {
  const [before, after] = [earlier, later].map(elementScores);
  return { gained: differences(after ?? [], before ?? []), lost: differences(before ?? [], after ?? []) };
}

function differences(mine: readonly ElementScore[], theirs: readonly ElementScore[]): Difference[] {
  const other = new Map(theirs.map((element) => [element.id, element]));
  return mine
    .flatMap((element) => {
      const worse = other.get(element.id);
      if (worse === undefined) return [];
      const gain = element.weight * (element.score - worse.score);
      return gain < SMALLEST_GAIN ? [] : [{ element: element.id, gain, better: element.says, worse: worse.says }];
    })
    .sort((a, b) => b.gain - a.gain);
}
