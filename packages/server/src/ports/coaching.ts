import { RingbackError, type TipId, type TipWeeks } from '@ringback/core';

/** What is said of a moment of a take. */
export interface Comment {
  id: string;
  takeId: string;
  /** Who wrote it; the name is empty for who is alone. */
  author: { id: string; name: string };
  /** Seconds from the start of the take; null for the take as a whole. */
  atSec: number | null;
  /** The comment that it answers. */
  answers: string | null;
  text: string;
  /** ISO 8601, both. */
  createdAt: string;
  updatedAt: string;
}

/** A comment to keep. */
export type NewComment = Pick<Comment, 'id' | 'takeId' | 'atSec' | 'answers' | 'text'>;

/** Keeps comments; who may read and write which is for the caller to know. They go with their take, and with who wrote them. */
export interface CommentStore {
  /** Of one take, oldest first. */
  of(takeId: string): Promise<Comment[]>;
  /** On takes of a person, newest first, with the take's name. */
  about(personId: string, limit: number): Promise<(Comment & { takeName: string })[]>;
  /** Written by a person on takes of others, oldest first. */
  byOnOthers(personId: string): Promise<Comment[]>;
  /** Keeps a comment or changes its words: the moment and what it answers stay. Throws where the id or the take is not to be had, or what it answers is not on this take. */
  save(comment: NewComment, author: string): Promise<Comment>;
  /** Deletes what the author wrote on this take; answers to it stay. False where there is none. */
  remove(comment: Pick<Comment, 'id' | 'takeId'>, author: string): Promise<boolean>;
}

/** How the takes of one person went. */
export interface PersonProgress {
  takes: number;
  reviewed: number;
  /** ISO 8601; null where there is none. */
  lastTakeAt: string | null;
}

/** The newest reviewed takes of a person, newest first. */
export interface RecentTake {
  takeId: string;
  name: string;
  /** What its verdict said to mend first. */
  tip: TipId | null;
}

/** What a tip found in a take, to show. */
export interface ShownFinding {
  message: string;
  fix: string;
  /** Seconds; absent where it has no place in the sound. */
  start?: number | undefined;
}

/** Reads how people get on, from what was judged already. Ids are of people; null reads of everyone. */
export interface ProgressReader {
  counts(personId: string | null): Promise<Map<string, PersonProgress>>;
  /** @param weeks Mondays (UTC), oldest first; each week lasts until the next. */
  tipWeeks(personId: string | null, weeks: readonly string[]): Promise<Map<string, TipWeeks[]>>;
  recent(personId: string | null, each: number): Promise<Map<string, RecentTake[]>>;
  /** The first thing that a tip found in each of the takes; none where it found nothing. */
  findings(of: readonly { takeId: string; tip: TipId }[]): Promise<Map<string, ShownFinding>>;
}

/** The failure of a comment that is not there, or not this person's. */
export const noSuchComment = (): RingbackError =>
  new RingbackError('no-such-comment', 'There is no such comment of yours on this take; it may have been deleted.');
