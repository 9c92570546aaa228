import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { freePort, layoutShift, openBrowser, openPage, picture } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 300_000;
const WEEK_MS = 7 * 86_400_000;
const TAKE_SEC = 12;
const NAMES = { olga: 'Olga Example', cleo: 'Cleo Example', dana: 'Dana Example', theo: 'Theo Example' } as const;

let folder: string;
let server: SeededServer;
let browser: Browser;
let at = Date.UTC(2026, 9, 26, 8);
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};
const takes: Record<string, string> = {};

const put = (body: unknown) => ({ method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function addPerson(who: keyof typeof NAMES, role: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/tokens/${crypto.randomUUID()}`, put({ name: NAMES[who], role }));
  const { secret, personId } = (await answer.json()) as { secret: string; personId: string };
  tokens[who] = secret;
  ids[who] = personId;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-team-'));
  const more = {
    dataDir: join(folder, 'data'),
    now: () => {
      at += 1000;
      return new Date(at);
    },
  };
  const artifacts = (name: string) => sampleArtifacts(name.split(' ')[0] ?? '');
  server = await seededServer(artifacts, more);
  for (const [who, role] of [
    ['olga', 'owner'],
    ['cleo', 'coach'],
    ['dana', 'member'],
    ['theo', 'member'],
  ] as const) {
    await addPerson(who, role);
  }
  await server.close();
  const port = await freePort();
  server = await seededServer(artifacts, { ...more, port, origin: `http://127.0.0.1:${port}` });
  for (const [who, name] of [
    ['dana', 'consultant first'],
    ['dana', 'consultant again'],
    ['dana', 'alumnus last'],
    ['theo', 'consultant'],
  ] as const) {
    const id = crypto.randomUUID();
    await server.take({ id, name, scriptId: null, sound: toneFile(TAKE_SEC), token: tokens[who] ?? '' });
    takes[`${who} ${name}`] = id;
    at += WEEK_MS;
  }
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** A page of somebody who has come in. */
async function pageOf(who: keyof typeof NAMES) {
  const opened = await openPage(browser, server.url);
  await opened.context.addCookies([{ name: 'ringback', value: tokens[who] ?? '', url: server.url }]);
  return opened;
}

/** What reaches beyond the screen, where the page is wider than it. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth + 1) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName} ${one.getAttribute('class') ?? ''}`);
  });
const ofOthers = (faults: string[]) => faults.filter((fault) => !/401|404/.test(fault));

test(
  'the page asks for a token, says what is wrong with one that is none, and keeps one that is good where no script reads it',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(server.url, PATIENT);
    const field = page.getByLabel('Your token, from whoever runs this server');
    await field.waitFor(PATIENT);
    expect(await page.getByRole('link', { name: 'Team' }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'sign-in');
    await field.fill('rbt_guessed');
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('alert').filter({ hasText: 'This token is not good here' }).waitFor(PATIENT);
    expect(await context.cookies()).toEqual([]);
    await field.fill(` ${tokens.dana} `);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Team' }).waitFor(PATIENT);
    expect(await field.count()).toBe(0);
    await page.reload(PATIENT);
    await page.getByRole('link', { name: 'Team' }).waitFor(PATIENT);
    expect(await context.cookies()).toMatchObject([{ name: 'ringback', value: tokens.dana, httpOnly: true, sameSite: 'Strict' }]);
    const readable = () => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage });
    expect(await page.evaluate(readable)).not.toContain(tokens.dana);
    expect(page.url()).not.toContain('rbt_');
    expect(ofOthers(faults)).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a coach sees everyone, what to coach next and how each tip goes, and comments on a moment of a take without changing it',
  async () => {
    const { page, context, faults } = await pageOf('cleo');
    await page.goto(server.url, PATIENT);
    await page.getByRole('link', { name: 'Team' }).click(PATIENT);
    await page.getByRole('heading', { name: '4 people' }).waitFor(PATIENT);
    await page.getByText('2 of 2 people need it next.').waitFor(PATIENT);
    expect(await page.locator('.tip-rates li').count()).toBe(7);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'team');
    await page.getByRole('link', { name: /^Dana Example/ }).click();
    const next = page.getByRole('region', { name: /^Next to coach/ });
    await next.getByText('in 2 of the newest 3 takes').waitFor(PATIENT);
    // Three takes in three weeks: of a tip that was judged in each, three points.
    const drawings = page.locator('.tip-drawing svg');
    const points = await drawings.evaluateAll((all) => all.map((one) => one.querySelectorAll('circle').length));
    expect(Math.max(...points)).toBe(3);
    expect(await drawings.first().getAttribute('aria-label')).toMatch(/week of .*: \d of 1/);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'team-person');
    await next.getByRole('button', { name: 'Open “consultant again”' }).click();
    await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByText('Nothing was said of this take yet').waitFor(PATIENT);
    for (const name of ['Record again', 'Correct a word', 'I left this one', /^More for/]) {
      expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
    }
    expect(await page.getByRole('textbox', { name: 'Name of the take' }).count()).toBe(0);
    await page.getByLabel('Place in the take').fill('5');
    await comments.getByRole('button', { name: 'Comment on 0:05' }).click(PATIENT);
    await comments.getByRole('alert').filter({ hasText: 'Write something first.' }).waitFor(PATIENT);
    await comments.getByRole('textbox').fill('Slower here: “555”.\nIn groups.');
    await comments.getByRole('button', { name: 'Comment on 0:05' }).click();
    await comments.getByRole('button', { name: /^Hear 0:05/ }).waitFor(PATIENT);
    await page.getByRole('button', { name: /commented on at 0:05/ }).waitFor(PATIENT);
    expect(await comments.getByRole('textbox').inputValue()).toBe('');
    await page.getByLabel('on the take as a whole').check();
    await comments.getByRole('textbox').fill('Well begun.');
    await comments.getByRole('button', { name: 'Comment on the take' }).click();
    await comments.getByText('Well begun.', { exact: true }).waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'team-comments');
    expect(await layoutShift(page)).toBeLessThan(0.1);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a member sees only themselves, and answers what was said of their take',
  async () => {
    const { page, context, faults } = await pageOf('dana');
    await page.goto(server.url, PATIENT);
    const toTeam = page.getByRole('link', { name: 'Team' });
    await toTeam.getByText('2 new').waitFor(PATIENT);
    await picture(page, 'team-news');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await tooWide(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await toTeam.click();
    await page.getByRole('heading', { name: NAMES.dana }).waitFor(PATIENT);
    await page.locator('.team-said .news').first().waitFor(PATIENT);
    expect(await page.locator('.team-said .news').count()).toBe(2);
    expect(await toTeam.getByText(/new/).count()).toBe(0);
    await page.getByRole('heading', { name: /^Next to try/ }).waitFor(PATIENT);
    expect(await page.getByText(/Theo|Cleo Example \d/).count()).toBe(0);
    const said = page.getByRole('region', { name: 'What was said of these takes' });
    await said.getByRole('button', { name: 'consultant again, at 0:05' }).click(PATIENT);
    await page.getByRole('button', { name: 'Comment on 0:05' }).waitFor(PATIENT);
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByRole('button', { name: /^Answer: Slower here/ }).click(PATIENT);
    await comments.getByLabel('Your answer to Cleo Example').fill('Three, then four?');
    await comments.getByRole('button', { name: 'Send the answer' }).click();
    await comments.getByRole('button', { name: 'Delete: Three, then four?' }).waitFor(PATIENT);
    // Her own take is hers to change, and what somebody else said is not.
    expect(await page.getByRole('button', { name: 'Record again' }).count()).toBe(1);
    expect(await comments.getByRole('button', { name: /^Delete: Slower/ }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.goto(`${server.url}/team/${ids.theo}`, PATIENT);
    await page.getByRole('heading', { name: 'This person is not here' }).waitFor(PATIENT);
    await page.goto(`${server.url}/review/${takes['theo consultant']}`, PATIENT);
    await page.getByRole('heading', { name: 'There is no such take' }).waitFor(PATIENT);
    expect(ofOthers(faults)).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'on a narrow screen nothing of the team is wider than it, and every way is there',
  async () => {
    const { page, context, faults } = await pageOf('olga');
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 700 });
      for (const [path, heading] of [
        ['/team', '4 people'],
        [`/team/${ids.dana}`, 'Tip by tip'],
        [`/team/${ids.olga}`, 'Nothing to coach yet'],
        [`/review/${takes['dana consultant again']}`, 'Comments'],
      ] as const) {
        await page.goto(server.url + path, PATIENT);
        await page.getByRole('heading', { name: heading }).waitFor(PATIENT);
        await page.waitForLoadState('networkidle');
        expect(await tooWide(page), `${path} at ${width}`).toEqual([]);
        for (const name of ['Team', 'Settings']) {
          const box = await page.getByRole('link', { name, exact: true }).boundingBox();
          expect(box && box.x >= 0 && box.x + box.width <= width, `${name} at ${width}`).toBe(true);
        }
        expect(await axe(page)).toEqual([]);
        await picture(page, `team-${width}-${heading.replaceAll(' ', '-')}`);
      }
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'who is alone is shown nothing of a team, and fetches none of its rooms',
  async () => {
    const alone = await seededServer(() => sampleArtifacts('alumnus'));
    const { page, context, faults } = await openPage(browser, alone.url);
    await page.goto(alone.url, PATIENT);
    await page.getByRole('heading', { name: 'Leave a voicemail' }).waitFor(PATIENT);
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('link', { name: 'Team' }).count()).toBe(0);
    const fetched = () =>
      performance.getEntriesByType('resource').filter(({ name }) => /(?:TeamRoom|Comments)-[^/]+\.js$/.test(name)).length;
    expect(await page.evaluate(fetched)).toBe(0);
    await page.goto(`${alone.url}/team`, PATIENT);
    await page.getByRole('heading', { name: 'There is no team here' }).waitFor(PATIENT);
    expect(faults).toEqual([]);
    await context.close();
    await alone.close();
  },
  LONG_MS,
);
