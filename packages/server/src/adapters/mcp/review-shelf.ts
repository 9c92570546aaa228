import { randomUUID } from 'node:crypto';
import { firstFinding, type Review } from '@ringback/core';
import type { Comparison } from 'ringback';

/** Reviews that are kept to be read in whole; the oldest goes first. House rule. */
const MOST_REVIEWS = 50;

/** Reviews made for a client, in memory only. */
export class ReviewShelf {
  readonly #reviews = new Map<string, Review>();

  /** Keeps a review and answers its id. */
  keep(review: Review): string {
    const id = randomUUID();
    this.#reviews.set(id, review);
    const [oldest] = this.#reviews.keys();
    if (this.#reviews.size > MOST_REVIEWS && oldest !== undefined) this.#reviews.delete(oldest);
    return id;
  }

  find(id: string): Review | undefined {
    return this.#reviews.get(id);
  }

  ids(): string[] {
    return [...this.#reviews.keys()];
  }
}

/** The address of a review. */
export const reviewUri = (id: string): string => `ringback://reviews/${id}`;

/** What matters of a review, small: the verdict, each tip with the first thing to mend, and what was understood. */
export function reviewInBrief(review: Review): Record<string, unknown> {
  const { source, verdict, tips, message, facts } = review;
  const next = firstFinding(review);
  return {
    source,
    verdict,
    mendFirst: next === undefined ? null : { message: next.message, evidence: next.evidence, fix: next.fix },
    tips: tips.map(({ id, status, score, headline, findings }) => {
      const mend = findings.find(({ good, waived }) => !good && waived === undefined);
      return { id, status, score, headline, ...(mend && { evidence: mend.evidence, fix: mend.fix }) };
    }),
    facts,
    people: message.people,
    phoneNumbers: message.phoneNumbers.map(({ e164, digits }) => ({ e164, digits })),
    emails: message.emails.map(({ address }) => address),
  };
}

/** Messages ranked, best first, each with what decided. */
export function rankingInBrief(names: readonly string[], { reviews, ranking: { ranking } }: Comparison): Record<string, unknown> {
  return {
    ranking: ranking.map(({ index, rank, ahead, behind }) => ({
      rank,
      name: names[index],
      decision: reviews[index]?.verdict.decision,
      score: reviews[index]?.verdict.score,
      ahead,
      behind,
    })),
  };
}
