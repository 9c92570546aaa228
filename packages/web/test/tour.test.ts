import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Artifacts, openReader, type Reader, review } from '@ringback/core';
import { checklistOf, type Hearing } from '@ringback/server/portable';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ARTIFACTS, COUNTDOWN_SEC, freePort, microphoneFile, openBrowser, openPage, TOP } from './harness.ts';
import { knowing, type SeededServer, sampleArtifacts, seededServer } from './seeded.ts';

/** Where the pictures go: `npm run tour` says docs/tour. */
const OUT = process.env.RINGBACK_TOUR ?? join(ARTIFACTS, 'tour');
/** Bytes of the largest picture: the pages are read on slow lines too. */
const MOST_BYTES = 60_000;
const WEBP_QUALITY = 0.6;
const DESK = { width: 1100, height: 760 };
const PHONE = { width: 390, height: 844 };
const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
/** Seconds of a live take until its picture is made. */
const SPOKEN_SEC = 12;
const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;
const [SCRIPT, OPEN_ASK] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const SPOKEN = '55555555-5555-4555-8555-555555555555';
const [TAKE, OPEN_TAKE] = ['33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444'];

let folder: string;
let browser: Browser;
let reader: Reader;
let alone: SeededServer;
let team: SeededServer;
const made: string[] = [];

const sampleOf = (name: string) => (/Helen/.test(name) ? 'consultant' : /Joan/.test(name) ? 'reference' : 'alumnus');
const artifactsFor = (name: string) => sampleArtifacts(sampleOf(name));
const soundOf = (name: string) => Buffer.from(readFileSync(join(TOP, 'fixtures', 'recordings', `${sampleOf(name)}.wav`)));
const textOf = (sample: string) => readFileSync(join(TOP, 'fixtures', 'scripts', `${sample}.txt`), 'utf8').trim();

/** What was said in the first seconds of a recording. */
function begun(artifacts: Artifacts, seconds: number): Artifacts {
  if (!artifacts.transcript.ok) throw new Error('the sample has no words');
  const words = artifacts.transcript.value.words.filter(({ end }) => end <= seconds);
  return {
    ...artifacts,
    transcript: { ok: true, value: { text: artifacts.transcript.value.text.slice(0, words.at(-1)?.charEnd ?? 0), words } },
  };
}

/** Hearing that tells of a live take, second by second, what the sample says. */
function sayingAsItGoes(): Hearing {
  const known = knowing(artifactsFor, reader);
  return {
    ...known,
    live({ sampleRate }, onHeard) {
      let [samples, told] = [0, 0];
      return {
        ...known.live({ sampleRate, script: null }, onHeard),
        push(block) {
          samples += block.length;
          const heardSec = Math.floor(samples / sampleRate);
          if (heardSec === told) return;
          told = heardSec;
          const artifacts = begun(artifactsFor('live'), heardSec);
          if (!artifacts.transcript.ok || artifacts.transcript.value.text === '') return;
          onHeard({ text: artifacts.transcript.value.text, heardSec, checklist: checklistOf(review(artifacts, { reader })) });
        },
      };
    },
  };
}

const asked = (url: string) => async (path: string, method: string, body: unknown) => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
};

/** One person's machine: two scripts, a take of each, and calls of the last weeks. */
async function openAlone(): Promise<SeededServer> {
  let looks = 0;
  const server = await seededServer(artifactsFor, { now: () => new Date(NOW + 1000 * looks++), openHearing: sayingAsItGoes });
  const api = asked(server.url);
  await api(`/scripts/${SCRIPT}`, 'PUT', { name: 'To Ms. Carter', text: textOf('alumnus') });
  await api(`/scripts/${SPOKEN}`, 'PUT', { name: 'To Ms. Carter', text: textOf('alumnus') });
  await api(`/scripts/${OPEN_ASK}`, 'PUT', { name: 'An open ask', text: textOf('consultant') });
  await server.take({ id: OPEN_TAKE, name: 'Helen Marsh', scriptId: SCRIPT, sound: soundOf('Helen') });
  await server.take({ id: TAKE, name: 'Thomas Green', scriptId: SCRIPT, sound: soundOf('alumnus') });
  for (const [whom, daysAgo, kind] of [
    ['Professor Adams', 40, 'phone'],
    ['Ms. Carter', 33, 'email'],
    ['Mr. Walker', 26, 'nothing'],
    ['David Brown', 20, 'phone'],
    ['Ms. Carter', 2, null],
  ] as const) {
    const leftAt = new Date(NOW - daysAgo * DAY_MS).toISOString();
    const id = crypto.randomUUID();
    await api(`/calls/${id}`, 'PUT', { whom: { name: whom }, objective: 'job', leftAt });
    if (kind) await api(`/calls/${id}/outcomes`, 'POST', { kind, at: new Date(NOW - (daysAgo - 3) * DAY_MS).toISOString() });
  }
  return server;
}

