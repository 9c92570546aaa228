import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { freePort, openBrowser, openPage, picture, type ServedPage, servePage } from './harness.ts';

const PATIENT = { timeout: 30_000 };
const LONG_MS = 200_000;
const GOOD =
  "Hello Martin, this is Nora Castell. I have one question: is the operations role still open? Please call me back at 415, 555, 0142. Or e-mail me at nora at example dot com. That's 415, 555, 0142. Thank you.";

let folder: string;
let server: ServedPage;
let fake: Server;
let browser: Browser;
/** What the fake chat model answers. */
let proposals: string[] = [];
let key: string | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-own-models-'));
  fake = createServer((request, response) => {
    key = request.headers.authorization;
    request.resume();
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ proposals }) } }] }));
  });
  await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
  const { port } = fake.address() as AddressInfo;
  mkdirSync(join(folder, 'data'));
  const chat = { baseUrl: `http://127.0.0.1:${port}/v1`, model: 'fake-chat', keyFrom: 'FAKE_CHAT_KEY' };
  const transcription = { baseUrl: 'https://speech.example/v1', model: 'whisper-1' };
  writeFileSync(join(folder, 'data', 'models.json'), JSON.stringify({ modelsVersion: 1, chat, transcription }));
  server = await servePage(join(folder, 'data'), await freePort(), { FAKE_CHAT_KEY: 'secret' });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.kill();
  fake?.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'every room says that words leave the machine; what a model proposes is shown only where it says what the plan says',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/plan`);
    const mark = page.getByRole('complementary', { name: 'What leaves this machine' });
    await mark.waitFor(PATIENT);
    expect(await mark.textContent()).toMatch(/Words leave this machine: recordings .* go to speech\.example \(whisper-1\)/);
    await page.getByLabel('Your name, as you say it').fill('Nora Castell');
    await page.getByLabel('Whom you call').fill('Martin Oyelaran');
    await page.getByLabel('The one question').fill('Is the operations role still open?');
    await page.getByLabel('Your number').fill('+1 415 555 0142');
    await page.getByLabel('Your e-mail address').fill('nora@example.com');
    proposals = [GOOD.replace('I have one question', 'You won a prize. I have one question')];
    await page.getByRole('button', { name: 'Ask fake-chat for other words' }).click(PATIENT);
    await page.getByText('Nothing it proposed can be shown.').waitFor(PATIENT);
    await page.getByText('Not shown: 1 said something that you did not.').waitFor(PATIENT);
    expect(key).toBe('Bearer secret');
    proposals = [];
    await page.getByRole('button', { name: 'Ask fake-chat for other words' }).click(PATIENT);
    await page.getByText('What was made here stands.').waitFor(PATIENT);
    expect(await page.locator('.composed').count()).toBeGreaterThan(0);
    proposals = [GOOD];
    await page.getByRole('button', { name: 'Ask fake-chat for other words' }).click(PATIENT);
    const shown = page.getByRole('region', { name: 'Proposals of fake-chat' });
    await shown.getByText(GOOD).waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'own-models');
    await shown.getByRole('button', { name: 'Use this one' }).click();
    await expect.poll(() => page.getByLabel('Script: what you would say').inputValue(), PATIENT).toBe(GOOD);
    await mark.waitFor(PATIENT);
    expect(faults.filter((fault) => !/422|500/.test(fault))).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
