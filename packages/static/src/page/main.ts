import { settle } from '../../../web/src/desk/place.ts';
import type { DeskRequest, FromDesk, ToDesk } from '../messages.ts';
import { downloadHere } from './download-here.ts';
import { localLine } from './local-line.ts';

/** Held by the tab that keeps the takes: two would write over each other. */
const LOCK = 'ringback-desk';
/** Longest that a tab which is loaded again holds what it held, milliseconds. House rule. */
const LETTING_GO_MS = 3000;
/** Marks in this tab that the page was loaded again to become isolated. */
const AGAIN = 'ringback-loaded-again';

const TOO_OLD = 'This browser cannot keep takes for a page: use a newer one, and not a private window.';
const ELSEWHERE = 'Ringback is open in another tab of this browser: go on there, or close it and load this page again.';

void begin();

async function begin(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('locks' in navigator) || !('storage' in navigator)) return say(TOO_OLD);
  const root = await controlled().catch(() => null);
  if (root === null) return say(TOO_OLD);
  // Loaded by way of the service worker the page is isolated, and may use threads.
  if (!crossOriginIsolated && sessionStorage.getItem(AGAIN) === null) {
    sessionStorage.setItem(AGAIN, 'yes');
    location.reload();
    return;
  }
  const taken = async () => {
    await open(root);
    // Until the tab closes.
    await new Promise(() => {});
  };
  // The page that was here before lets go a moment after this one begins.
  await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(LETTING_GO_MS) }, taken).catch(() => say(ELSEWHERE));
}

/** Waits until the service worker stands between the page and its addresses. Answers the folder that the page is served from. */
async function controlled(): Promise<string> {
  const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  const { scope } = await navigator.serviceWorker.register(new URL('service-worker.js', rootOf()));
  if (navigator.serviceWorker.controller === null) await taken;
  return scope;
}

/** This script is in `assets/`, whatever address the page has. */
function rootOf(): URL {
  return new URL('..', import.meta.url);
}

async function open(root: string): Promise<void> {
  const desk = new Worker(new URL('../desk/desk-worker.ts', import.meta.url), { type: 'module' });
  const opened = new Promise<FromDesk>((resolve) => {
    desk.onmessage = ({ data }: MessageEvent<FromDesk>) => resolve(data);
    desk.onerror = () => resolve({ kind: 'broken', message: 'Ringback could not start in this browser: load the page again.' });
  });
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<DeskRequest>) => {
    desk.postMessage(data, data.body === null ? [...ports] : [...ports, data.body]);
  });
  desk.postMessage({ kind: 'setup', root } satisfies ToDesk);
  settle({ root: new URL(root).pathname, openLine: () => localLine(desk), where: 'this browser' });
  document.addEventListener('click', downloadHere);
  const [answer] = await Promise.all([opened, import('../../../web/src/main.tsx')]);
  if (answer.kind === 'broken') return say(answer.message);
  // Everything else that the page may need, so that it works without a network from now on.
  navigator.serviceWorker.controller?.postMessage('keep');
}

function say(sentence: string): void {
  const line = document.createElement('p');
  line.textContent = sentence;
  line.setAttribute('role', 'alert');
  document.getElementById('root')?.replaceChildren(line);
}
