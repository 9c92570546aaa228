import type { Reader } from '@ringback/core';
import type { Access } from '../cli/access.ts';
import type { RecordingReviewer } from './recordings.ts';
import type { ReviewShelf } from './review-shelf.ts';

/** What the tools work with. */
export interface McpDesk {
  reader(): Promise<Reader>;
  recordings: RecordingReviewer;
  shelf: ReviewShelf;
  /** Opens the log for one piece of work: a client may stay connected all day, and others want the log too. */
  withLog<T>(work: (log: Access) => Promise<T>): Promise<T>;
  now(): Date;
}
