import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eMail, mailedMessage, mailsIn } from './e-mail.ts';
import { lying, SOUND, write } from './spool.fixture.ts';

/** A mail with a sound attached, as a telephone system sends it. */
function mail({ id = '1@pbx.example.com', headers = '', subject = 'Voicemail', body = 'A message.', attached = true } = {}): string {
  const sound = `--b
Content-Type: audio/x-wav; name="msg0000.WAV"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="../../msg0000.WAV"

${Buffer.from(SOUND).toString('base64')}
`;
  return `From: PBX <pbx@example.com>
To: desk@example.com
Date: Mon, 23 Nov 2026 12:05:00 +0000
Message-ID: <${id}>
Subject: ${subject}
${headers}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

${body}
${attached ? sound : ''}--b--
`;
}
const bytes = (text: string) => new TextEncoder().encode(text);
const callerOf = async (parts: Parameters<typeof mail>[0]) => (await mailedMessage(bytes(mail(parts))))?.caller;

it('reads attachment, caller and time from Asterisk’s headers', async () => {
  const headers =
    'X-Asterisk-VM-Caller-ID-Num: 6175550123\nX-Asterisk-VM-Caller-ID-Name: IVES MORGAN\nX-Asterisk-VM-Orig-time: 1795435200\n';
  const message = await mailedMessage(bytes(mail({ headers })));
  expect(message).toMatchObject({ caller: { number: '6175550123', name: 'IVES MORGAN' }, at: '2026-11-23T12:00:00.000Z' });
  expect(await message?.bytes()).toEqual(SOUND);
});

it('reads the caller from what FreePBX, Asterisk and FreeSWITCH write, and the time from the mail', async () => {
  const ives = { number: '6175550123', name: 'IVES MORGAN' };
  expect(
    await callerOf({ body: 'There is a new voicemail in mailbox 201:\n\nFrom: "IVES MORGAN" <6175550123>\nLength: 21 seconds' }),
  ).toEqual(ives);
  expect(
    await callerOf({
      body: 'you were just left a 0:21 long message (number 1)\nin mailbox 201 from "IVES MORGAN" <6175550123>, on Monday',
    }),
  ).toEqual(ives);
  expect(await callerOf({ subject: 'Voicemail from "IVES MORGAN" <6175550123> 00:00:21' })).toEqual(ives);
  expect(await callerOf({})).toEqual({ number: null, name: null });
  expect((await mailedMessage(bytes(mail())))?.at).toBe('2026-11-23T12:05:00.000Z');
});

it('is no message without a sound', async () => {
  expect(await mailedMessage(bytes(mail({ attached: false })))).toBeNull();
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));
const keys = async (path: string) => (await lying(eMail({ path }))).map(({ key }) => key);

it('takes mails from an mbox, also with lines that begin with "From "', async () => {
  const body = '>From here on it is text.\n>>From twice quoted.';
  const mbox = `From pbx@example.com Mon Nov 23 12:00:00 2026\n${mail({ id: 'a@x', body })}\nFrom pbx@example.com Mon Nov 23 12:01:00 2026\n${mail({ id: 'b@x' })}\n`;
  const [first] = mailsIn(bytes(mbox));
  expect(new TextDecoder().decode(first)).toMatch(/^From here on.*\n>From twice/m);
  await write(folder, { voicemail: mbox });
  expect(await keys(join(folder, 'voicemail'))).toEqual(['<a@x>', '<b@x>']);
  expect(mailsIn(bytes('no mbox\nat all'))).toEqual([]);
});

it('takes mails from a Maildir, but for those that are still written, and from a folder of .eml', async () => {
  await write(folder, { 'new/1.x': mail({ id: 'a@x' }), 'cur/2.x:2,S': mail({ id: 'b@x' }), 'tmp/3.x': mail({ id: 'c@x' }) });
  expect((await keys(folder)).toSorted()).toEqual(['<a@x>', '<b@x>']);
  await write(folder, { 'more/one.eml': mail({ id: 'd@x' }), 'more/note.txt': 'no mail' });
  expect(await keys(join(folder, 'more'))).toEqual(['<d@x>']);
  expect(await keys(join(folder, 'more/one.eml'))).toEqual(['<d@x>']);
});

it('says what is wrong with a place that is not there', async () => {
  expect(await eMail({ path: folder }).check()).toEqual([]);
  expect(await eMail({ path: join(folder, 'gone') }).check()).toEqual([expect.stringMatching(/cannot be seen/)]);
  for (const [text, good] of [
    ['', true],
    ['From pbx@example.com Mon Nov 23 12:00:00 2026\nSubject: Voicemail\n\n', true],
    ['Subject: Voicemail\n\n', true],
    ['No mail, only words: none.', false],
  ] as const) {
    await writeFile(join(folder, 'file'), text);
    const wrong = await eMail({ path: join(folder, 'file') }).check();
    expect([text, wrong]).toEqual([text, good ? [] : [expect.stringMatching(/neither an mbox nor an e-mail/)]]);
  }
});
