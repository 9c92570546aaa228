import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveAnswer } from '@ringback/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTDOWN_SEC, freePort, microphoneFile, openBrowser, openPage, type ServedPage, servePage } from './harness.ts';

/** How many takes the times are reported for, and how long each is: RINGBACK_TAKES=10 RINGBACK_TAKE_SEC=30 for the figures in docs/page.md. */
const TAKES = Number(process.env.RINGBACK_TAKES ?? 1);
const TAKE_SEC = Number(process.env.RINGBACK_TAKE_SEC ?? 9);
/** Seconds after the last word at which a person stops. */
const REST_SEC = 0.5;
const PATIENT = { timeout: 120_000 };
const LONG_MS = 400_000;
const RATE = 16_000;
const BYTES_PER_SAMPLE = 2;

let folder: string;
let server: ServedPage;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-stop-'));
  server = await servePage(join(folder, 'data'), await freePort());
  browser = await openBrowser(microphoneFile(folder, 'reference', TAKE_SEC, COUNTDOWN_SEC));
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Notes, just before every answer to what was heard, how many seconds of sound had been sent beyond what the checklist covered: the longest that it lagged. */
function watchLag(page: Page): number[] {
  const lags: number[] = [];
  page.on('websocket', (socket) => {
    let sentSec = 0;
    let coveredSec = 0;
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string') sentSec += payload.length / BYTES_PER_SAMPLE / RATE;
    });
    socket.on('framereceived', ({ payload }) => {
      const answer = JSON.parse(String(payload)) as LiveAnswer;
      if (answer.type !== 'heard') return;
      lags.push(sentSec - coveredSec);
      coveredSec = answer.heardSec;
    });
  });
  return lags;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

test(
  'the time from stop to review and the lag of the checklist are reported',
  async () => {
    const { page, context } = await openPage(browser, server.url);
    const lags = watchLag(page);
    const script = randomUUID();
    const kept = await fetch(`${server.url}/api/v1/scripts/${script}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'A reference', text: 'Hello Mr. Okafor, this is Joan Miller. Could you call me back?' }),
    });
    expect(kept.ok).toBe(true);
    const times: number[] = [];
    for (let take = 0; take < TAKES; take++) {
      await page.goto(`${server.url}/rehearse/${script}`);
      await page.getByRole('button', { name: 'Record', exact: true }).click(PATIENT);
      await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
      await page.waitForTimeout((TAKE_SEC + REST_SEC) * 1000);
      times.push(
        await page.evaluate(async () => {
          const began = performance.now();
          [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Stop and review'))?.click();
          while (document.querySelector('.verdict') === null && performance.now() - began < 60_000)
            await new Promise((resolve) => requestAnimationFrame(resolve));
          return performance.now() - began;
        }),
      );
    }
    process.stdout.write(
      `stop to review, ${TAKES} take(s) of ${TAKE_SEC} s: median ${quantile(times, 0.5).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms\n` +
        `checklist behind speech: median ${quantile(lags, 0.5).toFixed(2)} s, 90th percentile ${quantile(lags, 0.9).toFixed(2)} s, longest ${Math.max(...lags).toFixed(2)} s\n`,
    );
    expect(await page.getByRole('region', { name: 'Verdict' }).count()).toBe(1);
    // Somebody spoke, so the checklist was told more than once.
    expect(lags.length).toBeGreaterThan(1);
    await context.close();
  },
  LONG_MS * Math.max(1, TAKES),
);
