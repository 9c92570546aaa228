/** A message of a source, by the source's own id. */
export interface ReceivedKey {
  owner: string;
  /** Name of the source in intake.json. */
  source: string;
  key: string;
}

/** Which messages were taken in: the same one twice is one take, also after that take was deleted. */
export interface ReceivedStore {
  has(message: ReceivedKey): Promise<boolean>;
  add(message: ReceivedKey): Promise<void>;
}
