import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, openPage, picture } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const SCRIPT = '11111111-1111-4111-8111-111111111111';
const WITH_TIE = '22222222-2222-4222-8222-222222222222';
const WITHOUT_TIE = '33333333-3333-4333-8333-333333333333';
const WIDTHS = [390, 1280];
/** How a marker speaks, never a coach. */
const MARKING = /looked for|found none|\bexpected\b|gets deleted|Behind because|: worse|Next, to better|Mend first/;

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer((name) => sampleArtifacts(name === 'Take 1' ? 'alumnus' : 'consultant'));
  await server.script(SCRIPT, 'To Ms. Carter');
  await server.take({ id: WITH_TIE, name: 'Take 1', scriptId: SCRIPT, sound: toneFile(1) });
  await server.take({ id: WITHOUT_TIE, name: 'Take 2', scriptId: SCRIPT, sound: toneFile(1) });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openAllTips(page: Page): Promise<void> {
  for (const tip of await page.locator('.tip-head').all()) if ((await tip.getAttribute('aria-expanded')) === 'false') await tip.click();
}

test(
  'a review says what went well, then one thing, then the rest, as someone would say it aloud',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 860 });
      await page.goto(`${server.url}/review/${WITHOUT_TIE}`);
      const verdict = page.getByRole('region', { name: 'Verdict' });
      await verdict.waitFor(PATIENT);
      const headings = await verdict.getByRole('heading', { level: 2 }).allTextContents();
      expect(headings).toEqual(['What went well', expect.stringMatching(/^One thing to try: /), 'This can wait']);
      const top = async (name: RegExp) => (await verdict.getByRole('heading', { name }).boundingBox())?.y ?? 0;
      if (width === 390) expect(await top(/well/)).toBeLessThan(await top(/One thing/));
      await openAllTips(page);
      const words = (await page.locator('main').textContent()) ?? '';
      expect(words).not.toMatch(MARKING);
      for (const evidence of await page.locator('.finding-evidence').allTextContents()) expect(evidence).toMatch(/^[\p{Lu}\d“]/u);
      expect(await axe(page)).toEqual([]);
      await picture(page, `coaching-review-${width}`);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'takes side by side are coached too, each by its name',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 860 });
      await page.goto(`${server.url}/compare/${SCRIPT}`);
      await page.getByText('“Take 1” is your best so far.').waitFor(PATIENT);
      await page.getByRole('heading', { name: 'What slipped this time' }).waitFor(PATIENT);
      expect((await page.locator('main').textContent()) ?? '').not.toMatch(MARKING);
      expect(await axe(page)).toEqual([]);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a plan begins with the calls people make, by keyboard, and the script grows beside it; whom one planned for is kept',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Plan a call' }).click();
    const calls = page.getByRole('group', { name: 'What is the call for?' });
    await calls.waitFor(PATIENT);
    expect(
      await calls.getByRole('radio').evaluateAll((all) => all.map((one) => one.closest('label')?.querySelector('.call-name')?.textContent)),
    ).toEqual(['After a job', 'A new client', 'A meeting', 'Something else']);
    expect(await calls.getByRole('radio', { checked: true }).count()).toBe(0);
    await calls.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    expect(await calls.getByRole('radio', { name: 'After a job' }).isChecked()).toBe(true);
    await page.getByLabel('Your name, as you say it').fill('Nora Castell');
    await page.getByLabel('Whom you call').fill('Professor Nakamura');
    await page.getByLabel('Where they work').fill('Delmar Clinic');
    const growing = page.getByRole('region', { name: 'Your script so far' });
    await expect.poll(() => growing.textContent(), PATIENT).toContain('Hello Professor Nakamura, this is Nora Castell');
    await page.getByLabel('Your number').fill('+1 415 555 0142');
    await page.getByLabel('The one question').fill('I am interested in the job');
    await page.getByLabel('By when').focus();
    await page.getByText('This says something of you.').waitFor(PATIENT);
    await page.getByLabel('The one question').fill('the operations role is still open');
    await expect
      .poll(() => page.locator('.composed-text').allTextContents(), PATIENT)
      .toContainEqual(expect.stringMatching(/Professor Nakamura/));
    expect(await growing.count()).toBe(0);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 860 });
      expect(await axe(page)).toEqual([]);
    }
    await picture(page, 'coaching-plan');
    await page.getByRole('button', { name: 'New plan' }).click();
    await expect.poll(() => page.getByLabel('Whom you call').inputValue(), PATIENT).toBe('');
    expect(await page.getByLabel('Your name, as you say it').inputValue()).toBe('Nora Castell');
    await page.getByRole('button', { name: 'Call Professor Nakamura again' }).click(PATIENT);
    expect(await page.getByLabel('Whom you call').inputValue()).toBe('Professor Nakamura');
    expect(await page.getByLabel('Where they work').inputValue()).toBe('Delmar Clinic');
    expect(await page.getByLabel('The one question').inputValue()).toBe('');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
