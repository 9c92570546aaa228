import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { accessBy } from '../adapters/cli/access.ts';
import type { McpDesk } from '../adapters/mcp/mcp-desk.ts';
import { mcpRoute } from '../adapters/mcp/mcp-route.ts';
import { type ApiOptions, apiOf } from './api.ts';
import { onlyOwnPage, safeHeaders } from './guard.ts';
import { pageRoutes } from './page.ts';
import { problem, problemOf } from './problem.ts';

/** What the interface works with, and the page and the Model Context Protocol beside it. */
export interface AppOptions extends Omit<ApiOptions, 'reader' | 'sample'> {
  /** What the tools of the Model Context Protocol need; the log they reach is this person's. */
  mcp: Omit<McpDesk, 'withLog'>;
  /** Folder of the built page. */
  pageDir: string;
  /** Folder of the sample calls: `scripts/` and `recordings/`. */
  samplesDir: string;
}

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
  const { samplesDir } = options;
  const api = apiOf({ ...options, reader: options.mcp.reader, sample: (folder, name) => readFile(join(samplesDir, folder, name)) });
  app.route('/api/v1', api);
  app.route('/', mcpRoute({ ...options.mcp, withLog: (work) => work(accessBy((path, init) => api.request(path, init))) }));
  app.route('/', pageRoutes(options.pageDir));
  return app;
}
