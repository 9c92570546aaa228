import { type Call, type CallFacts, RingbackError } from '@ringback/core';

/** Where a page of the log begins: after this call. */
export interface CallCursor {
  leftAt: string;
  id: string;
}

/** Keeps the log of one owner. */
export interface CallStore {
  /** Newest first. */
  page(limit: number, after?: CallCursor): Promise<Call[]>;
  /** The whole log, oldest first. */
  all(): Promise<Call[]>;
  /** What was left at this moment or later, oldest first. */
  since(moment: Date): Promise<Call[]>;
  count(): Promise<number>;
  /** What the statistics read of every call. */
  facts(): Promise<CallFacts[]>;
  find(id: string): Promise<Call | null>;
  /** Calls whose id begins so, at most two: enough to know that it is not one. */
  startingWith(prefix: string): Promise<Call[]>;
  /** Adds calls that are not there yet, all or none, and says how many those were. */
  add(added: readonly Call[]): Promise<number>;
  /**
   * Puts a changed call in the place of the one it was made from.
   * @throws RingbackError "no-such-call" where it is gone.
   */
  replace(call: Call): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Changes with every write, by whichever process: what was worked out before holds while this is the same. */
  revision(): Promise<number>;
}

/** The failure of a call that is not there. */
export const noSuchCall = (): RingbackError =>
  new RingbackError('no-such-call', 'There is no such call in the log: "ringback log list" shows the ids.');
