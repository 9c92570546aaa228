import { OpenAPIHono } from '@hono/zod-openapi';
import type { Reader } from '@ringback/core';
import type { MiddlewareHandler } from 'hono';
import type { OwnModels } from '../adapters/models/models-file.ts';
import type { ModelState } from '../live/model-state.ts';
import type { OwnDesk } from '../live/own-desk.ts';
import type { TakeSound } from '../live/take-sound.ts';
import type { Judging } from '../ports/hearing.ts';
import type { PhoneDoor } from '../ports/phone.ts';
import type { TakeReader } from '../ports/stores.ts';
import { bridgeRoutes } from '../routes/bridges.ts';
import { briefRoutes } from '../routes/briefs.ts';
import { callFileRoutes } from '../routes/call-files.ts';
import { callRoutes } from '../routes/calls.ts';
import type { Asked, Of } from '../routes/documented.ts';
import { modelRoutes } from '../routes/health.ts';
import { jobRoutes } from '../routes/jobs.ts';
import { modelServiceRoutes } from '../routes/models.ts';
import { phoneRoutes } from '../routes/phone.ts';
import { previewRoutes } from '../routes/previews.ts';
import { rankingRoutes } from '../routes/rankings.ts';
import { reviewRoutes } from '../routes/reviews.ts';
import { type ReadSample, sampleRoutes } from '../routes/samples.ts';
import { scriptRoutes } from '../routes/scripts.ts';
import { takeSoundRoutes } from '../routes/take-sound.ts';
import { takeRoutes } from '../routes/takes.ts';
import { type Entry, entered } from './entry.ts';
import { problemOf } from './problem.ts';

/** What the interface works with. */
export interface ApiOptions {
  entry: Entry;
  /** What every request passes once it is known who asks. */
  passes: readonly MiddlewareHandler<Asked>[];
  sound: TakeSound;
  /** Opens what reads the words of what a model of the person's own proposes. */
  reader: () => Promise<Reader>;
  /** Services that the person has switched on. */
  models: OwnModels;
  /** Answers what needs no recording to be heard. */
  judging: Judging;
  modelState: () => ModelState;
  sample: ReadSample;
  now: () => Date;
  /** The way in for a phone; absent where nothing can listen. */
  phone?: PhoneDoor;
}

const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Ringback',
    version: '1',
    description: 'Scripts, takes and reviews on this machine. Live takes: WebSocket at /api/v1/live, see docs/page.md.',
  },
  servers: [{ url: '/api/v1' }],
};

/** The interface below `/api/v1`: needs no server, only requests. */
export function apiOf({ entry, passes, sound, judging, models, reader, modelState, sample, now, phone }: ApiOptions): OpenAPIHono<Asked> {
  const api = new OpenAPIHono<Asked>();
  const own: Of<OwnDesk> = (context) => context.get('own');
  const seen: Of<TakeReader> = (context) => context.get('seen');
  const calls: Of<OwnDesk['calls']> = (context) => own(context).calls;
  api.onError(problemOf);
  api.use(entered(entry));
  for (const pass of passes) api.use(pass);
  api.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  api.route(
    '/',
    scriptRoutes((context) => own(context).scripts),
  );
  api.route('/', takeRoutes(seen, own));
  api.route('/', takeSoundRoutes(seen, sound));
  api.route('/', reviewRoutes(judging));
  api.route('/', previewRoutes(judging));
  api.route('/', rankingRoutes(seen));
  api.route('/', bridgeRoutes(now));
  api.route(
    '/',
    briefRoutes((context) => own(context).briefs),
  );
  api.route('/', callFileRoutes(calls));
  api.route('/', callRoutes(calls));
  api.route('/', modelServiceRoutes(models, { chat: models.chat, reader }));
  api.route(
    '/',
    sampleRoutes(sample, (context) => own(context).desk),
  );
  api.route(
    '/',
    jobRoutes((context) => own(context).jobs),
  );
  api.route('/', modelRoutes(modelState));
  if (phone) api.route('/', phoneRoutes(phone));
  api.doc31('/openapi.json', OPENAPI);
  return api;
}
