import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const SCRIPT = '11111111-1111-4111-8111-111111111111';
const [FIRST, SECOND] = ['12222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222'];
const SECONDS = 30;

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer((name) => sampleArtifacts(name.includes('2') ? 'alumnus' : 'consultant'));
  await server.script(SCRIPT, 'Ms. Carter');
  await server.take({ id: FIRST, name: 'Take 1', scriptId: SCRIPT, sound: toneFile(SECONDS) });
  await server.take({ id: SECOND, name: 'Take 2', scriptId: SCRIPT, sound: toneFile(SECONDS) });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Pairs of elements that lie on each other. */
function onEachOther(selector: string): string[] {
  const boxes = [...document.querySelectorAll(selector)].map((element) => [element.textContent, element.getBoundingClientRect()] as const);
  return boxes.flatMap(([name, a], i) =>
    boxes
      .slice(i + 1)
      .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map(([other]) => `${name} on ${other}`),
  );
}

test(
  'pitch and level are a sentence with a scale, marks lie apart on a phone, and of the number one finding is told',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    for (const id of [FIRST, SECOND]) {
      await page.goto(`${server.url}/review/${id}`);
      await page.locator('.track').nth(1).waitFor(PATIENT);
      expect(await page.locator('.track figcaption').allTextContents()).toEqual([
        expect.stringMatching(/^Pitch Your voice .+\.$/),
        expect.stringMatching(/^Level .+\.$/),
      ]);
      expect(await page.locator('.track-scale').allTextContents()).toEqual([
        expect.stringMatching(/^\d+ Hz$/),
        expect.stringMatching(/^\d+ Hz$/),
        '0 dB',
        expect.stringMatching(/^-\d+ dB$/),
      ]);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 860 });
        await page.waitForTimeout(200);
        expect(await page.evaluate(onEachOther, '.flag'), `${width}`).toEqual([]);
        expect(await page.evaluate(onEachOther, '.mention-digits span'), `${width}`).toEqual([]);
      }
      const number = page.locator('.tip', { hasText: 'A number to write down' });
      if ((await number.locator('.tip-panel').isVisible()) === false) await number.getByRole('button').first().click();
      await expect.poll(() => number.locator('.finding:visible').count(), PATIENT).toBe(1);
    }
    expect(await page.evaluate(() => document.fonts.check('1em "Atkinson Hyperlegible Next Variable"'))).toBe(true);
    expect(await page.locator('main').textContent()).not.toMatch(/house rule|[mµ]u?-law|npm start|affiliation/i);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'takes side by side fill the width they have',
  async () => {
    const { page, context } = await openPage(browser, server.url);
    await page.goto(`${server.url}/compare/${SCRIPT}`);
    await page.getByRole('article').nth(1).waitFor(PATIENT);
    const [all, last] = await Promise.all([page.locator('.takes').boundingBox(), page.getByRole('article').nth(1).boundingBox()]);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThan((all?.x ?? 0) + (all?.width ?? 0) - 2);
    await context.close();
  },
  LONG_MS,
);

test(
  'a plan asks why by then once there is a date, and the scripts say it; a script to begin with is heard out',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/plan`);
    await page.getByLabel('Your name, as you say it').fill('nora castell');
    await page.getByLabel('Whom you call').fill('mr oyelaran');
    await page.getByLabel('The one question').fill('is the role\nstill open');
    await page.getByLabel('Your number').fill('+1 415 555 0142');
    expect(await page.getByLabel('Why by then').count()).toBe(0);
    await page.getByLabel('By when').fill('friday');
    await page.getByLabel('Why by then').fill('because of the audit');
    const scripts = () => page.locator('.composed-text').allTextContents();
    await expect.poll(scripts, PATIENT).toContainEqual(expect.stringMatching(/by Friday.*because of the audit/));
    expect((await scripts()).join(' ')).toMatch(/Mr Oyelaran/);
    await page.goto(`${server.url}/script/${crypto.randomUUID()}`);
    await page.getByRole('button', { name: 'A question to an alumna' }).click(PATIENT);
    await expect
      .poll(async () => Number.parseInt((await page.locator('.length strong').textContent()) ?? '0', 10), PATIENT)
      .toBeGreaterThan(10);
    expect(Number.parseInt((await page.locator('.length strong').textContent()) ?? '99', 10)).toBeLessThanOrEqual(30);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
