import type { Call, LogStatistics } from '@ringback/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { layoutShift, openBrowser, openPage, picture, tabTo } from './harness.ts';
import { type SeededServer, sampleArtifacts, seededServer, toneFile } from './seeded.ts';

const PATIENT = { timeout: 20_000 };
const LONG_MS = 300_000;
const TAKE = '33333333-3333-4333-8333-333333333333';
const SCRIPT = '22222222-2222-4222-8222-222222222222';
const DRAFT = {
  objective: 'job',
  goal: 'call-back',
  register: 'plain',
  region: 'US',
  caller: { name: 'Nora Castell' },
  whom: { name: 'Ms. Carter', organisation: 'Harbour Foods' },
  question: 'Is the operations role still open?',
  numbers: [{ number: '+14155550142' }],
  replyChannels: [{ channel: 'email', address: 'nora@example.com' }],
};

let server: SeededServer;
let browser: Browser;

const api = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
  const init = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${server.url}/api/v1${path}`, { method, ...init });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};
const total = async () => (await api<{ total: number }>('/calls?limit=1')).total;

beforeAll(async () => {
  server = await seededServer(() => sampleArtifacts('alumnus'));
  await api(`/scripts/${SCRIPT}`, 'PUT', {
    name: 'To Ms. Carter',
    text: 'Hello Ms. Carter, this is Nora Castell. Is the role still open?',
  });
  await api(`/briefs/${crypto.randomUUID()}`, 'PUT', DRAFT);
  await server.take({ id: TAKE, name: 'Take 1', scriptId: SCRIPT, sound: toneFile(1) });
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Whether anything is wider than the screen. */
const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

test(
  'a message that was left is logged from its script and its take, comes to something, and counts in what the log says',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/script/${SCRIPT}`);
    await page.getByRole('button', { name: 'I left this one' }).click(PATIENT);
    await page.getByRole('dialog').waitFor(PATIENT);
    // The plan knows whom; the person only says when.
    expect(await page.getByLabel('Whom you called').inputValue()).toBe('Ms. Carter');
    expect(await page.getByLabel('Where they work, if you like').inputValue()).toBe('Harbour Foods');
    expect(await page.getByLabel('The call was about').inputValue()).toBe('job');
    await page.getByLabel('When you left it').fill('2026-10-01T10:30');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep it in the log' }).click();
    await page.getByRole('button', { name: 'In the log: say what came of it' }).waitFor(PATIENT);
    const { calls } = await api<{ calls: Call[] }>('/calls');
    expect(calls).toMatchObject([
      { scriptId: SCRIPT, takeId: null, brief: { whom: { name: 'Ms. Carter' } }, whom: { name: 'Ms. Carter' } },
    ]);

    await page.goto(`${server.url}/review/${TAKE}`);
    await page.getByRole('button', { name: 'I left this one' }).click(PATIENT);
    await page.getByLabel('Whom you called').fill('Ada Example');
    await page.getByRole('button', { name: 'Keep it in the log' }).click();
    await page.getByRole('button', { name: 'In the log: say what came of it' }).waitFor(PATIENT);

    await page.getByRole('link', { name: 'Log', exact: true }).click();
    await page.getByRole('heading', { name: '2 calls' }).waitFor(PATIENT);
    await page.getByRole('heading', { name: '0 of 1 was answered within 14 days' }).waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);
    // With the keyboard: the call, what came of it, when.
    await tabTo(page, /What came of the call to Ms. Carter/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'What came of the call to Ms. Carter?' }).waitFor(PATIENT);
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('When', { exact: true }).fill('2026-10-04T09:00');
    await tabTo(page, /^They called back$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 of 1 was answered within 14 days' }).waitFor(PATIENT);
    await page.getByText('called back 4 Oct').or(page.getByText('called back Oct 4')).first().waitFor(PATIENT);
    expect(await api<LogStatistics>('/calls/statistics')).toMatchObject({ counts: { returned: 1, open: 1 } });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), PATIENT).toMatch(/Ms. Carter/);
    await page.getByText('How soon answers come').click();
    expect(await page.locator('.drawing svg').count()).toBe(1);
    await picture(page, 'log');
    expect(await layoutShift(page)).toBeLessThan(0.1);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a call is changed and keeps what was there before; the next message becomes a script; it is deleted for good',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/log`);
    await page.getByRole('link', { name: /Ms. Carter/ }).click(PATIENT);
    await page.getByRole('button', { name: /^More for/ }).click(PATIENT);
    await page.getByRole('menuitem', { name: 'Change it' }).click();
    await page.getByLabel('A note, if you like').fill('Spoke to Lena at the desk.');
    await page.getByRole('button', { name: 'Keep the change' }).click();
    await page.getByText('Spoke to Lena at the desk.').waitFor(PATIENT);
    await page.getByText('Changed 2 times').click(PATIENT);
    expect(await page.locator('.call-history li').allTextContents()).toEqual([
      expect.stringMatching(/: no note$/),
      expect.stringContaining('nothing had come yet'),
    ]);
    await page.getByRole('button', { name: 'Write the second message' }).click();
    await page.getByRole('button', { name: 'Use this one' }).first().waitFor(PATIENT);
    expect(await page.locator('.second-text').first().textContent()).toMatch(/left you a message/i);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'log-call');
    await page.getByRole('button', { name: 'Use this one' }).first().click();
    await expect.poll(() => page.getByLabel('Script: what you would say').inputValue(), PATIENT).toMatch(/left you a message/i);
    expect(await page.getByLabel('Name of the script').inputValue()).toBe('To Ms. Carter, second message');
    const before = await total();
    await api(`/calls/${crypto.randomUUID()}`, 'PUT', { whom: { name: 'Wrong Person' } });
    await page.goto(`${server.url}/log`);
    await page.getByRole('link', { name: /Wrong Person/ }).click(PATIENT);
    await page.getByRole('button', { name: /^More for/ }).click(PATIENT);
    await page.getByRole('menuitem', { name: 'Delete for good' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click(PATIENT);
    await page.getByRole('heading', { name: `${before} calls` }).waitFor(PATIENT);
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'a file with a bad row changes nothing and names the row; columns of any name are chosen; twice adds nothing twice',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await page.goto(`${server.url}/log`);
    const before = await total();
    const choose = (text: string) =>
      page.getByLabel('Choose a file of calls').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('whom,when,outcome,outcome at\nBen Example,2026-10-02,phone,2026-10-03\nDee Example,yesterday,,\n');
    await page.getByText('Row 3 has no date that can be read.').waitFor(PATIENT);
    expect(await page.getByRole('button', { name: /to the log$/ }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'log-import-bad');
    expect(await total()).toBe(before);

    const strange = 'Client,Rang on,Remark\nBen Example,2026-10-02,friendly\nCem Example,2026-10-02,\n';
    await choose(strange);
    await page.getByText('This file does not say whom and when').waitFor(PATIENT);
    await page.getByLabel('Whom you called').selectOption('Client');
    await page.getByLabel('When', { exact: true }).selectOption('Rang on');
    await page.getByRole('heading', { name: '2 messages that were left in calls.csv' }).waitFor(PATIENT);
    await page.getByRole('button', { name: 'Add these 2 calls to the log' }).click();
    await page.getByText('2 of 2 were new and are in the log now.').waitFor(PATIENT);
    await page.getByRole('heading', { name: `${before + 2} calls` }).waitFor(PATIENT);
    await choose(strange);
    await page.getByText('This file does not say whom and when').waitFor(PATIENT);
    await page.getByLabel('Whom you called').selectOption('Client');
    await page.getByLabel('When', { exact: true }).selectOption('Rang on');
    await page.getByRole('button', { name: 'Add these 2 calls to the log' }).click(PATIENT);
    await page.getByText('Nothing new').waitFor(PATIENT);
    expect(await total()).toBe(before + 2);
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'whom to try again follows the person’s own rule, as a file and as an address',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    await api(`/calls/${crypto.randomUUID()}`, 'PUT', { whom: { name: 'Eve Example' }, leftAt: '2026-11-20T10:00:00Z' });
    await page.goto(`${server.url}/log`);
    const again = page.getByRole('region', { name: 'Whom to try again' });
    await again.getByText('Eve Example').waitFor(PATIENT);
    await again.getByLabel('Days to wait, after each message').fill('three');
    await again.getByText('Numbers of days with commas').waitFor(PATIENT);
    await again.getByLabel('Days to wait, after each message').fill('1, 2');
    await again.getByText(/23/).first().waitFor(PATIENT);
    const feed = await again.getByLabel('Or let your calendar').inputValue();
    expect(await (await fetch(feed)).text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*SUMMARY:Call Eve Example again/);
    expect(await again.getByRole('link', { name: 'Download for my calendar' }).getAttribute('href')).toContain('wait=1%2C2');
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);

test(
  'on a narrow screen nothing is wider than it, and every button is there for the thumb',
  async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    const { calls } = await api<{ calls: Call[] }>('/calls');
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 700 });
      for (const path of ['/log', `/log/${calls[0]?.id}`, `/review/${TAKE}`, `/script/${SCRIPT}`]) {
        await page.goto(server.url + path);
        await page
          .getByRole('button', { name: /What came of|They called back|I left this one/ })
          .first()
          .waitFor(PATIENT);
        expect(await overflows(page), `${path} at ${width}`).toBe(false);
        const cut = await page.evaluate(
          () =>
            [...document.querySelectorAll('.rooms a')].filter((link) => {
              const { left, right } = link.getBoundingClientRect();
              return left < 0 || right > innerWidth;
            }).length,
        );
        expect(cut, `rooms at ${width}`).toBe(0);
        if (path === '/log') await page.getByRole('region', { name: /answered|Too early/ }).waitFor(PATIENT);
        else if (!path.startsWith('/log')) await page.getByRole('region', { name: 'Verdict' }).waitFor(PATIENT);
        expect(await axe(page)).toEqual([]);
        await picture(page, `log-${width}-${path.split('/')[1]}${path.split('/').length > 2 ? '-one' : ''}`);
      }
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  LONG_MS,
);
