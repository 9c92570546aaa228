import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CallDesk, loadReader } from 'ringback';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { takeSound } from '../../live/take-sound.ts';
import { fakeHearing } from '../../ports/hearing.fake.ts';
import { RATE, tone } from '../../test-api.fixture.ts';
import { blobFolder } from '../disk/blob-folder.ts';
import { briefStore } from '../postgres/briefs.ts';
import { callStore } from '../postgres/calls.ts';
import { commentStore } from '../postgres/comments.ts';
import { type OpenDatabase, openDatabase } from '../postgres/database.ts';
import { startPostgres, type TestPostgres } from '../postgres/postgres.fixture.ts';
import { scriptStore } from '../postgres/scripts.ts';
import { audit, people, tokens } from '../postgres/tables.ts';
import { takeStore } from '../postgres/takes.ts';
import { backup, type KeptStore, restore } from './backup.ts';
import { deleteOwned, hasRows, keptTables, rowTexts } from './kept-tables.ts';
import { exportPerson } from './person-files.ts';

const LONG_MS = 240_000;
const NAME = 'Ms. Calder: "the report"/2';
const now = () => new Date('2026-11-27T12:00:00Z');
let minutes = 0;
/** A clock on which no two comments are made at one time. */
const later = () => {
  minutes += 1;
  return new Date(now().getTime() + minutes * 60_000);
};

let folder: string;
let postgres: TestPostgres;
let database: OpenDatabase;
let kept: KeptStore;
let file: string;
const opened: OpenDatabase[] = [];

async function emptyStore(): Promise<KeptStore> {
  const empty = await openDatabase({ memory: true });
  opened.push(empty);
  return { db: empty.db, blobs: await blobFolder(join(folder, randomUUID())) };
}

const desksOf = ({ db }: KeptStore, owner: string) => {
  const own = { scripts: scriptStore(db, now, owner), takes: takeStore(db, now, owner), briefs: briefStore(db, now, owner) };
  return { ...own, calls: new CallDesk({ ...own, calls: callStore(db, owner), reader: loadReader, now }) };
};

/** A script, a plan, a call and a reviewed take with its sound, on which something was said, answered and changed. */
async function fill(store: KeptStore, owner: string): Promise<string> {
  const { scripts, takes, briefs } = desksOf(store, owner);
  const [script, take] = [randomUUID(), randomUUID()];
  await scripts.save({ id: script, name: NAME, text: 'Hello “you”.\nCall me.' });
  await briefs.save(randomUUID(), { question: 'Is it open?' } as never);
  await takes.begin({ id: take, scriptId: script, name: NAME, capture: null, state: 'hearing' });
  const sound = takeSound(store.blobs);
  await sound.write(take, tone(2), RATE);
  await sound.settle(take);
  const heard = await (await fakeHearing()).hear({ samples: new Float32Array(9), recording: {} as never, name: NAME, script: null }, {});
  await takes.finish({ takeId: take, revision: 0 }, heard.artifacts, heard.review);
  const comments = commentStore(store.db, later);
  const said = { id: randomUUID(), takeId: take, atSec: 1, answers: null, text: 'Slower.' };
  await comments.save(said, owner);
  await comments.save({ ...said, id: randomUUID(), answers: said.id, text: 'In groups?' }, owner);
  // What was changed lies behind its answer now.
  await comments.save({ ...said, text: 'Slower, please.' }, owner);
  const call = {
    id: randomUUID(),
    leftAt: '2026-03-01T00:00:00.000Z',
    objective: 'job',
    outcomes: [],
    followed: true,
    read: null,
    source: null,
  };
  await callStore(store.db, owner).add([{ ...call, whom: { name: 'Ms. Calder' } }] as never);
  return take;
}

/** All rows of a store, as texts. */
async function rowsOf({ db }: KeptStore): Promise<string[]> {
  const tables = await keptTables(db);
  return (await Promise.all(tables.map((table) => rowTexts(db, table, 0, 999)))).flat().sort();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-archive-'));
  postgres = startPostgres();
  database = await openDatabase({ memory: true });
  kept = { db: database.db, blobs: await blobFolder(join(folder, 'takes')) };
  await fill(kept, 'me');
  await fill(kept, 'another');
}, LONG_MS);
afterAll(async () => {
  for (const { close } of [database, ...opened]) await close();
  postgres.stop();
  await rm(folder, { recursive: true });
}, LONG_MS);
beforeEach(() => {
  file = join(folder, `${randomUUID()}.backup`);
});

