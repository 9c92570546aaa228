import { OpenAPIHono } from '@hono/zod-openapi';
import type { CallDesk } from 'ringback';
import { accessBy } from '../cli/log/log-access.ts';
import type { ModelState } from '../live/model-state.ts';
import type { TakeDesk } from '../live/take-desk.ts';
import type { TakeSound } from '../live/take-sound.ts';
import type { McpDesk } from '../mcp/mcp-desk.ts';
import { mcpRoute } from '../mcp/mcp-route.ts';
import type { OwnModels } from '../models/models-file.ts';
import type { Judging } from '../ports/hearing.ts';
import type { BriefStore, ScriptStore, TakeStore } from '../ports/stores.ts';
import { bridgeRoutes } from '../routes/bridges.ts';
import { briefRoutes } from '../routes/briefs.ts';
import { callFileRoutes } from '../routes/call-files.ts';
import { callRoutes } from '../routes/calls.ts';
import { modelRoutes } from '../routes/health.ts';
import { modelServiceRoutes } from '../routes/models.ts';
import { previewRoutes } from '../routes/previews.ts';
import { rankingRoutes } from '../routes/rankings.ts';
import { reviewRoutes } from '../routes/reviews.ts';
import { sampleRoutes } from '../routes/samples.ts';
import { scriptRoutes } from '../routes/scripts.ts';
import { takeSoundRoutes } from '../routes/take-sound.ts';
import { takeRoutes } from '../routes/takes.ts';
import { onlyOwnPage, safeHeaders } from './guard.ts';
import { pageRoutes } from './page.ts';
import { problem, problemOf } from './problem.ts';

/** What the interface works with. */
export interface AppOptions {
  scripts: ScriptStore;
  briefs: BriefStore;
  takes: TakeStore;
  sound: TakeSound;
  desk: TakeDesk;
  calls: CallDesk;
  /** What the tools of the Model Context Protocol need; the log they reach is `calls`. */
  mcp: Omit<McpDesk, 'withLog'>;
  /** Services that the person has switched on. */
  models: OwnModels;
  /** Answers what needs no recording to be heard. */
  judging: Judging;
  modelState: () => ModelState;
  /** Folder of the built page. */
  pageDir: string;
  /** Folder of the sample calls. */
  samplesDir: string;
  now: () => Date;
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

/** The HTTP interface and the page. */
export function createApp(options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError(problemOf);
  app.use(safeHeaders());
  app.use(onlyOwnPage());
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', (context) => {
    const { state, message } = options.modelState();
    return state === 'ready' ? context.text('ready') : problem(context, 503, 'not-ready', message);
  });
  const api = apiOf(options);
  app.route('/api/v1', api);
  app.route('/', mcpRoute({ ...options.mcp, withLog: (work) => work(accessBy((path, init) => api.request(path, init))) }));
  app.route('/', pageRoutes(options.pageDir));
  return app;
}

function apiOf({ scripts, takes, sound, desk, judging, briefs, calls, models, mcp, modelState, samplesDir, now }: AppOptions): OpenAPIHono {
  const api = new OpenAPIHono();
  api.onError(problemOf);
  api.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  api.route('/', scriptRoutes(scripts));
  api.route('/', takeRoutes(takes, desk));
  api.route('/', takeSoundRoutes(takes, sound));
  api.route('/', reviewRoutes(judging));
  api.route('/', previewRoutes(judging));
  api.route('/', rankingRoutes(takes));
  api.route('/', bridgeRoutes(now));
  api.route('/', briefRoutes(briefs));
  api.route('/', callFileRoutes(calls));
  api.route('/', callRoutes(calls));
  api.route('/', modelServiceRoutes(models, { chat: models.chat, reader: mcp.reader }));
  api.route('/', sampleRoutes(samplesDir, desk));
  api.route('/', modelRoutes(modelState));
  api.doc31('/openapi.json', OPENAPI);
  api.notFound((context) =>
    problem(context, 404, 'no-such-page', 'There is nothing at this address; /api/v1/openapi.json lists what there is.'),
  );
  return api;
}
