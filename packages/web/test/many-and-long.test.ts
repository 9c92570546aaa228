import type { Artifacts, TakeSummary } from '@ringback/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { layoutShift, openBrowser, openPage, picture, tabTo } from './harness.ts';
import { repeated, type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';
import { smoothnessOf, told, watchSmoothness } from './smoothness.ts';

const TAKES = 100;
const LONG_SEC = 600;
const SCRIPT = '22222222-2222-4222-8222-222222222222';
const LONG_TAKE = '33333333-3333-4333-8333-333333333333';
const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;

let server: SeededServer;
let browser: Browser;

beforeAll(async () => {
  const samples = ['alumnus', 'reference', 'consultant'].map(sampleArtifacts);
  const long = repeated(sampleArtifacts('alumnus'), 'Ten minutes', LONG_SEC);
  server = await seededServer((name) => {
    const sample = samples[Number(name.replace(/\D/g, '')) % samples.length];
    if (name === long.source.name || sample === undefined) return long;
    return { ...sample, source: { ...sample.source, name } } satisfies Artifacts;
  });
  await server.script(SCRIPT, 'To Ms. Carter');
  const sound = toneFile(1);
  for (let i = 1; i <= TAKES; i++) await server.take({ id: crypto.randomUUID(), name: `Take ${i}`, scriptId: SCRIPT, sound });
  await server.take({ id: LONG_TAKE, name: long.source.name, scriptId: null, sound: toneFile(LONG_SEC) });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Paths and sizes of what the interface answers to a page. */
function answersTo(page: Page): { path: string; bytes: Promise<number> }[] {
  const answers: { path: string; bytes: Promise<number> }[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/')) return;
    const bytes = response.body().then(
      ({ length }) => length,
      () => 0,
    );
    answers.push({ path: pathname, bytes });
  });
  return answers;
}

/** Scrolls to the end, a step a frame. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 300) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
  });
}

async function takes(): Promise<TakeSummary[]> {
  return (await fetch(`${server.url}/api/v1/takes?script=${SCRIPT}`)).json() as Promise<TakeSummary[]>;
}

test(
  'a hundred takes are listed without one of their reviews being asked for, and without holding up the page',
  async () => {
    for (const [path, ready, rows] of [
      ['/', 'Leave a voicemail', 8],
      ['/review', 'Review', TAKES + 1],
      [`/rehearse/${SCRIPT}`, 'To Ms. Carter', TAKES],
      [`/compare/${SCRIPT}`, `${TAKES} takes, best first`, TAKES - 6],
    ] as const) {
      const { page, context, faults } = await openPage(browser, server.url);
      const answers = answersTo(page);
      await watchSmoothness(page);
      await page.goto(server.url + path);
      await page.getByRole('heading', { name: ready }).first().waitFor(PATIENT);
      await expect.poll(() => page.locator('a[href^="/review/"].row').count(), PATIENT).toBe(rows);
      const opened = await smoothnessOf(page);
      await scrollThrough(page);
      const scrolled = await smoothnessOf(page);
      const bytes = (await Promise.all(answers.map((answer) => answer.bytes))).reduce((sum, size) => sum + size, 0);
      process.stdout.write(
        `${path.split('/')[1] || 'start'}, ${TAKES} takes, ${bytes} bytes: ${told(opened)}; scrolling: ${told(scrolled)}\n`,
      );
      expect(answers.filter((answer) => /\/takes\/./.test(answer.path))).toEqual([]);
      expect(answers.filter((answer) => answer.path.endsWith('/takes'))).toHaveLength(1);
      // A list with full reviews would have 40 kB for every take.
      expect(bytes).toBeLessThan(TAKES * 2_000);
      expect(await layoutShift(page)).toBeLessThan(0.1);
      expect(scrolled.frames).toBeGreaterThan(scrolled.longTasks.length);
      expect(faults).toEqual([]);
      await context.close();
    }
  },
  LONG_MS,
);

test(
  'a take is renamed, kept, downloaded, shared and deleted where the takes stand side by side, with the keyboard alone',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/compare/${SCRIPT}`);
    const best = page.getByRole('article').first();
    await best.waitFor(PATIENT);
    await page.getByRole('heading', { name: `From “Take ${TAKES - 1}” to “Take ${TAKES}”` }).waitFor(PATIENT);
    expect(await page.locator('.changes-side li').count()).toBeGreaterThan(0);
    expect(await page.locator('.next-step').textContent()).toMatch(/^“.+” (?:is your best so far|has nothing left to mend)\..+\w[.…”"?]/);
    const name = (await best.getByRole('heading').textContent()) ?? '';

    await tabTo(page, new RegExp(`^More for ${name}$`));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor(PATIENT);
    const links = await page.getByRole('menuitem').evaluateAll((items) => items.map((item) => item.getAttribute('href')).filter(Boolean));
    expect(links.map((link) => link?.split('/').at(-1))).toEqual([
      'audio.wav?as=16k',
      'audio.wav?as=8k-mulaw',
      'report.html',
      'report.html?sound=1',
    ]);
    const shared = await (await fetch(server.url + links[2])).text();
    expect(shared).toMatch(/^<!doctype html>/);
    expect(shared).not.toMatch(/<script|<link|https?:\/\//);
    // One that carries its sound plays by itself, and still asks nowhere.
    const heard = await (await fetch(server.url + links[3])).text();
    expect(heard).toMatch(/media-src data:[^>]*>[\s\S]*<audio controls [^>]*src="data:audio\/wav;base64,UklGR/);
    expect(heard).not.toMatch(/<script|<link|https?:\/\//);
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).waitFor(PATIENT);
    await page.keyboard.type('The calm one');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The calm one' }).waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);

    // The keyboard is back on the button; Escape leaves the take where it is.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    await expect.poll(focused, PATIENT).toBe('More for The calm one');
    const openQuestion = async () => {
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Delete for good' }).waitFor(PATIENT);
      await page.keyboard.press('d');
      await expect.poll(focused, PATIENT).toMatch(/^D/);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('alertdialog', { name: 'Delete The calm one for good?' }).waitFor(PATIENT);
      await expect.poll(focused, PATIENT).toBe('Leave it');
    };
    await openQuestion();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'compare-delete');
    await page.keyboard.press('Escape');
    await expect.poll(focused, PATIENT).toBe('More for The calm one');
    expect(await takes()).toHaveLength(TAKES);

    await openQuestion();
    await tabTo(page, /^Delete for good$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `${TAKES - 1} takes, best first` }).waitFor(PATIENT);
    await expect.poll(focused, PATIENT).toBe(`${TAKES - 1} takes, best first`);
    expect(await page.getByText('The calm one is deleted.').count()).toBe(1);
    expect((await takes()).map((take) => take.name)).not.toContain('The calm one');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a ten-minute recording is opened, played and corrected without freezing the page',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    const answers = answersTo(page);
    await watchSmoothness(page);
    await page.goto(`${server.url}/review/${LONG_TAKE}`);
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    await page.locator('.track canvas').nth(1).waitFor(PATIENT);
    await expect.poll(() => page.locator('.waveform').evaluate(({ firstElementChild }) => firstElementChild !== null), PATIENT).toBe(true);
    const words = await page.locator('.word').count();
    process.stdout.write(`ten minutes, ${words} words, opened: ${told(await smoothnessOf(page))}\n`);
    expect(words).toBeGreaterThan(1_000);
    // The drawing is made from the server's peaks; the sound itself is only for the player.
    expect(answers.some(({ path }) => path.endsWith('/peaks'))).toBe(true);
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap((entry) => {
        const { name, initiatorType } = entry as PerformanceResourceTiming;
        return name.includes('audio.wav') ? [initiatorType] : [];
      }),
    );
    expect(asked).not.toContain('fetch');

    // While it plays, only the word that sounds changes.
    await page.evaluate(() => {
      const changes = { nodes: new Set<Node>(), total: 0 };
      (window as unknown as { changes: typeof changes }).changes = changes;
      new MutationObserver((records) => {
        changes.total += records.length;
        for (const { target } of records) changes.nodes.add(target);
      }).observe(document.querySelector('.transcript-text') as Element, { subtree: true, childList: true, attributes: true });
    });
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => page.locator('audio, .play-time').first().textContent(), PATIENT).toMatch(/0:04/);
    const playing = await smoothnessOf(page);
    process.stdout.write(`playing: ${told(playing)}\n`);
    const changed = await page.evaluate(() => {
      const { changes } = window as unknown as { changes: { nodes: Set<Node>; total: number } };
      return { words: changes.nodes.size, total: changes.total };
    });
    expect(changed.words).toBeGreaterThan(3);
    expect(changed.words).toBeLessThan(40);
    expect(changed.total).toBeLessThan(100);
    expect(playing.frames).toBeGreaterThan(playing.longTasks.length);
    await page.getByRole('button', { name: 'Pause' }).click();

    await page.getByRole('button', { name: 'Correct a word' }).click();
    await page.getByRole('button', { name: 'Correct Adams' }).first().click();
    await page.locator('.word-field').fill('Adair');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await page.locator('.transcript-text').textContent())?.includes('Professor Adair'), PATIENT).toBe(true);
    process.stdout.write(`corrected: ${told(await smoothnessOf(page))}\n`);
    await picture(page, 'review-ten-minutes');
    expect(await axe(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
