import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, openPage, picture, tabTo } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const TEXT = 'Hello Ms. Calder, this is Theo Lindgren. Could you call me back? My number is 415-555-0142. Again: 415-555-0142.';

interface Said {
  text: string;
  voice: string;
  pitch: number;
}
interface Speaking {
  said: Said[];
  cancelled: number;
}

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  server = await seededServer(() => sampleArtifacts('alumnus'));
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A browser with these voices, each of which needs a moment for whatever it says. */
async function withVoices(page: Page, voices: readonly { name: string; lang: string; localService: boolean; default: boolean }[]) {
  await page.addInitScript((all) => {
    const speaking: Speaking = { said: [], cancelled: 0 };
    Object.assign(window, {
      speaking,
      SpeechSynthesisUtterance: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => all,
        addEventListener() {},
        cancel: () => {
          speaking.cancelled += 1;
        },
        speak({ text, voice, pitch, onend }: { text: string; voice: { name: string }; pitch: number; onend: () => void }) {
          speaking.said.push({ text, voice: voice.name, pitch });
          setTimeout(onend, 50);
        },
      },
    });
  }, voices);
}

const speaking = (page: Page) => page.evaluate(() => (window as unknown as { speaking: Speaking }).speaking);
const HERE = { name: 'Here', lang: 'en-GB', localService: true, default: false };
const AWAY = { name: 'Away', lang: 'en-US', localService: false, default: true };
const GERMAN = { name: 'Anna', lang: 'de-DE', localService: true, default: false };

async function write(page: Page, text: string): Promise<void> {
  await page.goto(`${server.url}/script`);
  await page.getByLabel('Script: what you would say').fill(text);
  await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
}

test(
  'a script is read by a voice of this system that sends nothing away, up at the end of a group and down at the end of the number',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await withVoices(page, [AWAY, GERMAN, HERE]);
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await write(page, TEXT);
    await page.getByRole('button', { name: 'Hear it read' }).click();
    await expect.poll(async () => (await speaking(page)).said.filter(({ text }) => text === 'two').length, PATIENT).toBe(2);
    const { said } = await speaking(page);
    expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set(['Here']));
    const pitchOf = (text: string) => said.filter((one) => one.text === text).map(({ pitch }) => pitch);
    expect(pitchOf('five').every((pitch) => pitch > 1)).toBe(true);
    expect(pitchOf('five').length).toBe(4);
    expect(pitchOf('two').every((pitch) => pitch < 1)).toBe(true);
    expect(pitchOf('Could you call me back?')).toEqual([1]);
    await page.getByRole('button', { name: 'Hear it read' }).waitFor(PATIENT);
    expect(asked.filter((path) => path.endsWith('/previews'))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'where every voice would send the words away, or speaks no English, the bundled one reads',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await withVoices(page, [AWAY, GERMAN]);
    await write(page, TEXT);
    const asked = page.waitForRequest((request) => request.url().endsWith('/previews'), PATIENT);
    await page.getByRole('button', { name: 'Hear it read' }).click();
    await asked;
    expect((await speaking(page)).said).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'the number is spoken along by keyboard: group by group, and Escape ends it and gives the focus back',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await withVoices(page, [HERE]);
    await write(page, TEXT);
    await tabTo(page, /^Speak the number along$/);
    await page.keyboard.press('Enter');
    const drill = page.getByRole('dialog', { name: 'Speak the number along' });
    await drill.waitFor(PATIENT);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused, PATIENT).toBe('Begin');
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 860 });
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await picture(page, 'drill');
    const now = drill.locator('[aria-current=step] .drill-digits');
    await page.keyboard.press('Enter');
    for (const group of ['415', '555', '0142']) await expect.poll(() => now.textContent({ timeout: 60_000 }), PATIENT).toBe(group);
    await drill.getByText('Well spoken').waitFor(PATIENT);
    expect((await speaking(page)).said.map(({ text }) => text)).toEqual([
      'four, one',
      'five',
      'five, five',
      'five',
      'zero, one, four',
      'two',
    ]);
    expect(await focused()).toBe('Again');
    await page.keyboard.press('Enter');
    await now.waitFor(PATIENT);
    await page.keyboard.press('Escape');
    await expect.poll(() => drill.count(), PATIENT).toBe(0);
    await expect.poll(focused, PATIENT).toBe('Speak the number along');
    const { said, cancelled } = await speaking(page);
    expect(cancelled).toBeGreaterThan(0);
    await page.waitForTimeout(1500);
    expect((await speaking(page)).said.length).toBe(said.length);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'the drill keeps the pace without a voice, and with the bundled one',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await withVoices(page, []);
    await write(page, TEXT);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/previews')) asked.push(request.postData() ?? '');
    });
    await page.getByRole('button', { name: 'Speak the number along' }).click();
    const drill = page.getByRole('dialog');
    await drill.getByRole('button', { name: 'Begin' }).click();
    await drill.getByText('Well spoken').waitFor(PATIENT);
    expect(asked.map((body) => JSON.parse(body))).toEqual([
      { text: '415', tune: 'rise' },
      { text: '555', tune: 'rise' },
      { text: '0142', tune: 'fall' },
    ]);
    await drill.getByText('With the voice').click();
    await drill.getByRole('button', { name: 'Again' }).click();
    await drill.locator('[aria-current=step]').waitFor(PATIENT);
    await drill.getByText('Well spoken').waitFor(PATIENT);
    expect(asked.length).toBe(3);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
