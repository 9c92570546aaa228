import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The checkout's top folder. */
export const TOP = fileURLToPath(new URL('../../..', import.meta.url));
/** Where screenshots are kept; not under version control. */
export const ARTIFACTS = join(TOP, 'artifacts', 'page');

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const WAV_HEADER_BYTES = 44;
const RATE = 16_000;

/** Seconds that the page counts down before it records: whoever speaks into a microphone is silent meanwhile. */
export const COUNTDOWN_SEC = 3;

/** The first seconds of a sample call as a file that Chromium takes for a microphone, after so many seconds of silence. */
export function microphoneFile(folder: string, sample: string, seconds: number, silentSec = 0): string {
  const wav = readFileSync(join(TOP, 'fixtures', 'recordings', `${sample}.wav`));
  const dataAt = wav.indexOf('data') + 8;
  const spoken = wav.subarray(dataAt, dataAt + seconds * RATE * 2);
  const data = Buffer.concat([Buffer.alloc(silentSec * RATE * 2), spoken]);
  const header = Buffer.from(wav.subarray(0, WAV_HEADER_BYTES));
  header.writeUInt32LE(WAV_HEADER_BYTES - 8 + data.length, 4);
  header.write('fmt ', 12);
  header.writeUInt32LE(16, 16);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  const path = join(folder, `${sample}-${seconds}.wav`);
  writeFileSync(path, Buffer.concat([header, data]));
  return path;
}

/** Debian's Chromium; `microphone` is spoken once into every recording, without it the microphone is refused. */
export async function openBrowser(microphone?: string): Promise<Browser> {
  const spoken = microphone
    ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-audio-capture=${microphone}%noloop`]
    : [];
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
  return chromium.launch({ executablePath, args: [...QUIET, ...spoken] });
}

/** A page with all that went wrong on it: foreign requests, refused content, errors. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

/** A new page on a server, watched. A lost server is a fault only where `mayLoseServer` is not set. */
export async function openPage(browser: Browser, url: string, { mayLoseServer = false } = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const own = request.url().startsWith(url) || /^(?:blob|data):/.test(request.url());
    if (!own) faults.push(`a request to another place: ${new URL(request.url()).host}`);
  });
  page.on('pageerror', (error) => faults.push(`an error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !mayLoseServer) faults.push(`the console: ${message.text()}`);
  });
  await page.exposeFunction('reportRefused', (directive: string, place: string) =>
    faults.push(`refused by the policy: ${directive} by ${place}`),
  );
  await page.addInitScript(() => {
    const moved = window as unknown as { layoutShift: number };
    moved.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!shift.hadRecentInput) moved.layoutShift += shift.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile, lineNumber, columnNumber }) => {
      (window as unknown as { reportRefused(directive: string, place: string): void }).reportRefused(
        effectiveDirective,
        `${location.pathname} ${sourceFile}:${lineNumber}:${columnNumber}`,
      );
    });
  });
  return { page, context, faults };
}

/** The real command in a process of its own, so that it can be killed. */
export interface ServedPage {
  url: string;
  kill(): Promise<void>;
}

/** Runs `ringback serve` and waits until it says that it is open. `env` changes its surroundings. */
export async function servePage(dataDir: string, port: number, env: Readonly<Record<string, string>> = {}): Promise<ServedPage> {
  const command = [join(TOP, 'packages/ringback/bin/ringback.js'), 'serve', '--no-open', '--port', String(port)];
  const served = spawn(process.execPath, command, {
    env: { ...process.env, ...env, RINGBACK_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await said(served, 'Ringback is open');
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () =>
      new Promise((resolve) => {
        served.once('exit', () => resolve());
        served.kill('SIGKILL');
      }),
  };
}

function said(served: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let all = '';
    const hear = (part: Buffer) => {
      all += String(part);
      if (all.includes(words)) resolve();
    };
    served.stdout?.on('data', hear);
    served.stderr?.on('data', hear);
    served.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${all}`)));
  });
}

/** How far what was already shown moved without the person having touched anything, as browsers score it; over 0.1 counts as poor. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Keeps a picture of the whole page. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage: true });
}

/** Presses Tab until something with this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // The body between the last stop and the first, and the room after a change of rooms, are no stops and hold every label.
      return element.tabIndex < 0 ? '' : element.getAttribute('aria-label') || element.textContent;
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${name}`);
}
