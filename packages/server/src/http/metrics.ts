import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AllTakes } from '../ports/stores.ts';
import type { Asked } from '../routes/documented.ts';
import { type Entry, entered } from './entry.ts';
import { matchedRoute } from './matched-route.ts';

/** States of a take that someone waits in, or should look at. */
const TOLD_STATES = ['recording', 'hearing', 'failed'] as const;
/** Seconds; the longest are uploads. */
const SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];
const SECOND_MS = 1000;

/** What a server tells of itself: numbers by route, status and state, and never whose. */
export interface Metrics {
  /** Counts what is asked. */
  counted: MiddlewareHandler;
  /** `/metrics` in Prometheus' text format; for those who have a token, where a team needs one. */
  routes: Hono<Asked>;
}

/** Metrics of one server. @param takes Where it counts those that wait. */
export function metricsOf(takes: Pick<AllTakes, 'inState'>, entry: Entry): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({ name: 'ringback_http_requests_total', help: 'Requests that were answered.', labelNames, registers });
  const took = new Histogram({
    name: 'ringback_http_request_seconds',
    help: 'Seconds to the beginning of an answer.',
    labelNames: ['method', 'route'] as const,
    buckets: SECONDS,
    registers,
  });
  new Gauge({
    name: 'ringback_takes',
    help: 'Takes that are being recorded or heard, and those that could not be.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      for (const state of TOLD_STATES) this.set({ state }, (await takes.inState(state)).length);
    },
  });
  const routes = new Hono<Asked>();
  routes.get('/metrics', entered(entry), async (context) =>
    context.body(await registry.metrics(), 200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }),
  );
  return {
    async counted(context, next) {
      const began = performance.now();
      await next();
      const [method, route] = [context.req.method, matchedRoute(context)];
      requests.inc({ method, route, status: String(context.res.status) });
      took.observe({ method, route }, (performance.now() - began) / SECOND_MS);
    },
    routes,
  };
}
