/** Bytes out of a blob. */
export interface BlobPart {
  bytes: Uint8Array;
  /** Bytes of the whole blob. */
  size: number;
}

/** A blob that grows. */
export interface GrowingBlob {
  /** Bytes that are kept. */
  readonly size: number;
  /** Adds bytes at the end; resolves when they are kept. */
  append(bytes: Uint8Array): Promise<void>;
  /** Ends it. @param head Takes the place of as many first bytes. */
  close(head: Uint8Array): Promise<void>;
}

/** Keeps bytes by name: a folder, or an object store. Nobody outside learns where they are. */
export interface BlobStore {
  /** Puts a blob in the place of what was there. */
  write(key: string, parts: readonly Uint8Array[]): Promise<void>;
  /** Bytes `from` to `to`, both counted in, as far as there are any. Null when there is no such blob. */
  read(key: string, from?: number, to?: number): Promise<BlobPart | null>;
  /** Goes on after the last whole unit of `unit` bytes that stands beyond a head as long as `head`; a blob that is not there begins with it. */
  grow(key: string, head: Uint8Array, unit: number): Promise<GrowingBlob>;
  /** Gives a blob another name, whole and at once, in the place of what was there. Throws when there is no such blob. */
  rename(key: string, to: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** The names that end so, in no order. */
  list(ending: string): Promise<string[]>;
}
