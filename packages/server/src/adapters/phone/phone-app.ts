import { RingbackError } from '@ringback/core';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { safeHeaders } from '../../http/guard.ts';
import { pageRoutes } from '../../http/page.ts';
import { problemOf } from '../../http/problem.ts';

/** Bytes of one take: five minutes at 48 kHz. House rule. */
const LARGEST_TAKE = 30_000_000;

/** All that a phone can reach: the page that records, and where its take goes. */
export function phoneApp(pageDir: string, keep: (bytes: Uint8Array) => Promise<void>): Hono {
  const app = new Hono();
  app.onError(problemOf);
  app.use(safeHeaders({ secure: false }));
  const page = pageRoutes(pageDir, 'phone.html');
  for (const path of ['/', '/assets/:name', '/icon.svg']) app.get(path, ({ req }) => page.fetch(req.raw));
  const onError = () => {
    throw new RingbackError('too-big', 'This take is longer than a phone can send: record a shorter one.');
  };
  app.put('/take', bodyLimit({ maxSize: LARGEST_TAKE, onError }), async (context) => {
    await keep(new Uint8Array(await context.req.arrayBuffer()));
    return context.body(null, 204);
  });
  return app;
}