const tokens: Record<string, string> = {};
/** A team of the samples' callers, coached by one of them. */
async function openTeam(): Promise<SeededServer> {
  let at = NOW - 21 * DAY_MS;
  const now = () => new Date(at++);
  const more = { dataDir: join(folder, 'team'), now };
  const before = await seededServer(artifactsFor, more);
  for (const [name, role] of [
    ['Joan Miller', 'owner'],
    ['Helen Marsh', 'member'],
    ['Thomas Green', 'member'],
  ] as const) {
    tokens[name] = (await asked(before.url)(`/tokens/${crypto.randomUUID()}`, 'PUT', { name, role })).secret ?? '';
  }
  await before.close();
  const port = await freePort();
  const server = await seededServer(artifactsFor, { ...more, port, origin: `http://127.0.0.1:${port}` });
  for (const name of ['Helen Marsh', 'Thomas Green', 'Helen Marsh', 'Joan Miller']) {
    await server.take({
      id: crypto.randomUUID(),
      name: `${name}, practice`,
      scriptId: null,
      sound: soundOf(name),
      token: tokens[name] ?? '',
    });
    at += 6 * DAY_MS;
  }
  return server;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-tour-'));
  reader = openReader(readFileSync(join(TOP, 'packages', 'core', 'weights', 'reader.bin')));
  [alone, team] = [await openAlone(), await openTeam()];
  browser = await openBrowser(microphoneFile(folder, 'alumnus', SPOKEN_SEC + 2, COUNTDOWN_SEC));
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await alone?.close();
  await team?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps what is seen of a page, or of a part of it, as WebP: Chromium draws it, Chromium packs it. */
async function keep(seen: Page | Locator, context: BrowserContext, name: string): Promise<void> {
  const page = 'page' in seen ? seen.page() : seen;
  // Room for a bar that pictures do not have.
  await page.evaluate(() => document.documentElement.style.setProperty('scrollbar-gutter', 'auto'));
  const png = (await seen.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
  const packer = await context.newPage();
  const webp = await packer.evaluate(
    async ([base64, quality]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))]));
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/webp', quality).replace(/^.*,/, '');
    },
    [png, WEBP_QUALITY] as const,
  );
  await packer.close();
  const bytes = Buffer.from(webp, 'base64');
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, `${name}.webp`), bytes);
  expect(bytes.length, name).toBeLessThanOrEqual(MOST_BYTES);
  made.push(name);
}

/** A page of somebody at a desk or with a phone. */
async function open(server: SeededServer, path: string, viewport = DESK, token?: string) {
  const opened = await openPage(browser, server.url);
  const { page, context } = opened;
  if (token !== undefined) await context.addCookies([{ name: 'ringback', value: token, url: server.url }]);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.clock.setFixedTime(new Date(NOW));
  // Who comes for the first time is told the seven tips; the tour is of a later visit.
  await page.goto(server.url, PATIENT);
  await page.waitForLoadState('networkidle');
  const known = page.getByRole('button', { name: 'I know them' });
  if ((await known.count()) > 0) await known.click();
  await page.goto(server.url + path, PATIENT);
  return opened;
}

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);

test(
  'plan, and script with its findings',
  async () => {
    const { page, context, faults } = await open(alone, '/plan');
    await page.getByLabel('Your name, as you say it').fill('Thomas Green');
    await page.getByLabel('Whom you call').fill('Ms. Carter');
    await page.getByLabel('The true tie').selectOption('referrer');
    await page.getByLabel('Who told you').fill('Professor Adams');
    await page.getByLabel('The one question').fill('Would you start in operations or in sales?');
    await page.getByLabel('Minutes it takes').fill('7');
    await page.getByLabel('Your number').fill('617-555-0123');
    await page.getByLabel('Your e-mail address').fill('thomas@example.com');
    await page.getByRole('button', { name: 'Use this one' }).first().waitFor(PATIENT);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      scrollTo(0, 0);
    });
    await keep(page, context, 'plan');
    await page.goto(`${alone.url}/script/${OPEN_ASK}`);
    await verdict(page);
    await page.getByLabel('Script: what you would say').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.locator('.fix-card').waitFor(PATIENT);
    await keep(page, context, 'script');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'rehearse with a phone in the hand',
  async () => {
    const { page, context, faults } = await open(alone, `/rehearse/${SPOKEN}`, PHONE);
    await page.clock.resume();
    await page.getByRole('button', { name: 'Record', exact: true }).click(PATIENT);
    await page.getByRole('button', { name: 'Stop and review' }).waitFor(PATIENT);
    await expect.poll(() => page.locator('.check-said').count(), PATIENT).toBeGreaterThan(1);
    await keep(page, context, 'rehearse');
    await page.getByRole('button', { name: 'Stop and review' }).click();
    await verdict(page);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'review, at a desk and on a phone, the number, and compare',
  async () => {
    const { page, context, faults } = await open(alone, `/review/${TAKE}`);
    await verdict(page);
    await page.waitForLoadState('networkidle');
    await keep(page, context, 'review');
    const number = page.locator('section.number');
    await number.scrollIntoViewIfNeeded();
    await keep(number, context, 'number');
    await page.goto(`${alone.url}/compare/${SCRIPT}`);
    await page.getByRole('heading', { name: /takes, best first/ }).waitFor(PATIENT);
    await page.waitForLoadState('networkidle');
    await keep(page, context, 'compare');
    await page.setViewportSize(PHONE);
    await page.goto(`${alone.url}/review/${OPEN_TAKE}`);
    await verdict(page);
    await keep(page, context, 'review-phone');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'log',
  async () => {
    const { page, context, faults } = await open(alone, '/log');
    await page.getByRole('heading', { name: /answered within 14 days/ }).waitFor(PATIENT);
    await page.waitForLoadState('networkidle');
    await keep(page, context, 'log');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'team',
  async () => {
    const { page, context, faults } = await open(team, '/team', DESK, tokens['Joan Miller']);
    await page.getByRole('heading', { name: '3 people' }).waitFor(PATIENT);
    await page.waitForLoadState('networkidle');
    await keep(page, context, 'team');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test('the page that tells the tour shows these pictures and no others', () => {
  const shown = [...readFileSync(join(TOP, 'docs', 'tour.md'), 'utf8').matchAll(/!\[[^\]]+\]\(tour\/([a-z-]+)\.webp\)/g)];
  expect(shown.map(([, name]) => name).sort()).toEqual([...made].sort());
});
