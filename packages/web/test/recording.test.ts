import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { microphoneFile, openBrowser, openPage, picture } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const SCRIPT = '22222222-2222-4222-8222-222222222222';
const TAKE = '33333333-3333-4333-8333-333333333333';

let folder: string;
let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-recording-'));
  server = await seededServer(() => sampleArtifacts('alumnus'));
  await server.script(SCRIPT, 'To Ms. Carter');
  await server.take({ id: TAKE, name: 'Take 1', scriptId: SCRIPT, sound: toneFile(1) });
  browser = await openBrowser(microphoneFile(folder, 'alumnus', 20));
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
}

/** Digits of the drawings that lie on the one before. */
function digitsOnEachOther(drawings: Element[]): string[] {
  return drawings.flatMap((drawing) => {
    const digits = [...drawing.children].map((digit) => digit.getBoundingClientRect());
    return digits.flatMap((box, i) => (i > 0 && box.left < (digits[i - 1]?.right ?? 0) ? [`digit ${i + 1}`] : []));
  });
}

test(
  'from a review to the next take of the same script in two presses; the other rooms keep the script',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/review/${TAKE}`);
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    for (const room of ['Script', 'Rehearse', 'Compare'])
      await expect.poll(() => page.getByRole('link', { name: room }).getAttribute('href'), PATIENT).toContain(SCRIPT);
    // What speaks for the message stands under a heading of its own, apart from what to try.
    const well = page.locator('.verdict-well');
    expect(await well.getByRole('heading').textContent()).toBe('What went well');
    expect(await well.getByRole('listitem').count()).toBeGreaterThan(0);
    await page.getByRole('heading', { name: /^(?:One thing to try: |Nothing left to mend)/ }).waitFor(PATIENT);
    expect(await page.locator('main').textContent()).not.toMatch(/moonshine|mu-law|seed \d/i);
    expect(await page.locator('.mention-digits').evaluateAll(digitsOnEachOther)).toEqual([]);
    await page.getByRole('button', { name: 'Record again' }).click();
    await record(page);
    await page.getByRole('button', { name: 'Stop and review' }).click();
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    expect(await page.getByLabel('Name of the take').inputValue()).toBe('Take 2');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a microphone is tested and chosen without recording, the recording is counted down, and can still be put off',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/rehearse/${SCRIPT}`);
    await page.getByRole('button', { name: 'Test the microphone' }).click(PATIENT);
    await page.getByLabel('Microphone', { exact: true }).waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'End the test' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('then speak').waitFor(PATIENT);
    await page.getByRole('button', { name: 'Not yet' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).waitFor(PATIENT);
    const takes = (await (await fetch(`${server.url}/api/v1/takes`)).json()) as { state: string }[];
    expect(takes.filter(({ state }) => state === 'recording')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'starting over asks first and starts again; leaving asks and leads where the person wanted',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/script/${SCRIPT}`);
    await page.getByRole('button', { name: 'Rehearse it' }).click(PATIENT);
    await record(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('alertdialog').waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'rehearse-start-over');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start over' }).click();
    await page.getByText('then speak').waitFor(PATIENT);
    await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
    await page.getByRole('link', { name: 'Plan' }).click();
    await page.getByRole('button', { name: 'Go on recording' }).click(PATIENT);
    expect(await page.getByRole('button', { name: 'Stop and review' }).count()).toBe(1);
    await page.goBack();
    await page.getByRole('alertdialog', { name: 'You are recording' }).waitFor(PATIENT);
    await page.getByRole('button', { name: 'Go on recording' }).click();
    await page.getByRole('link', { name: 'Plan' }).click();
    await page.getByRole('button', { name: 'Stop and keep it' }).click(PATIENT);
    await page.getByRole('heading', { name: 'Plan the call' }).waitFor(PATIENT);
    const states = async () =>
      ((await (await fetch(`${server.url}/api/v1/takes`)).json()) as { state: string }[]).map(({ state }) => state);
    await expect.poll(states, PATIENT).not.toContain('recording');
    expect(new URL(page.url()).pathname).toMatch(/^\/plan\//);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'every room fits a phone of 320 and 390 pixels with long titles, words and addresses; record and stop lie at the thumb',
  async () => {
    const script = crypto.randomUUID();
    const long = 'Antidisestablishmentarianism@an-address-that-nobody-would-ever-want-to-dictate.example.com';
    await fetch(`${server.url}/api/v1/scripts/${script}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: `Hello, this is ${long} and I would like to`,
        text: `Hello, this is ${long}. Call me at 415-555-0142.`,
      }),
    });
    const take = crypto.randomUUID();
    await server.take({ id: take, name: `${long} (take)`, scriptId: script, sound: toneFile(1) });
    const { page, context, faults } = await openPage(browser, server.url);
    const found: string[] = [];
    for (const path of [
      '/',
      '/plan',
      `/script/${script}`,
      `/rehearse/${script}`,
      '/rehearse',
      `/review/${take}`,
      '/review',
      `/compare/${script}`,
      '/compare',
    ]) {
      await page.goto(server.url + path);
      await page.getByRole('main').locator('h1, input').first().waitFor(PATIENT);
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 760 });
        await page.waitForTimeout(300);
        await picture(page, `phone-${path.split('/')[1] || 'start'}-${path.split('/').length}-${width}`);
        found.push(...(await page.evaluate(cutOff)).map((what) => `${path} ${width}: ${what}`));
      }
      if (path === `/rehearse/${script}`) {
        const box = await page.getByRole('button', { name: 'Record', exact: true }).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(600);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(760);
      }
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

/** What reaches over the right edge of the window, or makes the page wider than it. */
function cutOff(): string[] {
  const width = document.documentElement.clientWidth;
  const over = [...document.querySelectorAll('main button, main a, main input, main h1, main h2, main p, main .prompter-text span')].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility(),
  );
  const wide = document.documentElement.scrollWidth > width ? ['the page is wider than the window'] : [];
  return [...wide, ...over.slice(0, 3).map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 40)}`)];
}
