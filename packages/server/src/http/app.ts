import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { accessBy } from '../adapters/cli/access.ts';
import type { McpDesk } from '../adapters/mcp/mcp-desk.ts';
import { mcpRoute } from '../adapters/mcp/mcp-route.ts';
import type { OpenSource } from '../live/intake-desk.ts';
import type { TeamDesk } from '../live/team-desk.ts';
import type { AnswerStore } from '../ports/answers.ts';
import type { CommentStore } from '../ports/coaching.ts';
import type { Log } from '../ports/log.ts';
import type { AuditTrail, PeopleStore } from '../ports/people.ts';
import type { AllTakes } from '../ports/stores.ts';
import { peopleRoutes } from '../routes/people.ts';
import { teamRoutes } from '../routes/team.ts';
import { type ApiOptions, apiOf } from './api.ts';
import { audited } from './audited.ts';
import { type BodyBounds, bodyBounds } from './body-bounds.ts';
import { type Doors, onlyOwnPage, safeHeaders } from './guard.ts';
import { hookRoutes } from './hooks.ts';
import { idempotent } from './idempotent.ts';
import { metricsOf } from './metrics.ts';
import { pageRoutes } from './page.ts';
import { problem, problemOf } from './problem.ts';
import { toldRequests } from './told-requests.ts';
import { onlyUnchanged, tagged } from './unchanged.ts';

/** What the interface works with, and the page and the Model Context Protocol beside it. */
export interface AppOptions extends Omit<ApiOptions, 'reader' | 'sample' | 'passes'> {
  doors: Doors;
  /** Told of every request. */
  note?: Log;
  /** Takes of everyone, to count those that wait. */
  allTakes: AllTakes;
  people: PeopleStore;
  trail: AuditTrail;
  team: TeamDesk;
  comments: CommentStore;
  answers: AnswerStore;
  /** How far bodies are taken in. */
  bounds: BodyBounds;
  /** Sources that send by themselves are answered at the server's public origin. */
  hooks: { sources: readonly OpenSource[]; origin: string } | null;
  /** What the tools of the Model Context Protocol need; the log they reach is this person's. */
  mcp: Omit<McpDesk, 'withLog'>;
  /** Folder of the built page. */
  pageDir: string;
  /** Folder of the sample calls: `scripts/` and `recordings/`. */
  samplesDir: string;
}

/** The HTTP interface and the page. */
export function createApp(options: AppOptions): OpenAPIHono {
  const { doors, entry, people, trail, team, comments, answers, bounds, hooks, mcp, samplesDir, allTakes } = options;
  const app = new OpenAPIHono();
  const metrics = metricsOf(allTakes, entry);
  app.onError(problemOf);
  app.use(metrics.counted);
  if (options.note) app.use(toldRequests(options.note));
  app.use(safeHeaders(doors));
  app.use(onlyOwnPage(doors));
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', (context) => {
    const { state, message } = options.modelState();
    return state === 'ready' ? context.text('ready') : problem(context, 503, 'not-ready', message);
  });
  app.route('/', metrics.routes);
  const api: ReturnType<typeof apiOf> = apiOf({
    ...options,
    passes: [
      ...(entry.alone ? [] : [audited(trail)]),
      bodyBounds(bounds),
      tagged(),
      onlyUnchanged((path, init) => api.request(path, init)),
      idempotent(answers),
    ],
    reader: mcp.reader,
    sample: (folder, name) => readFile(join(samplesDir, folder, name)),
  });
  api.route('/', peopleRoutes(people, trail, { alone: entry.alone, secure: doors.secure }));
  api.route('/', teamRoutes(team, comments));
  app.route('/api/v1', api);
  // Routes that are mounted bring no answer of their own for what they lack, and the page answers every address that is left.
  app.all('/api/*', (context) =>
    problem(context, 404, 'no-such-page', 'There is nothing at this address; /api/v1/openapi.json lists what there is.'),
  );
  if (hooks) app.route('/', hookRoutes(hooks.sources, hooks.origin, bounds));
  // Its tools read files of this machine.
  if (entry.alone) app.route('/', mcpRoute({ ...mcp, withLog: (work) => work(accessBy((path, init) => api.request(path, init))) }));
  else
    app.all('/mcp', (context) => problem(context, 404, 'no-such-page', 'Assistants work on your own machine: run "ringback mcp" there.'));
  app.route('/', pageRoutes(options.pageDir));
  return app;
}
