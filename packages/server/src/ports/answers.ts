/** An answer that was given. */
export interface KeptAnswer {
  status: number;
  /** Its content type. */
  type: string;
  body: string;
}

/** A request that is to be done once, whoever sends it how often. */
export interface OnceKey {
  owner: string;
  key: string;
}

/** Answers to requests that are to be done once, for a day. */
export interface AnswerStore {
  /** @param once `request` tells this request from others with its key. Null when it is to be done now; else its answer, or why there is none. */
  begin(once: OnceKey & { request: string }): Promise<KeptAnswer | 'doing' | 'other' | null>;
  keep(once: OnceKey, answer: KeptAnswer): Promise<void>;
  forget(once: OnceKey): Promise<void>;
}
