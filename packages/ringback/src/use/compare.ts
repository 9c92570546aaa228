import { compareReviews, type Ranking, type Review } from '@ringback/core';

/** Messages held against each other. */
export interface Comparison {
  /** In the order of the messages. */
  reviews: Review[];
  ranking: Ranking;
}

/** Reviews messages one after the other and ranks them, best first, with what decided. */
export async function compareMessages<Message>(
  messages: readonly Message[],
  reviewOne: (message: Message) => Promise<Review>,
): Promise<Comparison> {
  const reviews: Review[] = [];
  for (const message of messages) reviews.push(await reviewOne(message));
  return { reviews, ranking: compareReviews(reviews) };
}
