/** A voicemail that a telephone system, a mailbox or a folder hands over. */
export interface HandedMessage {
  /** The source's own id: the same message twice has the same one. */
  key: string;
  caller: Caller;
  /** When it was left, ISO 8601; null where the source does not say. */
  at: string | null;
  /** Reads the recording, of any format that is decoded. */
  bytes(): Promise<Uint8Array>;
}

/** Who called, as the source tells it. */
export interface Caller {
  number: string | null;
  name: string | null;
}

/** A caller of whom nothing is told. */
export const UNKNOWN_CALLER: Caller = { number: null, name: null };

/** A request of a source that sends by itself. */
export interface Callback {
  /** The part of the address after the source's own, such as "recording". */
  what: string;
  /** The whole public address that was asked, as the source signed it. */
  url: string;
  headers: Headers;
  /** The fields of the form that was sent. */
  form: ReadonlyMap<string, string>;
}

/** What a source is answered. */
export interface CallbackAnswer {
  status: number;
  /** TwiML where there is any. */
  xml?: string;
}

/** Takes a message in: resolves when it is kept. */
export type TakeIn = (message: HandedMessage) => Promise<void>;

/** A place that messages come from; one file a kind. */
export interface Adapter {
  /** What is wrong with its configuration, a sentence each; none when nothing is. */
  check(): Promise<string[]>;
  /** The messages that lie there, complete; it may give the same ones again and again. */
  lying(): AsyncIterable<HandedMessage>;
  /** Answers a request of the source; null where it never sends. */
  answer: ((callback: Callback, takeIn: TakeIn) => Promise<CallbackAnswer>) | null;
}

/** What a source that never sends answers with. */
export const NEVER_SENDS = { answer: null } as const;
