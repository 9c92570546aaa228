import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginCall, type Call, type MessageRead, type OutcomeKind } from '@ringback/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, openBrowser, openPage, type ServedPage, servePage } from './harness.ts';

/** Calls of the log; 100,000 for the figures of docs/page.md. */
const CALLS = Number(process.env.RINGBACK_CALLS ?? 3_000);
/** Calls sent at once. */
const BATCH = 10_000;
const DAY_MS = 86_400_000;
const YEARS = 5;
const PATIENT = { timeout: 60_000 };
const LONG_MS = 900_000;
const NOW = Date.now();

let folder: string;
let server: ServedPage;
let browser: Browser;

/** A call some time in five years, a quarter of them answered. */
function callOf(i: number): Call {
  const leftAt = NOW - Math.floor((i / CALLS) * YEARS * 365 * DAY_MS) - DAY_MS;
  const decision: MessageRead['decision'] = i % 3 === 0 ? 'return' : 'toss-up';
  const read: MessageRead = {
    decision,
    score: (i % 10) / 10,
    durationSec: 15 + (i % 40),
    tips: { goal: i % 2 === 0 ? 'pass' : 'improve', bridge: i % 5 === 0 ? 'pass' : 'fail' },
    bridge: i % 5 === 0 ? 'referrer' : null,
    elements: { goal: (i % 2) as 0 | 1, bridge: i % 5 === 0 ? 1 : 0 },
  };
  const told = { whom: { name: `Person ${i}` }, leftAt: new Date(leftAt).toISOString(), objective: 'job' as const, read };
  const call = beginCall(crypto.randomUUID(), told, new Date(NOW).toISOString());
  const kind: OutcomeKind = i % 8 === 0 ? 'email' : 'phone';
  return i % 4 === 0 ? { ...call, outcomes: [{ kind, at: new Date(leftAt + ((i % 13) + 1) * DAY_MS * 0.9).toISOString() }] } : call;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-many-calls-'));
  // A process of its own: in this one, its work would hold up the clock that it is measured by.
  server = await servePage(join(folder, 'data'), await freePort());
  for (let from = 0; from < CALLS; from += BATCH) {
    const calls = Array.from({ length: Math.min(BATCH, CALLS - from) }, (_, i) => callOf(from + i));
    const body = JSON.stringify({ logVersion: 1, calls });
    const answer = await fetch(`${server.url}/api/v1/calls/import?name=log.json&write=true`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Milliseconds from the click on "Log" until each of these is there, by the page's own clock. */
async function timesOf(page: Page): Promise<Record<'list' | 'statistics' | 'again', number>> {
  await page.evaluate(() => {
    const seen = { list: 0, statistics: 0, again: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    const there = {
      list: () => document.querySelectorAll('.call-row').length === 50,
      statistics: () => /answered within/.test(document.querySelector('#log-says-title')?.textContent ?? ''),
      again: () => document.querySelector('.again-list li') !== null,
    };
    document.querySelector('a[href="/log"]')?.addEventListener('click', () => {
      const began = performance.now();
      const look = () => {
        for (const name of ['list', 'statistics', 'again'] as const)
          if (seen[name] === 0 && there[name]()) seen[name] = performance.now() - began;
        if (seen.list * seen.statistics * seen.again === 0) requestAnimationFrame(look);
      };
      look();
    });
  });
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.waitForFunction(
    () => Object.values((window as unknown as { seen: object }).seen).every((time) => time > 0),
    undefined,
    PATIENT,
  );
  return page.evaluate(() => (window as unknown as { seen: Record<'list' | 'statistics' | 'again', number> }).seen);
}

test(
  'a log of many calls opens with its first page, and older calls come when asked for',
  async () => {
    for (const round of [1, 2, 3]) {
      const { page, context, faults } = await openPage(browser, server.url);
      await page.goto(server.url);
      await page.getByRole('heading', { name: 'Leave a voicemail' }).waitFor(PATIENT);
      await page.waitForLoadState('networkidle');
      const { list, statistics, again } = await timesOf(page);
      const told = [`list ${list.toFixed(0)} ms`, `statistics ${statistics.toFixed(0)} ms`, `whom to try again ${again.toFixed(0)} ms`];
      process.stdout.write(`${CALLS} calls, round ${round}: ${told.join(', ')} after the click\n`);
      await page.getByRole('heading', { name: `${CALLS.toLocaleString('en-US')} calls` }).waitFor(PATIENT);
      expect(await page.locator('.call-row').count()).toBe(50);
      await page.getByRole('button', { name: /^Show older calls/ }).click();
      await expect.poll(() => page.locator('.call-row').count(), PATIENT).toBe(100);
      expect(faults).toEqual([]);
      await context.close();
    }
  },
  LONG_MS,
);
