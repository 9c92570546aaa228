import type { Review } from '../documents/review.ts';
import { toJson } from '../documents/saved.ts';

/** The review as JSON, two blanks deep, with a line end; NaN never occurs in it. */
export function renderJson(review: Review): string {
  return toJson(review, 2);
}
