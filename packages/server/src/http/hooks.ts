import { RingbackError } from '@ringback/core';
import { Hono } from 'hono';
import type { OpenSource } from '../live/intake-desk.ts';
import { type BodyBounds, bodyBounds } from './body-bounds.ts';
import { problemOf } from './problem.ts';

/** `/hooks/<source>/<what>`: where sources that send by themselves are answered. They show no token; what they send is signed. */
export function hookRoutes(sources: readonly OpenSource[], origin: string, bounds: BodyBounds): Hono {
  const app = new Hono();
  app.onError(problemOf);
  app.post('/hooks/:name/:what', bodyBounds(bounds), async (context) => {
    const { name, what } = context.req.param();
    const source = sources.find((one) => one.name === name);
    if (!source?.adapter.answer) throw new RingbackError('no-such-page', 'No source of this name is sent to.');
    const { pathname, search } = new URL(context.req.url);
    const form = new Map(new URLSearchParams(await context.req.text()));
    const callback = { what, url: `${origin}${pathname}${search}`, headers: context.req.raw.headers, form };
    const { status, xml } = await source.adapter.answer(callback, source.takeIn);
    return new Response(xml ?? null, { status, headers: xml === undefined ? {} : { 'content-type': 'text/xml; charset=utf-8' } });
  });
  return app;
}
