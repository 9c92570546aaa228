import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, openPage } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const TAKE = '33333333-3333-4333-8333-333333333333';
/** How schemas speak. */
const SCHEMA_WORDS = /Too (?:small|big)|expected \w+|Invalid|"[\w.]+":|must (?:be|hold|not)|unrecognized|schema/i;

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer(() => sampleArtifacts('alumnus'));
  await server.take({ id: TAKE, name: 'Take 1', scriptId: null, sound: toneFile(1) });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Drops a file on the page as a person would. */
async function drop(page: Page, name: string, type: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, fileType, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: fileType }));
      return transfer;
    },
    [name, type, text] as const,
  );
  await page.dispatchEvent('.page', 'drop', { dataTransfer: data });
}

test(
  'one field that cannot be used is told at the field and keeps back no script, and no schema speaks',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/plan`);
    await page.getByLabel('Your name, as you say it').fill('Nora Castell');
    await page.getByLabel('Whom you call').fill('Martin Oyelaran');
    await page.getByLabel('The one question').fill('Is the operations role still open?');
    await page.getByLabel('Who else can set a time').fill('Lena');
    await page.getByLabel('Minutes it takes').fill('a while');
    await page.getByLabel('Your e-mail address').fill('nora at example');
    await page.getByLabel('Your number').fill('+1 415 555');
    await page.getByLabel('By when').focus();
    await page.getByText('How many minutes is').waitFor(PATIENT);
    await page.getByText('An address has an @').waitFor(PATIENT);
    await page.getByText('Which area code goes before it?').waitFor(PATIENT);
    await page.getByRole('button', { name: 'Use this one' }).first().waitFor(PATIENT);
    expect(await page.locator('main').textContent()).not.toMatch(SCHEMA_WORDS);
    await page.getByLabel('Minutes it takes').fill('twenty');
    await expect.poll(() => page.locator('.composed-text').allTextContents(), PATIENT).toContainEqual(expect.stringMatching(/20|twenty/i));
    expect(await axe(page)).toEqual([]);
    // The server's own words about a person it cannot read do not reach the page, and what is told goes when it is mended.
    await page.getByText('Find a tie in your contacts').click();
    await page.route('**/api/v1/bridge', (route) =>
      route.fulfill({ status: 422, json: { code: 'bad-person', detail: 'you cannot be read as a person: "name": Too small' } }),
    );
    await page.getByRole('button', { name: 'Look without files' }).click();
    await page.getByText('Both names are needed').waitFor(PATIENT);
    expect(await page.locator('main').textContent()).not.toMatch(SCHEMA_WORDS);
    await page.getByLabel('Your schools').fill('Marlow College');
    await expect.poll(() => page.getByText('Both names are needed').count(), PATIENT).toBe(0);
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a text that is dropped is offered as a script, a list of people as contacts',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'Leave a voicemail' }).waitFor(PATIENT);
    await drop(page, 'my call.txt', 'text/plain', 'Hello Ms. Calder, this is Theo Lindgren.');
    await page.getByRole('button', { name: 'Make it a script' }).click(PATIENT);
    await expect.poll(() => page.getByLabel('Script: what you would say').inputValue(), PATIENT).toContain('Theo Lindgren');
    expect(await page.getByLabel('Name of the script').inputValue()).toBe('my call');
    await drop(page, 'Connections.csv', 'text/csv', 'First Name,Last Name\nDana,Whitfield');
    await page.getByRole('button', { name: 'Look for a tie in it' }).click(PATIENT);
    await page.getByRole('button', { name: 'Look in Connections.csv' }).waitFor(PATIENT);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'after a word is corrected the keyboard is on that word',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/review/${TAKE}`);
    await page.getByRole('button', { name: 'Correct a word' }).click(PATIENT);
    await page.locator('.word').nth(3).click();
    await page.locator('.word-field').fill('Theodora');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused, PATIENT).toBe('Theodora');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
