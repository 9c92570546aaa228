import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TakeSummary } from '@ringback/core';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import {
  COUNTDOWN_SEC,
  freePort,
  layoutShift,
  microphoneFile,
  openBrowser,
  openPage,
  picture,
  type ServedPage,
  servePage,
  tabTo,
} from './harness.ts';

/** Seconds that are spoken into a recording. */
const SPOKEN_SEC = 9;
/** A machine that does much else at once takes its time. */
const PATIENT = { timeout: 120_000 };
const LONG_MS = 400_000;

let folder: string;
let dataDir: string;
let port: number;
let server: ServedPage;
let browser: Browser;
/** A script with takes, made by the first test and looked at by later ones. */
let scriptId = '';
let takeId = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-page-'));
  dataDir = join(folder, 'data');
  port = await freePort();
  server = await servePage(dataDir, port);
  browser = await openBrowser(microphoneFile(folder, 'reference', SPOKEN_SEC, COUNTDOWN_SEC));
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const idIn = (page: Page): string => page.url().split('/').at(-1) ?? '';
const reviewed = (page: Page) => page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);

async function record(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
  await page.waitForTimeout(seconds * 1000);
}

async function takesOf(page: Page, script: string): Promise<TakeSummary[]> {
  return page.evaluate(async (id) => (await fetch(`/api/v1/takes?script=${id}`)).json(), script);
}

