/// <reference lib="webworker" />
import type { DeskAnswer, DeskRequest } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the build, and what tells one build from another: put in when the page is built. */
declare const __FILES__: readonly string[];
declare const __BUILD__: string;

const CACHE = `ringback-${__BUILD__}`;
/** Longest a page may take to answer, milliseconds. House rule: a long recording is sent and read in a tenth of it. */
const ANSWER_MS = 240_000;

const scope = new URL(self.registration.scope);
const INTERFACE = `${scope.pathname}api/v1`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request(scope, { cache: 'reload' }))));
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('ringback-') && name !== CACHE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepAll());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  if (url.pathname.startsWith(`${INTERFACE}/`)) event.respondWith(fromDesk(request, url));
  else if (request.method === 'GET') event.respondWith(fromFiles(request));
});

/** Asks the tab that keeps the takes. Every tab is asked; only that one answers. */
async function fromDesk(request: Request, url: URL): Promise<Response> {
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const answer = await new Promise<DeskAnswer | null>((resolve) => {
    setTimeout(() => resolve(null), ANSWER_MS);
    for (const tab of tabs) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<DeskAnswer>) => resolve(data);
      const path = url.pathname.slice(INTERFACE.length) + url.search;
      const asked: DeskRequest = { kind: 'request', method: request.method, path, headers: [...request.headers], body };
      tab.postMessage(asked, [port2]);
    }
  });
  if (answer === null) return new Response(null, { status: 503 });
  const { status, headers } = answer;
  return new Response(status === 204 || status === 304 ? null : answer.body, { status, headers: isolated(headers) });
}

/** A page and its workers that say so may share memory between threads. */
const isolated = (headers: Iterable<[string, string]>): Headers => {
  const isolating = new Headers([...headers]);
  isolating.set('cross-origin-opener-policy', 'same-origin');
  isolating.set('cross-origin-embedder-policy', 'require-corp');
  isolating.set('cross-origin-resource-policy', 'same-origin');
  return isolating;
};

/** Answers what is kept as it is: a browser keeps the compiled code of WebAssembly beside an answer that it did not have made for it. */
async function fromFiles(request: Request): Promise<Response> {
  if (request.mode === 'navigate') return thePage();
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  const found = await fetch(request);
  const answer = isolatedAnswer(found);
  if (found.status !== 200) return answer;
  // Where the browser has no room for it, the page works all the same, with a network.
  await cache.put(request.url, answer.clone()).catch(() => {});
  return (await cache.match(request.url)) ?? answer;
}

const isolatedAnswer = ({ body, status, headers }: Response): Response => new Response(body, { status, headers: isolated(headers) });

/** Rooms are addresses that all give the same document; what it names stands beside the first of them. */
async function thePage(): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(scope);
  const html = await (kept ?? (await fetch(scope))).text();
  return new Response(html.replaceAll('"./', `"${scope.pathname}`), { headers: isolated([['content-type', 'text/html; charset=utf-8']]) });
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const file of __FILES__) {
    const address = new URL(file, scope).href;
    if (await cache.match(address)) continue;
    const found = await fetch(address).catch(() => null);
    if (found?.status === 200) await cache.put(address, isolatedAnswer(found)).catch(() => {});
  }
}
