import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { microphoneFile, openBrowser, openPage, picture, tabTo } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const SCRIPT = '11111111-1111-4111-8111-111111111111';

let folder: string;
let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-phone-page-'));
  server = await seededServer(() => sampleArtifacts('alumnus'), { networkAddress: () => '127.0.0.1' });
  await server.script(SCRIPT, 'To Ms. Carter');
  browser = await openBrowser(microphoneFile(folder, 'reference', 9));
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'a phone that scanned the code records, its take opens on the computer, and switched off it reaches nothing',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/rehearse/${SCRIPT}`);
    await tabTo(page, /^Record with a phone$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'A phone as microphone' });
    await dialog.getByRole('button', { name: 'Switch it on' }).click(PATIENT);
    await dialog.getByRole('img', { name: /Code/ }).waitFor(PATIENT);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 860 });
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await picture(page, 'phone-code');
    const url = (await dialog.locator('.phone-address').textContent()) ?? '';
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/[\w-]{40,}$/);

    const pocket = await browser.newContext({ viewport: { width: 390, height: 760 }, ignoreHTTPSErrors: true });
    const phone = await pocket.newPage();
    const elsewhere: string[] = [];
    phone.on('request', (request) => {
      if (!request.url().startsWith(new URL(url).origin) && !/^(?:blob|data):/.test(request.url())) elsewhere.push(request.url());
    });
    await phone.goto(url);
    await dialog.getByText('A phone is connected').waitFor(PATIENT);
    expect(await axe(phone)).toEqual([]);
    await picture(phone, 'phone-records');
    await phone.getByRole('button', { name: 'Record' }).click();
    await phone.getByRole('button', { name: 'Stop and send' }).waitFor(PATIENT);
    await expect.poll(() => phone.locator('#time').textContent(), PATIENT).not.toBe('0:00');
    await phone.getByRole('button', { name: 'Stop and send' }).click();
    await phone.getByText('It is on your computer').waitFor(PATIENT);
    await page.waitForURL(/\/review\//, PATIENT);
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    const id = page.url().split('/').at(-1);
    const take = await page.evaluate(async (one) => (await fetch(`/api/v1/takes/${one}`)).json(), id);
    expect(take).toMatchObject({ name: 'From the phone', scriptId: SCRIPT });
    expect(take.durationSec).toBeGreaterThan(0.5);

    await phone.getByRole('button', { name: 'Record again' }).click();
    await phone.getByRole('button', { name: 'Stop and send' }).waitFor(PATIENT);
    await page.goto(`${server.url}/settings`);
    await page.getByRole('button', { name: 'Switch it off' }).click(PATIENT);
    await page.getByRole('button', { name: 'Switch it on' }).waitFor(PATIENT);
    await phone.getByRole('button', { name: 'Stop and send' }).click();
    await phone.getByText('It could not be sent. The computer has switched this off').waitFor(PATIENT);
    await phone.getByRole('button', { name: 'Record' }).click();
    await expect.poll(() => phone.locator('#state').textContent(), PATIENT).toMatch(/^The computer has switched this off/);
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
    await pocket.close();
    await context.close();
  },
  LONG_MS,
);