test(
  'from the plan to the script, a recording, its review and the comparison',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    const began = performance.now();
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Plan a call' }).click();
    await page.getByLabel('Your name, as you say it').fill('Nora Castell');
    await page.getByLabel('Whom you call').fill('Martin Oyelaran');
    await page.getByLabel('The true tie').selectOption('referrer');
    await page.getByLabel('Who told you').fill('Dana Whitfield');
    await page.getByLabel('The one question').fill('Is the operations role still open?');
    await page.getByLabel('Your number').fill('+1 415 555 0142');
    await page.getByLabel('Your e-mail address').fill('nora@example.com');
    await page.getByRole('button', { name: 'Use this one' }).first().click(PATIENT);
    await expect.poll(() => page.getByLabel('Script: what you would say').inputValue(), PATIENT).toContain('Dana Whitfield');
    await reviewed(page);
    scriptId = idIn(page);
    await page.getByRole('button', { name: 'Hear it read' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click(PATIENT);
    await page.getByRole('button', { name: 'Rehearse it' }).click();
    await record(page, SPOKEN_SEC);
    await expect.poll(() => page.locator('.check-said').count(), PATIENT).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Stop and review' }).click();
    await reviewed(page);
    process.stdout.write(`from opening the page to a reviewed take: ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
    takeId = idIn(page);
    expect(((await page.locator('.transcript-text').textContent()) ?? '').split(/\s+/).length).toBeGreaterThan(8);
    await page.evaluate(async ([script, id]) => fetch(`/api/v1/samples/alumnus/takes?id=${id}&script=${script}`, { method: 'POST' }), [
      scriptId,
      crypto.randomUUID(),
    ] as const);
    await expect.poll(async () => (await takesOf(page, scriptId)).map(({ state }) => state), PATIENT).toEqual(['reviewed', 'reviewed']);
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: '2 takes, best first' }).waitFor(PATIENT);
    expect(await page.getByRole('article').count()).toBe(2);
    await page.getByRole('button', { name: 'Keep Take 1' }).click();
    await expect.poll(async () => (await takesOf(page, scriptId)).filter(({ kept }) => kept).length, PATIENT).toBe(1);
    expect(await layoutShift(page)).toBeLessThan(0.1);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a misheard word is put right and the review follows',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/review/${takeId}`);
    await reviewed(page);
    const words = page.locator('.transcript-text');
    await page.getByRole('button', { name: 'Correct a word' }).click();
    await page.locator('.word').last().click();
    await page.locator('.word-field').fill('My number is 415-555-0142.');
    await page.keyboard.press('Enter');
    await expect.poll(() => words.textContent(), PATIENT).toContain('415-555-0142.');
    await expect
      .poll(() => page.evaluate(async (id) => (await (await fetch(`/api/v1/takes/${id}`)).json()).review.facts.phone, takeId), PATIENT)
      .toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a recording that is chosen on the start page is reviewed; what is no recording is refused in a sentence',
  async () => {
    const { page, context } = await openPage(browser, server.url, { mayLoseServer: true });
    await page.goto(server.url);
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles({ name: 'notes.wav', mimeType: 'audio/wav', buffer: Buffer.from('only words in here, and no sound') });
    await page.getByRole('alert').waitFor(PATIENT);
    expect(await page.getByRole('alert').textContent()).toMatch(/\w.*[.]$/);
    await choose.setInputFiles(microphoneFile(folder, 'consultant', SPOKEN_SEC));
    await reviewed(page);
    await context.close();
  },
  LONG_MS,
);

test(
  'a server that is killed in the middle of a recording loses at most the last second',
  async () => {
    const { page, context } = await openPage(browser, server.url, { mayLoseServer: true });
    await page.goto(`${server.url}/rehearse/${scriptId}`);
    await record(page, 3);
    await server.kill();
    await page.getByText('Go on speaking').waitFor(PATIENT);
    await page.waitForTimeout(1000);
    server = await servePage(dataDir, port);
    await expect.poll(() => page.getByText('Go on speaking').count(), PATIENT).toBe(0);
    const spokenSec = await page.evaluate(() => {
      const [minutes = 0, seconds = 0] = (document.querySelector('.timer-now')?.textContent ?? '').split(':').map(Number);
      return minutes * 60 + seconds;
    });
    await page.getByRole('button', { name: 'Stop and review' }).click();
    await reviewed(page);
    const take = (await takesOf(page, scriptId)).find(({ id }) => id === idIn(page));
    expect(take?.durationSec).toBeGreaterThan(spokenSec - 1);
    await context.close();
  },
  LONG_MS,
);

test(
  'a microphone that is refused is told with what to do, and the button still works',
  async () => {
    const silent = await openBrowser();
    const { page } = await openPage(silent, server.url);
    await page.goto(`${server.url}/rehearse/${scriptId}`);
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText(/did not let this page use the microphone|No microphone was found/).waitFor(PATIENT);
    expect(await page.getByRole('button', { name: 'Record', exact: true }).isEnabled()).toBe(true);
    await silent.close();
  },
  LONG_MS,
);

test(
  'nothing is condemned while there is neither an ask nor a way to answer',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/script/${crypto.randomUUID()}`);
    const script = page.getByLabel('Script: what you would say');
    await script.fill('Hi Martin, this is Nora Castell from Harbour Foods.');
    await page.getByRole('heading', { name: 'Still to say' }).waitFor(PATIENT);
    expect(await page.getByRole('region', { name: 'Verdict' }).count()).toBe(0);
    await script.fill('Hi Martin, this is Nora Castell. Dana Whitfield sent me. Is the post still open? Call me back on 415-555-0142.');
    await reviewed(page);
    expect(await page.getByRole('heading', { name: 'Still to say' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'all of it with the keyboard alone',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'New script' }).waitFor(PATIENT);
    await tabTo(page, /New script/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Script: what you would say').waitFor(PATIENT);
    await tabTo(page, /Script: what you would say/);
    await page.keyboard.type('Hi, this is Dana. I came across your profile and would love to pick your brain. My number is 4155550142.');
    await reviewed(page);
    await page.getByRole('heading', { name: 'Ready to apply' }).waitFor(PATIENT);
    await page.keyboard.press('F8');
    const chosen = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    expect(chosen.length).toBeGreaterThan(2);
    const script = page.getByLabel('Script: what you would say');
    const written = await script.inputValue();
    await page.keyboard.press('Control+.');
    await expect.poll(() => script.inputValue(), PATIENT).not.toBe(written);
    await page.keyboard.press('Control+z');
    await expect.poll(() => script.inputValue(), PATIENT).toBe(written);
    await tabTo(page, /Rehearse it/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Record', exact: true }).waitFor(PATIENT);
    await tabTo(page, /^Record$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
    await page.waitForTimeout(5000);
    await tabTo(page, /Stop and review/);
    await page.keyboard.press('Enter');
    await reviewed(page);
    await tabTo(page, /Short enough/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('true');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'no room has a fault of accessibility or asks elsewhere, at a phone’s width and a desk’s, light and dark',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    const rooms = {
      start: '/',
      plan: '/plan',
      script: `/script/${scriptId}`,
      rehearse: `/rehearse/${scriptId}`,
      review: `/review/${takeId}`,
      compare: `/compare/${scriptId}`,
    };
    const found: string[] = [];
    for (const [room, path] of Object.entries(rooms)) {
      await page.goto(server.url + path);
      await page.getByRole('main').locator('h1, input').first().waitFor(PATIENT);
      if (room === 'review' || room === 'script') await reviewed(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [390, 1280]) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height: 860 });
          await page.waitForTimeout(250);
          await picture(page, `${room}-${colorScheme}-${width}`);
          for (const fault of await axe(page)) found.push(`${room} ${colorScheme} ${width}: ${fault}`);
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
          if (tooWide) found.push(`${room} ${width}: wider than the window`);
        }
      }
    }
    expect([...new Set(found)]).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'the script of the first load stays small',
  async () => {
    const { page, context } = await openPage(browser, server.url);
    const scripts: Request[] = [];
    page.on('request', (request) => void (/\.js$/.test(new URL(request.url()).pathname) && scripts.push(request)));
    await page.goto(server.url, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    process.stdout.write(`script of the first load: ${(bytes / 1000).toFixed(0)} kB as sent\n`);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThanOrEqual(200_000);
    await context.close();
  },
  LONG_MS,
);
