import { and, type Column, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import type { Cursor } from '../../ports/paging.ts';

/** Rows that come after a place of a list, newest first; all where no place is given. */
export function older(at: Column, id: Column, after: Cursor | undefined): SQL | undefined {
  if (after === undefined) return undefined;
  const moment = new Date(after.at);
  return or(lt(at, moment), and(eq(at, moment), lt(id, after.id)));
}

/** Newest first; rows of one moment by their ids, so that a page knows where it ends. */
export const newestFirst = (at: Column, id: Column): [SQL, SQL] => [desc(at), desc(id)];
