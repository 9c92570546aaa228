import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asterisk, callerIn } from './asterisk.ts';
import { lying, SOUND, write } from './spool.fixture.ts';

/** As app_voicemail writes it; the duration comes last, once the recording is over. */
const TEXT = `;
; Message Information file
;
[message]
origmailbox=201
context=default
macrocontext=
exten=201
rdnis=unknown
priority=2
callerchan=PJSIP/line-00000007
callerid="IVES MORGAN" <6175550123>
origdate=Mon Nov 23 12:00:00 PM UTC 2026
origtime=1795435200
category=
msg_id=1795435200-00000007
flag=
`;
const COMPLETE = `${TEXT}duration=21\n`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-spool-'));
});
afterEach(() => rm(folder, { recursive: true }));
const spool = (mailboxes: string[] = []) => asterisk({ folder, mailboxes });

it('takes a message once its duration stands, with caller and time', async () => {
  await write(folder, { 'default/201/INBOX/msg0000.txt': TEXT, 'default/201/INBOX/msg0000.wav': SOUND });
  expect(await lying(spool())).toEqual([]);
  await write(folder, { 'default/201/INBOX/msg0000.txt': COMPLETE });
  const [message] = await lying(spool());
  expect(message).toMatchObject({ caller: { number: '6175550123', name: 'IVES MORGAN' }, at: '2026-11-23T12:00:00.000Z' });
  expect(await message?.bytes()).toEqual(SOUND);
});

it('knows a message again when it was numbered anew or moved to another folder', async () => {
  await write(folder, { 'default/201/INBOX/msg0003.txt': COMPLETE, 'default/201/INBOX/msg0003.gsm': SOUND, 'default/201/Old/x.txt': '' });
  const [before] = await lying(spool());
  for (const ending of ['txt', 'gsm']) {
    await rename(join(folder, `default/201/INBOX/msg0003.${ending}`), join(folder, `default/201/Old/msg0000.${ending}`));
  }
  const after = await lying(spool());
  expect(after.map(({ key }) => key)).toEqual([before?.key]);
});

it('tells messages apart in versions of Asterisk that give no id', async () => {
  const old = COMPLETE.replace(/msg_id=.*\n/, '');
  await write(folder, { 'default/201/INBOX/msg0000.txt': old, 'default/201/INBOX/msg0000.WAV': SOUND });
  await write(folder, { 'default/201/INBOX/msg0001.txt': old.replace('5200\n', '5300\n'), 'default/201/INBOX/msg0001.WAV': SOUND });
  const keys = (await lying(spool())).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

it('prefers the sound that lost least, and takes only from the mailboxes that are named', async () => {
  const better = new Uint8Array([...SOUND, 1]);
  await write(folder, {
    'default/201/INBOX/msg0000.txt': COMPLETE,
    'default/201/INBOX/msg0000.WAV': SOUND,
    'default/201/INBOX/msg0000.wav': better,
  });
  await write(folder, { 'default/202/INBOX/msg0000.txt': COMPLETE, 'default/202/INBOX/msg0000.wav': SOUND });
  const messages = await lying(spool(['default/201']));
  expect(messages).toHaveLength(1);
  expect(await messages[0]?.bytes()).toEqual(better);
});

it('follows no link out of the spool, neither of a folder, a text nor a sound', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'ringback-outside-'));
  await write(outside, { 'msg0000.txt': COMPLETE, 'msg0000.wav': SOUND });
  await write(folder, { 'default/201/INBOX/msg0001.txt': COMPLETE, 'default/203/INBOX/msg0002.wav': SOUND });
  await symlink(outside, join(folder, 'default/202'));
  await symlink(join(outside, 'msg0000.wav'), join(folder, 'default/201/INBOX/msg0001.wav'));
  await symlink(join(outside, 'msg0000.txt'), join(folder, 'default/203/INBOX/msg0002.txt'));
  expect(await lying(spool())).toEqual([]);
  await rm(outside, { recursive: true });
});

it('reads callers as Asterisk writes them', () => {
  expect(callerIn('"O’BRIEN, PAT" <+16175550123>')).toEqual({ name: 'O’BRIEN, PAT', number: '+16175550123' });
  expect(callerIn('6175550123')).toEqual({ name: null, number: '6175550123' });
  for (const text of ['Unknown', '', '"Anonymous" <>', '"" <anonymous>']) expect(callerIn(text)).toEqual({ name: null, number: null });
});

it('says in a sentence what is wrong with a spool', async () => {
  expect(await spool().check()).toEqual([]);
  expect(await asterisk({ folder: join(folder, 'gone'), mailboxes: [] }).check()).toEqual([
    expect.stringMatching(/cannot be seen \(ENOENT\)/),
  ]);
  expect(await spool(['default/999']).check()).toEqual([expect.stringMatching(/cannot be seen/)]);
  await writeFile(join(folder, 'file'), '');
  expect(await asterisk({ folder: join(folder, 'file'), mailboxes: [] }).check()).toEqual([expect.stringMatching(/is no folder/)]);
});
