import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StaticHost, serveFiles } from '@ringback/bench/static-host';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTDOWN_SEC, microphoneFile, openBrowser, openPage, type WatchedPage } from '../../web/test/harness.ts';

const TOP = fileURLToPath(new URL('../../..', import.meta.url));
const BUILT = fileURLToPath(new URL('../dist/page', import.meta.url));
/** Seconds of the sample call that are spoken into the page: its name, its tie and its ask. */
const SPOKEN_SEC = 14;
/** The ear loads 60 MB and computes in one thread beside other tests. */
const PATIENCE_MS = 180_000;

let folder: string;
let host: StaticHost;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

const asked = (path: string, init: RequestInit = {}) =>
  page.evaluate(
    async ([at, how]) => {
      const answer = await fetch(`${document.baseURI.replace(/calls\/.*/, 'calls/')}api/v1${at}`, how);
      return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
    },
    [path, init] as const,
  );

const isOpen = () => page.getByRole('button', { name: /^One that gets returned/ }).waitFor({ timeout: PATIENCE_MS });
const reviewed = () => page.getByRole('button', { name: 'Record again' }).waitFor({ timeout: PATIENCE_MS });

beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build-static.mjs'], { cwd: TOP, stdio: 'ignore' });
  folder = mkdtempSync(join(tmpdir(), 'ringback-static-'));
  host = await serveFiles(BUILT);
  browser = await openBrowser(microphoneFile(folder, 'alumnus', SPOKEN_SEC, COUNTDOWN_SEC));
  watched = await openPage(browser, host.url, { mayLoseServer: true });
  page = watched.page;
  await page.goto(host.url);
  await isOpen();
}, PATIENCE_MS);

afterAll(async () => {
  await browser?.close();
  await host?.close();
  if (folder) rmSync(folder, { recursive: true });
});

describe('the page without a server', () => {
  it('says where the listening happens', async () => {
    expect(await page.textContent('footer')).toContain('listens and keeps what it heard in this browser');
  });

  it('hears a recording and reviews it, with its number', { timeout: PATIENCE_MS }, async () => {
    await page.getByRole('button', { name: /^One that gets returned/ }).click();
    await reviewed();
    expect(new URL(page.url()).pathname).toMatch(/^\/calls\/review\//);
    const [take] = JSON.parse((await asked('/takes')).text) as { id: string }[];
    const { review } = JSON.parse((await asked(`/takes/${take?.id}`)).text);
    expect(review.verdict.decision).toBe('return');
    expect(review.message.phoneNumbers[0].digits).toMatch(/^\d{10}$/);
  });

  it('plays parts of a take and gives it as a file', async () => {
    const [take] = JSON.parse((await asked('/takes')).text) as { id: string }[];
    const part = await asked(`/takes/${take?.id}/audio.wav`, { headers: { range: 'bytes=0-3' } });
    expect([part.status, part.text]).toEqual([206, 'RIFF']);
    const coming = page.waitForEvent('download');
    await page.evaluate(
      (href) => {
        const link = Object.assign(document.createElement('a'), { href, download: '' });
        document.body.append(link);
        link.click();
        link.remove();
      },
      `${new URL(host.url).pathname}api/v1/takes/${take?.id}/audio.wav?as=16k`,
    );
    const bytes = readFileSync(await (await coming).path());
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(bytes.length).toBeGreaterThan(100_000);
  });

  it('hears a take while it is spoken', { timeout: PATIENCE_MS }, async () => {
    await page.goto(new URL('rehearse', host.url).href);
    await page
      .getByRole('button', { name: /^Record/ })
      .first()
      .click({ timeout: PATIENCE_MS });
    await page.waitForTimeout((COUNTDOWN_SEC + SPOKEN_SEC) * 1000);
    await page.getByRole('button', { name: /^Stop/ }).click();
    await reviewed();
    expect(await page.textContent('main')).toMatch(/Lincoln College/i);
  });

  it('is kept: a second tab says who has the takes, and closing both loses nothing', { timeout: PATIENCE_MS }, async () => {
    const second = await watched.context.newPage();
    await second.goto(host.url);
    await second.getByRole('alert').getByText('open in another tab').waitFor();
    await second.close();
    await page.reload();
    await page.goto(host.url);
    await isOpen();
    expect(JSON.parse((await asked('/takes')).text)).toHaveLength(2);
  });

  it('works without a network after the first load', { timeout: PATIENCE_MS }, async () => {
    const count =
      readdirSync(BUILT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .length - 1;
    expect(count).toBeGreaterThan(20);
    const kept = () =>
      page.evaluate(async () => {
        const [name = ''] = await caches.keys();
        return (await (await caches.open(name)).keys()).length;
      });
    await expect.poll(kept, { timeout: PATIENCE_MS, interval: 500 }).toBeGreaterThanOrEqual(count);
    await host.close();
    await page.goto(new URL('plan', host.url).href);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.goto(host.url);
    await isOpen();
    await page.getByRole('button', { name: /^One that gets deleted/ }).click();
    await reviewed();
    expect(await page.textContent('main')).toMatch(/Not yet one that gets returned/);
  });

  it('asked no other place for anything, and broke nowhere', () => {
    expect(watched.faults).toEqual([]);
  });
});
