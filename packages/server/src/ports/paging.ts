/** Where a page begins: after the row of this moment (ISO 8601) and id, newest first. */
export interface Cursor {
  at: string;
  id: string;
}

/** A part of a list. */
export interface Page {
  limit: number;
  after?: Cursor;
}
