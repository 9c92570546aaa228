import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, openPage, picture, TOP } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const MOST_HEIGHT_PX = 60;

/** The sample's own script with another name, another digit at the end and a sentence more. */
const SCRIPT = readFileSync(join(TOP, 'fixtures', 'scripts', 'alumnus.txt'), 'utf8')
  .replace('Professor Adams', 'Professor Hendricks')
  .replace('0188', '0189')
  .replace('Could you', 'The firms will not wait for me. Could you');

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer(() => ({ ...sampleArtifacts('alumnus'), script: SCRIPT }));
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test(
  'a take is shown along its script, with what was left out and what was said otherwise',
  async () => {
    const id = crypto.randomUUID();
    await server.take({ id, name: 'Take 1', scriptId: null, sound: toneFile(20) });
    const { page, context } = await openPage(browser, server.url);
    await page.goto(`${server.url}/review/${id}`);
    const along = page.getByRole('region', { name: 'Along your script' });
    await along.waitFor(PATIENT);
    const told = await along.getByRole('listitem').allInnerTexts();
    expect(told.map((text) => text.split('\n')[0])).toEqual([
      'You said “Adams”; the script says “Hendricks”.',
      'You left out “The firms will not wait for me”.',
      'You said “617-555-0188”; the script says “617-555-0189”.',
      '“thomas@example.com” was heard as it is written.',
    ]);
    expect(await along.locator('del').textContent()).toContain('The firms will not wait for me.');
    expect(await along.locator('mark').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Hendricks'), expect.stringContaining('617-555-0189')]),
    );
    await along
      .getByRole('button', { name: /Hear it at/ })
      .first()
      .press('Enter');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'along-script');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), PATIENT).toBe(true);
    await along.scrollIntoViewIfNeeded();
    for (const button of await along.getByRole('button', { name: /Hear it at/ }).all()) {
      // A time that breaks at every digit makes the button as high as three lines.
      expect((await button.boundingBox())?.height).toBeLessThan(MOST_HEIGHT_PX);
    }
    await picture(page, 'along-script-phone');
    await context.close();
  },
  LONG_MS,
);
