import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Take, TakeSummary } from '@ringback/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layLine } from './cut-line.ts';
import { COUNTDOWN_SEC, freePort, microphoneFile, openBrowser, openPage, type ServedPage, servePage } from './harness.ts';

/** What may be lost of a recording, seconds. */
const MAY_LOSE_SEC = 1;
const SPOKEN_SEC = 20;
const PATIENT = { timeout: 120_000 };
const LONG_MS = 400_000;

let folder: string;
let dataDir: string;
let port: number;
let server: ServedPage;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-lost-'));
  dataDir = join(folder, 'data');
  port = await freePort();
  server = await servePage(dataDir, port, withoutFfmpeg());
  browser = await openBrowser(microphoneFile(folder, 'reference', SPOKEN_SEC, COUNTDOWN_SEC));
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Surroundings in which no program is found: what browsers can decode must not need ffmpeg. */
function withoutFfmpeg(): { PATH: string } {
  const empty = join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  return { PATH: empty };
}

/** Records for so many seconds on the timer. */
async function record(page: Page, url: string, seconds: number): Promise<void> {
  await page.goto(`${url}/rehearse`);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
  await expect.poll(() => shownSec(page), PATIENT).toBeGreaterThanOrEqual(seconds);
}

async function shownSec(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = ((await page.locator('.timer-now').textContent()) ?? '').split(':').map(Number);
  return minutes * 60 + seconds;
}

async function takes(): Promise<TakeSummary[]> {
  return (await fetch(`${server.url}/api/v1/takes`)).json() as Promise<TakeSummary[]>;
}

/** The take that was not there before, once it is reviewed. */
async function newTake(before: readonly TakeSummary[]): Promise<TakeSummary> {
  const known = new Set(before.map(({ id }) => id));
  const found = async () => (await takes()).filter(({ id }) => !known.has(id));
  await expect.poll(async () => (await found()).map(({ state }) => state), PATIENT).toEqual(['reviewed']);
  return (await found())[0] as TakeSummary;
}

test(
  'a tab that is closed in the middle of a recording loses at most the last second, and the take is there at the next visit',
  async () => {
    const before = await takes();
    const { page, context } = await openPage(browser, server.url);
    await record(page, server.url, 3);
    const spoken = await shownSec(page);
    await page.close();
    const next = await context.newPage();
    await next.goto(server.url);
    await next.getByRole('heading', { name: 'Takes' }).waitFor(PATIENT);
    expect((await newTake(before)).durationSec).toBeGreaterThan(spoken - MAY_LOSE_SEC);
    // The list looks again by itself until the take is heard.
    await next.locator('.rows .mark:not(.mark-notApplicable)').first().waitFor(PATIENT);
    await context.close();
  },
  LONG_MS,
);

test(
  'a tab that crashes in the middle of a recording leaves the take with the server',
  async () => {
    const before = await takes();
    const { page, context } = await openPage(browser, server.url, { mayLoseServer: true });
    await record(page, server.url, 3);
    const spoken = await shownSec(page);
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    const session = await context.newCDPSession(page);
    session.send('Page.crash').catch(() => {});
    await crashed;
    expect((await newTake(before)).durationSec).toBeGreaterThan(spoken - MAY_LOSE_SEC);
    await context.close();
  },
  LONG_MS,
);

test(
  'a line that is cut in the middle of a recording loses nothing that was said meanwhile',
  async () => {
    const before = await takes();
    const line = await layLine(port);
    const { page, context } = await openPage(browser, line.url, { mayLoseServer: true });
    await record(page, line.url, 2);
    line.cut();
    await page.getByText('Go on speaking').waitFor(PATIENT);
    await expect.poll(() => shownSec(page), PATIENT).toBeGreaterThanOrEqual(5);
    line.mend();
    await expect.poll(() => page.getByText('Go on speaking').count(), PATIENT).toBe(0);
    const spoken = await shownSec(page);
    await page.getByRole('button', { name: 'Stop and review' }).click();
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    expect((await newTake(before)).durationSec).toBeGreaterThan(spoken - MAY_LOSE_SEC);
    await context.close();
    await line.close();
  },
  LONG_MS,
);

test(
  'a take that was kept in the browser while the server was gone is sent by a later visit',
  async () => {
    const before = await takes();
    const { page, context } = await openPage(browser, server.url, { mayLoseServer: true });
    await record(page, server.url, 2);
    await server.kill();
    await page.getByText('Go on speaking').waitFor(PATIENT);
    await expect.poll(() => shownSec(page), PATIENT).toBeGreaterThanOrEqual(5);
    const spoken = await shownSec(page);
    await page.close();
    server = await servePage(dataDir, port, withoutFfmpeg());
    const next = await context.newPage();
    await next.goto(server.url);
    const take = await newTake(before);
    expect(take.durationSec).toBeGreaterThan(spoken - MAY_LOSE_SEC);
    await expect.poll(() => next.evaluate(keptPieces), PATIENT).toBe(0);
    await context.close();
  },
  LONG_MS,
);

/** Pieces of sound in the browser's own store. */
function keptPieces(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('ringback-backlog', 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const count = request.result.transaction('pieces').objectStore('pieces').count();
      count.onsuccess = () => {
        request.result.close();
        resolve(count.result);
      };
    };
  });
}

test(
  'M4A is decoded by the browser where the server has no ffmpeg',
  async () => {
    const file = join(folder, 'memo.m4a');
    const source = join(folder, 'memo.wav');
    copyFileSync(microphoneFile(folder, 'alumnus', 9), source);
    // Not in step: connections that the server gives up meanwhile must be seen to close.
    await promisify(execFile)('ffmpeg', ['-loglevel', 'error', '-i', source, '-c:a', 'aac', '-b:a', '64k', file]);
    const refused = await fetch(`${server.url}/api/v1/takes/${crypto.randomUUID()}/audio?name=memo.m4a`, {
      method: 'PUT',
      body: readFileSync(file),
    });
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'no-decoder']);
    const { page, context } = await openPage(browser, server.url, { mayLoseServer: true });
    await page.goto(server.url);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    const id = page.url().split('/').at(-1);
    const take = (await (await fetch(`${server.url}/api/v1/takes/${id}`)).json()) as Take;
    expect(take.name).toBe('memo.m4a');
    expect(take.durationSec).toBeGreaterThan(8.8);
    expect(take.durationSec).toBeLessThan(9.3);
    expect(take.review?.transcript.words.length).toBeGreaterThan(8);
    await context.close();
  },
  LONG_MS,
);
