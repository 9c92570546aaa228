import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, openPage, picture, tabTo } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const TAKE = '33333333-3333-4333-8333-333333333333';
const WIDTHS = [320, 390, 1280];
/** Has an ask that is too open, with an edit ready, and a false tie. */
const TEXT =
  'Hello Ms. Calder, this is Theo Lindgren. I came across your profile. I would love to pick your brain over coffee. My number is 415-555-0142.';

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer(() => sampleArtifacts('consultant'));
  await server.take({ id: TAKE, name: 'Take 1', scriptId: null, sound: toneFile(1) });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const field = (page: Page) => page.getByLabel('Script: what you would say');

async function write(page: Page, text: string): Promise<void> {
  await page.goto(`${server.url}/script`);
  await field(page).fill(text);
  await page.getByRole('heading', { name: /Ready to apply|Only you can say/ }).waitFor(PATIENT);
}

async function soundAt(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 860 });
    expect(await axe(page), `${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }
}

test(
  'what is underlined has a card under the pointer, with its fix; it stays for the pointer on it, and goes with the pointer or Escape',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await write(page, TEXT);
    const card = page.locator('.fix-card');
    const mark = page.locator('.editor-under mark').first();
    await mark.scrollIntoViewIfNeeded();
    const over = async () => {
      // What is underlined may go over two lines: its first one counts.
      const { x, y } = await mark.evaluate((element) => {
        const [first] = element.getClientRects();
        return { x: (first?.left ?? 0) + 8, y: (first?.top ?? 0) + (first?.height ?? 0) / 2 };
      });
      await page.mouse.move(x, y);
    };
    await over();
    await card.waitFor(PATIENT);
    const message = (await card.locator('.finding-message').textContent()) ?? '';
    expect(message.length).toBeGreaterThan(10);
    const on = await card.boundingBox();
    if (on === null) throw new Error('the card has no place');
    await page.mouse.move(on.x + on.width / 2, on.y + on.height / 2, { steps: 3 });
    await page.waitForTimeout(600);
    expect(await card.count()).toBe(1);
    await page.mouse.move(5, 5);
    await expect.poll(() => card.count(), PATIENT).toBe(0);
    await over();
    await card.waitFor(PATIENT);
    await field(page).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => card.count(), PATIENT).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'by keyboard F8 shows the card and it can be applied from there; undo and redo go over fixes as over what was typed',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await write(page, TEXT);
    const card = page.locator('.fix-card');
    await field(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await card.waitFor(PATIENT);
    await soundAt(page, WIDTHS);
    await picture(page, 'fix-card');
    // Beside the script the verdict has one column, as wide as its card.
    const widths = await page
      .locator('.script-read .verdict > *')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
    expect(new Set(widths).size).toBe(1);
    await card.getByRole('button', { name: 'Apply this' }).waitFor(PATIENT);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Apply this');
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page).inputValue(), PATIENT).not.toBe(TEXT);
    const mended = await field(page).inputValue();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page).inputValue(), PATIENT).toBe(TEXT);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => field(page).inputValue(), PATIENT).toBe(mended);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => field(page).inputValue(), PATIENT).toBe(TEXT);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => field(page).inputValue(), PATIENT).toBe(mended);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a review is printed with everything that is folded on the screen, and without what is pressed',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/review/${TAKE}`);
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    await page.evaluate(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    await tabTo(page, /^Print$/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as unknown as { printed?: boolean }).printed)).toBe(true);
    const evidence = page.locator('.tip .finding-evidence');
    expect(await evidence.count()).toBeGreaterThan(5);
    const seen = async () => {
      const all = await evidence.all();
      return (await Promise.all(all.map((one) => one.isVisible()))).filter(Boolean).length;
    };
    expect(await seen()).toBeLessThan(await evidence.count());
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(await evidence.count());
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Record again' }).isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'the seven tips are told once at the start, each with an example to hear, and again to whoever asks',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    const tips = page.getByRole('region', { name: 'The seven tips' });
    await tips.waitFor(PATIENT);
    expect(await tips.getByRole('listitem').count()).toBe(7);
    const asked = page.waitForRequest((request) => request.url().endsWith('/previews'), PATIENT);
    await tips.getByRole('button', { name: 'Hear it: A number to write down' }).click();
    expect((await asked).postDataJSON().text).toContain('415-555-0142');
    await soundAt(page, WIDTHS);
    await tips.getByRole('button', { name: 'I know them' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'What are the seven tips?' }).click(PATIENT);
    await tips.waitFor(PATIENT);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'what is told in the settings is used in the rooms: who calls, the country of the number, the pace',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    await tabTo(page, /^Settings$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor(PATIENT);
    await page.getByLabel('Your name, as you say it').fill('Nora Castell');
    await page.getByLabel('Your country').selectOption({ label: 'United Kingdom' });
    await page.getByLabel('Words you speak in a minute').fill('20');
    await page.getByText('A number from 80 to 260').waitFor(PATIENT);
    await page.getByLabel('Words you speak in a minute').fill('100');
    await soundAt(page, WIDTHS);
    await picture(page, 'settings');
    await page.goto(`${server.url}/plan`);
    await expect.poll(() => page.getByLabel('Your name, as you say it').inputValue(), PATIENT).toBe('Nora Castell');
    await page.getByLabel('Whom you call').fill('Martin Oyelaran');
    await page.getByLabel('The one question').fill('Is the operations role still open?');
    await page.getByLabel('Your number').fill('020 7946 0142');
    await expect.poll(() => page.locator('.composed-text').allTextContents(), PATIENT).toContainEqual(expect.stringContaining('020'));
    const secondsOf = async () => {
      await page.goto(`${server.url}/script`);
      await field(page).fill(TEXT);
      await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
      return Number.parseInt((await page.locator('.length strong').textContent()) ?? '', 10);
    };
    const slow = await secondsOf();
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Words you speak in a minute').fill('220');
    expect(await secondsOf()).toBeLessThan(slow);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
