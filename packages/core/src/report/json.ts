import type { Review } from '../documents/review.ts';

/** The review as JSON, two blanks deep, with a line end; NaN never occurs in it. */
export function renderJson(review: Review): string {
  return `${JSON.stringify(review, null, 2)}\n`;
}
