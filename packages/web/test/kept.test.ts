import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { type Line, layLine } from './cut-line.ts';
import { openBrowser, openPage, picture } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;

let server: SeededServer;
let line: Line;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer(() => sampleArtifacts('alumnus'));
  line = await layLine(Number(new URL(server.url).port));
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await server?.close();
});

const script = (page: Page) => page.getByLabel('Script: what you would say');

/** How many rooms the page has fetched. */
const fetchedRooms = () => performance.getEntriesByType('resource').filter(({ name }) => /Room-[^/]+\.js$/.test(name)).length;

test(
  'a room that cannot be fetched is told, and opens by itself when the server is back',
  async () => {
    const { page, context } = await openPage(browser, line.url, { mayLoseServer: true });
    // As if the room had not been fetched ahead.
    await page.route('**/CompareRoom-*', (route) => route.abort());
    await page.goto(line.url);
    await page.getByRole('heading', { name: 'Leave a voicemail' }).waitFor(PATIENT);
    line.cut();
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: 'Waiting for Ringback' }).waitFor(PATIENT);
    expect(await page.getByRole('navigation').count()).toBe(1);
    await page.unroute('**/CompareRoom-*');
    line.mend();
    await page.getByRole('heading', { name: 'Compare' }).waitFor(PATIENT);
    await context.close();
  },
  LONG_MS,
);

test(
  'with the server gone every room still opens, and what is written there is kept and sent later, also after the tab is closed',
  async () => {
    const { page, context } = await openPage(browser, line.url, { mayLoseServer: true });
    await page.goto(line.url);
    await expect.poll(() => page.evaluate(fetchedRooms), PATIENT).toBe(7);
    await page.waitForLoadState('networkidle');
    line.cut();
    await page.getByRole('button', { name: 'New script' }).click();
    await script(page).fill('Hello Ms. Calder, this is Theo Lindgren.');
    await page.getByText('Kept in this browser for now').waitFor(PATIENT);
    await page.close();
    line.mend();
    const next = await context.newPage();
    await next.goto(line.url);
    const kept = async () => ((await (await fetch(`${server.url}/api/v1/scripts`)).json()) as { text: string }[]).map(({ text }) => text);
    await expect.poll(kept, PATIENT).toContain('Hello Ms. Calder, this is Theo Lindgren.');
    await context.close();
  },
  LONG_MS,
);

test(
  'words typed just before the tab is closed are there at the next visit',
  async () => {
    const { page, context } = await openPage(browser, server.url);
    const id = crypto.randomUUID();
    await page.goto(`${server.url}/script/${id}`);
    await page.getByText('No script is kept at this address').waitFor(PATIENT);
    await script(page).fill('The last words before the tab is gone');
    await page.close();
    const next = await context.newPage();
    await next.goto(`${server.url}/script/${id}`);
    await expect.poll(() => script(next).inputValue(), PATIENT).toBe('The last words before the tab is gone');
    await context.close();
  },
  LONG_MS,
);

test(
  'a plan survives a closed tab with its half answers, is listed, opened again and deleted',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Plan a call' }).click();
    await page.getByLabel('Whom you call').fill('Martin Oyelaran');
    await page.getByLabel('Minutes it takes').fill('some');
    await page.getByLabel('The one question').fill('Is the role still open?');
    await page.close();
    const next = await context.newPage();
    await next.goto(server.url);
    await next.getByRole('link', { name: /Call to Martin Oyelaran/ }).click(PATIENT);
    await expect.poll(() => next.getByLabel('Minutes it takes').inputValue(), PATIENT).toBe('some');
    await next.getByRole('link', { name: 'Ringback' }).click();
    await next.getByRole('button', { name: 'More for Call to Martin Oyelaran' }).click(PATIENT);
    await next.getByRole('menuitem', { name: 'Delete for good' }).click();
    await next.getByRole('button', { name: 'Delete for good' }).click();
    await expect.poll(() => next.getByRole('link', { name: /Call to Martin Oyelaran/ }).count(), PATIENT).toBe(0);
    expect(await axe(next)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'addresses and ids that lead nowhere say so, with a way on',
  async () => {
    const { page, context } = await openPage(browser, server.url, { mayLoseServer: true });
    const id = crypto.randomUUID();
    for (const [path, title] of [
      ['/nowhere', 'There is nothing at this address'],
      ['/review/42', 'There is nothing at this address'],
      [`/review/${id}`, 'There is no such take'],
      [`/rehearse/${id}`, 'There is no such script'],
      [`/compare/${id}`, 'There is no such script'],
    ] as const) {
      await page.goto(server.url + path);
      await page.getByRole('heading', { name: title }).waitFor(PATIENT);
      expect(await axe(page)).toEqual([]);
    }
    await picture(page, 'not-here');
    await page.getByRole('button', { name: 'To the start' }).click();
    await page.getByRole('heading', { name: 'Leave a voicemail' }).waitFor(PATIENT);
    await context.close();
  },
  LONG_MS,
);

test(
  'a script is duplicated, found among many and deleted',
  async () => {
    for (let i = 1; i <= 10; i++) await server.script(crypto.randomUUID(), `To person ${i}`);
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.getByRole('searchbox').fill('person 3');
    await page.getByRole('button', { name: 'More for To person 3' }).click(PATIENT);
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect.poll(() => page.getByLabel('Name of the script').inputValue(), PATIENT).toBe('To person 3 (copy)');
    await page.getByText('Kept', { exact: true }).waitFor(PATIENT);
    await page.getByRole('button', { name: 'More for To person 3 (copy)' }).click();
    await page.getByRole('menuitem', { name: 'Delete for good' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { name: 'Leave a voicemail' }).waitFor(PATIENT);
    await page.getByRole('searchbox').fill('person 3');
    await expect.poll(() => page.locator('a[href^="/script/"].row').count(), PATIENT).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
