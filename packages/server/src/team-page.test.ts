import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TeamReport } from './live/team-desk.ts';
import type { Comment } from './ports/coaching.ts';
import type { RunningServer } from './start-server.ts';
import { put, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

let clockMs = Date.parse('2026-11-25T12:00:00Z');
/** Every look is a second later. */
const now = () => {
  clockMs += 1000;
  return new Date(clockMs);
};
let folder: string;
let server: RunningServer;
const secrets: Record<string, string> = {};
const ids: Record<string, string> = {};
const take = { dana: randomUUID(), theo: randomUUID() };

const ask = (who: string, path: string, init: RequestInit = {}) =>
  fetch(`${server.url}/api/v1${path}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${secrets[who]}` },
  });
const told = async <T>(who: string, path: string): Promise<T> => (await (await ask(who, path)).json()) as T;
const say = (who: string, takeId: string, said: object, id: string = randomUUID()) =>
  ask(who, `/takes/${takeId}/comments/${id}`, put(said)).then(async (answer) => ({
    status: answer.status,
    said: (await answer.json()) as Comment,
  }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-team-page-'));
  server = await startTestServer(folder, { now });
  for (const [name, role] of [
    ['olga', 'owner'],
    ['cleo', 'coach'],
    ['dana', 'member'],
    ['theo', 'member'],
  ] as const) {
    const made = await fetch(`${server.url}/api/v1/tokens/${randomUUID()}`, put({ name, role }));
    const { secret, personId } = (await made.json()) as { secret: string; personId: string };
    secrets[name] = secret;
    ids[name] = personId;
  }
  await server.close();
  server = await startTestServer(folder, { now, origin: 'https://ringback.example.com' });
  for (const who of ['dana', 'theo'] as const) {
    await ask(who, `/takes/${take[who]}/audio?name=first`, { method: 'PUT', body: wav(tone(2)) });
    await takeIn('reviewed', `${server.url}/api/v1/takes/${take[who]}`, secrets[who]);
  }
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

test('coaches and owners see how everyone gets on, a member only themselves', async () => {
  for (const who of ['olga', 'cleo']) {
    const { weeks, people } = await told<TeamReport>(who, '/team');
    expect([weeks.length, weeks.at(-1)]).toEqual([12, '2026-11-23']);
    expect(people.map(({ name, takes, reviewed }) => [name, takes, reviewed])).toEqual([
      ['cleo', 0, 0],
      ['dana', 1, 1],
      ['olga', 0, 0],
      ['theo', 1, 1],
    ]);
    expect(people[0]).toMatchObject({ tips: [], next: null, lastTakeAt: null });
  }
  const { people } = await told<TeamReport>('dana', '/team?weeks=2');
  expect(people).toHaveLength(1);
  const review = (
    await told<{ review: { tips: { id: string; status: string }[]; verdict: { firstFix: string } } }>('dana', `/takes/${take.dana}`)
  ).review;
  const [dana] = people;
  for (const { id, status } of review.tips) {
    const passed = status === 'pass' ? 1 : 0;
    const judged = ['pass', 'improve', 'fail'].includes(status) ? 1 : 0;
    expect(dana?.tips.find(({ tip }) => tip === id)).toEqual({ tip: id, judged: [0, judged], passed: [0, passed] });
  }
  expect(dana?.next).toMatchObject({
    tip: review.verdict.firstFix,
    times: 1,
    of: 1,
    takeId: take.dana,
    takeName: 'first',
    finding: { fix: expect.any(String) },
  });
  expect((await ask('dana', '/team?weeks=900')).status).toBe(422);
});

test('a comment on a moment is seen by the take’s person and by coaches, answered by both, and by nobody else', async () => {
  const { status, said } = await say('cleo', take.dana, { text: ' Slower here. ', atSec: 1.25 });
  expect([status, said]).toEqual([
    200,
    expect.objectContaining({ text: 'Slower here.', atSec: 1.25, author: { id: ids.cleo, name: 'cleo' } }),
  ]);
  const answer = await say('dana', take.dana, { text: 'In groups?', answers: said.id });
  expect(answer.said).toMatchObject({ atSec: 1.25, answers: said.id, author: { name: 'dana' } });
  for (const who of ['olga', 'cleo', 'dana']) {
    expect((await told<Comment[]>(who, `/takes/${take.dana}/comments`)).map(({ text }) => text)).toEqual(['Slower here.', 'In groups?']);
    expect(await told<Comment[]>(who, `/comments?person=${ids.dana}`)).toMatchObject([{ takeName: 'first' }, { text: 'Slower here.' }]);
  }
  expect((await ask('theo', `/takes/${take.dana}/comments`)).status).toBe(404);
  expect(await told('theo', `/comments?person=${ids.dana}`)).toEqual([]);
  expect(await told('theo', '/comments')).toEqual([]);
  expect((await say('theo', take.dana, { text: 'Mine too.' })).status).toBe(404);
  const one = `/takes/${take.dana}/comments/${said.id}`;
  expect((await ask('dana', one, { method: 'DELETE' })).status).toBe(404);
  expect((await ask('dana', one, put({ text: 'Not so.' }))).status).toBe(403);
  expect((await ask('cleo', one, { method: 'DELETE' })).status).toBe(204);
  expect(await told<Comment[]>('dana', `/takes/${take.dana}/comments`)).toMatchObject([{ text: 'In groups?', answers: null, atSec: 1.25 }]);
});

test('what is no comment is refused in one sentence and nothing is kept', async () => {
  const before = await told('theo', `/takes/${take.theo}/comments`);
  for (const bad of [{}, { text: ' ' }, { text: 'x'.repeat(2001) }, { text: 'a', atSec: -1 }, { text: 'a', atSec: 99 }]) {
    const { status, said } = await say('cleo', take.theo, bad);
    expect([bad, status, (said as unknown as { code: string }).code]).toEqual([bad, 422, 'bad-request']);
  }
  expect((await say('cleo', take.theo, { text: 'a', answers: randomUUID() })).status).toBe(404);
  expect(await told('theo', `/takes/${take.theo}/comments`)).toEqual(before);
});

test('with a take go the comments on it; who looked and who wrote stands in the audit trail without a word', async () => {
  await say('cleo', take.theo, { text: 'Warmly said, Theo.' });
  await ask('cleo', `/takes/${take.theo}/comments`);
  expect((await ask('theo', `/takes/${take.theo}`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask('cleo', `/takes/${take.theo}/comments`)).status).toBe(404);
  expect(await told('theo', '/comments')).toEqual([]);
  const trail = await (await ask('olga', '/audit?limit=500')).text();
  for (const [action, personId] of [
    ['PUT /takes/:id/comments/:comment', ids.cleo],
    ['GET /takes/:id/comments', ids.cleo],
  ]) {
    const { entries } = JSON.parse(trail) as { entries: object[] };
    expect(entries).toContainEqual(expect.objectContaining({ action, personId, target: take.theo, status: 200 }));
  }
  expect(trail).not.toContain('Warmly');
});
