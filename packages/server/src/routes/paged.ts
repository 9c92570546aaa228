import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Cursor, Page } from '../ports/paging.ts';

/** Rows of one page, and as many where nothing is said. House rule. */
const MOST_ROWS = 500;

/** The parts of a query that page through a list; the next page's address stands in the header `Link` (RFC 8288). */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS),
  after: z
    .string()
    .regex(/^[\d.:TZ-]+_[0-9a-f-]{36}$/)
    .refine((after) => !Number.isNaN(Date.parse(after.split('_')[0] ?? '')), { message: 'is no place of a list' })
    .optional()
    .openapi({ description: 'As in `Link` of the page before.' }),
});

/** The page that a query asks for: one row more than it holds, which tells whether another follows. */
export function pageOf({ limit, after }: z.output<typeof pageQuery>): Page {
  const [at, id] = after?.split('_') ?? [];
  return { limit: limit + 1, ...(at !== undefined && id !== undefined && { after: { at, id } }) };
}

/** The rows of a page, its next one named in `Link`. */
export function linked<Row>(context: Context, rows: readonly Row[], { limit }: Page, cursorOf: (row: Row) => Cursor): Row[] {
  const page = rows.slice(0, limit - 1);
  const last = page.at(-1);
  if (rows.length < limit || last === undefined) return page;
  const url = new URL(context.req.url);
  const { at, id } = cursorOf(last);
  url.searchParams.set('after', `${at}_${id}`);
  context.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  return page;
}
