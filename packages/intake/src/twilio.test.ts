import { expect, it } from 'vitest';
import type { Callback, HandedMessage } from './adapter.ts';
import { signatureOf, twilio } from './twilio.ts';

const ACCOUNT = `AC${'0'.repeat(31)}7`;
const SECRET = 'a-secret-of-tests';
const ADDRESS = 'https://ringback.example.com/hooks/line';
const RECORDING = 'https://api.twilio.com/2010-04-01/Accounts/x/Recordings/RE7';
const source = {
  accountSid: ACCOUNT,
  authToken: SECRET,
  recordingsFrom: 'api.twilio.com',
  address: ADDRESS,
  greeting: 'Say it & hang up.',
  mostSec: 90,
};

function callback(what: string, fields: Record<string, string>, signature?: string): Callback {
  const [url, form] = [`${ADDRESS}/${what}`, new Map(Object.entries({ AccountSid: ACCOUNT, CallSid: 'CA1', ...fields }))];
  return { what, url, form, headers: new Headers({ 'x-twilio-signature': signature ?? signatureOf(SECRET, url, form) }) };
}
const COMPLETE = {
  RecordingSid: 'RE7',
  RecordingUrl: RECORDING,
  RecordingStatus: 'completed',
  RecordingStartTime: 'Mon, 23 Nov 2026 12:00:00 +0000',
  RecordingDuration: '21',
};

/** A line with all that it took in and fetched. */
function line() {
  const taken: HandedMessage[] = [];
  const fetched: [string, string | undefined][] = [];
  const adapter = twilio(source, async (address, { authorization }) => {
    fetched.push([address, authorization]);
    return new Uint8Array([1]);
  });
  const ask = async (asked: Callback) =>
    await adapter.answer?.(asked, async (message) => {
      taken.push(message);
      await message.bytes();
    });
  return { ask, taken, fetched };
}

it('signs as Twilio’s documentation does', () => {
  const form = new Map(
    Object.entries({ CallSid: 'CA1234567890ABCDE', Caller: '+12349013030', Digits: '1234', From: '+12349013030', To: '+18005551212' }),
  );
  expect(signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', form)).toBe('0/KCTR6DLpKmkAf8muzZqo1nDgQ=');
});

it('answers, records, hangs up, and takes the recording in with who called and when', async () => {
  const { ask, taken, fetched } = line();
  const answered = await ask(callback('voice', { From: '+16175550123' }));
  expect(answered?.xml).toContain('<Say>Say it &amp; hang up.</Say><Record action="https://ringback.example.com/hooks/line/recorded"');
  expect(answered?.xml).toContain('maxLength="90"');
  expect((await ask(callback('recorded', {})))?.xml).toContain('<Hangup/>');
  expect(await ask(callback('recording', COMPLETE))).toEqual({ status: 204 });
  expect(taken).toMatchObject([{ key: 'RE7', caller: { number: '+16175550123' }, at: '2026-11-23T12:00:00.000Z' }]);
  expect(fetched).toEqual([[`${RECORDING}.wav`, `Basic ${Buffer.from(`${ACCOUNT}:${SECRET}`).toString('base64')}`]]);
});

it('takes nothing that is not complete, and shows the account to no other host', async () => {
  const { ask, taken, fetched } = line();
  for (const RecordingStatus of ['in-progress', 'absent', 'failed']) await ask(callback('recording', { ...COMPLETE, RecordingStatus }));
  expect(taken).toEqual([]);
  await ask(callback('recording', { ...COMPLETE, RecordingUrl: 'https://elsewhere.example.com/RE7' }));
  expect(fetched).toEqual([['https://elsewhere.example.com/RE7.wav', undefined]]);
});

it('does nothing that was not signed with the secret of the account', async () => {
  const { ask, taken } = line();
  const right = callback('recording', COMPLETE);
  const forged = [
    callback('recording', COMPLETE, ''),
    callback('recording', COMPLETE, signatureOf('another', right.url, right.form)),
    { ...right, form: new Map([...right.form, ['RecordingUrl', 'https://10.0.0.1/x']]) },
    { ...right, url: right.url.replace('line', 'another') },
    callback('recording', { ...COMPLETE, AccountSid: `AC${'0'.repeat(32)}` }),
  ];
  for (const one of forged) await expect(ask(one)).rejects.toMatchObject({ code: 'bad-signature' });
  expect(taken).toEqual([]);
});

it('says what is wrong with a line', async () => {
  expect(await twilio(source).check()).toEqual([]);
  const faults = await twilio({ ...source, accountSid: 'x', authToken: '', address: '/hooks/line' }).check();
  expect(faults).toEqual([
    expect.stringContaining('accountSid'),
    expect.stringContaining('authTokenFrom'),
    expect.stringContaining('--origin'),
  ]);
});