test('a backup brings everything back, on the other kind of database too, and none but its owner may read it', {
  timeout: LONG_MS,
}, async () => {
  expect(await backup(kept, file)).toMatchObject({ sounds: 2 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const server = await openDatabase({ url: postgres.url });
  opened.push(server);
  const back: KeptStore = { db: server.db, blobs: await blobFolder(join(folder, 'back')) };
  expect(await restore(back, file)).toMatchObject({ sounds: 2 });
  expect((await rowsOf(back)).map((row) => JSON.parse(row))).toEqual(
    expect.arrayContaining((await rowsOf(kept)).map((row) => JSON.parse(row))),
  );
  for (const sound of await kept.blobs.list('.wav')) expect(await back.blobs.read(sound)).toEqual(await kept.blobs.read(sound));
});

test('a backup comes only into an empty store', { timeout: LONG_MS }, async () => {
  await backup(kept, file);
  const before = await rowsOf(kept);
  await expect(restore(kept, file)).rejects.toMatchObject({ code: 'bad-backup' });
  expect(await rowsOf(kept)).toEqual(before);
});

test('what is damaged, cut short, newer or no backup leaves nothing behind', { timeout: LONG_MS }, async () => {
  await backup(kept, file);
  const whole = await readFile(file);
  const lines = gunzipSync(whole).toString('utf8').split('\n');
  const bad: Record<string, Uint8Array> = {
    'cut short': whole.subarray(0, whole.length - 20),
    'no gzip': Buffer.from('Hello.'),
    empty: gzipSync(''),
    'no header': gzipSync(lines.slice(1).join('\n')),
    newer: gzipSync(lines.join('\n').replace(/"migrations":\d+/, '"migrations":9999')),
    'a row of an unknown table': gzipSync(`${lines[0]}\n{"table":"pg_class","row":{}}\n`),
    'a path for a sound': gzipSync(`${lines[0]}\n{"sound":"../../x.wav","part":"AAAA","isLast":true}\n`),
  };
  const store = await emptyStore();
  for (const [what, bytes] of Object.entries(bad)) {
    await writeFile(file, bytes);
    await expect(restore(store, file), what).rejects.toMatchObject({ code: 'bad-backup' });
    expect(await hasRows(store.db, await keptTables(store.db)), what).toBe(false);
    expect(await store.blobs.list(''), what).toEqual([]);
  }
});

test('an export is read without us: text, sound, JSON and CSV of one person', { timeout: LONG_MS }, async () => {
  const out = join(folder, 'export');
  const comments = commentStore(kept.db, later);
  const [theirs] = await desksOf(kept, 'another').takes.list();
  await comments.save({ id: randomUUID(), takeId: theirs?.id ?? '', atSec: null, answers: null, text: 'Well said.' }, 'me');
  expect(await exportPerson({ ...desksOf(kept, 'me'), owner: 'me', comments }, takeSound(kept.blobs), out)).toEqual({
    scripts: 1,
    takes: 1,
    briefs: 1,
  });
  expect((await readdir(out)).sort()).toEqual(['briefs', 'calls.csv', 'calls.json', 'comments-on-others.json', 'scripts', 'takes']);
  const [script = ''] = await readdir(join(out, 'scripts'));
  expect(script).toMatch(/^Ms Calder the report 2 [0-9a-f]{8}\.txt$/);
  expect(await readFile(join(out, 'scripts', script), 'utf8')).toBe('Hello “you”.\nCall me.\n');
  const [take = ''] = await readdir(join(out, 'takes'));
  expect((await readdir(join(out, 'takes', take))).sort()).toEqual([
    'comments.json',
    'heard.json',
    'review.json',
    'review.txt',
    'sound.wav',
    'take.json',
  ]);
  expect((await readFile(join(out, 'takes', take, 'sound.wav'))).subarray(0, 4).toString()).toBe('RIFF');
  expect(JSON.parse(await readFile(join(out, 'takes', take, 'review.json'), 'utf8'))).toMatchObject({ reviewVersion: 1 });
  expect(JSON.parse(await readFile(join(out, 'takes', take, 'comments.json'), 'utf8'))).toMatchObject([
    { text: 'Slower, please.', atSec: 1 },
    { text: 'In groups?' },
  ]);
  expect(JSON.parse(await readFile(join(out, 'comments-on-others.json'), 'utf8'))).toMatchObject([{ text: 'Well said.' }]);
  expect(await readFile(join(out, 'calls.csv'), 'utf8')).toContain('Ms. Calder');
  await expect(exportPerson({ ...desksOf(kept, 'me'), owner: 'me', comments }, takeSound(kept.blobs), out)).rejects.toMatchObject({
    code: 'bad-output',
  });
});

test('a person who is erased leaves no row, and another loses none', { timeout: LONG_MS }, async () => {
  const store = await emptyStore();
  const theirs = await fill(store, 'another');
  const others = (await rowsOf(store)).length;
  const mine = await fill(store, 'me');
  const comments = commentStore(store.db, later);
  const said = { id: randomUUID(), takeId: theirs, atSec: null, answers: null, text: 'Well said.' };
  await comments.save(said, 'me');
  await comments.save({ ...said, id: randomUUID(), answers: said.id, text: 'Thank you.' }, 'another');
  await comments.save({ ...said, id: randomUUID(), takeId: mine, text: 'And yours.' }, 'another');
  await deleteOwned(store.db, await keptTables(store.db), 'me');
  const left = await rowsOf(store);
  // One answer more, on a take of their own.
  expect(left).toHaveLength(others + 1);
  expect(left.filter((row) => JSON.parse(row).owner !== 'another')).toEqual([]);
});

test('with a person go their tokens and their name in the audit trail, and of nobody else', { timeout: LONG_MS }, async () => {
  const { db } = await emptyStore();
  for (const id of ['me', 'another']) {
    const tokenId = randomUUID();
    await db.insert(people).values({ id, name: `Person ${id}`, role: 'member' });
    await db.insert(tokens).values({ id: tokenId, personId: id, hash: id, expiresAt: now() });
    await db.insert(audit).values({ personId: id, tokenId, action: 'delete', target: null, status: 204 });
  }
  await deleteOwned(db, await keptTables(db), 'me');
  expect((await db.select().from(people)).map(({ id }) => id)).toEqual(['another']);
  expect((await db.select().from(tokens)).map(({ personId }) => personId)).toEqual(['another']);
  const trail = await db.select().from(audit).orderBy(audit.id);
  expect(trail.map(({ personId, tokenId }) => [personId, tokenId !== null])).toEqual([
    [null, false],
    ['another', true],
  ]);
});
