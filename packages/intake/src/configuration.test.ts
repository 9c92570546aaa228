import { expect, it } from 'vitest';
import { adapterOf, parseIntake } from './configuration.ts';

const written = (...sources: unknown[]) => JSON.stringify({ intakeVersion: 1, sources });

it('makes an adapter of each kind', async () => {
  const sources = parseIntake(
    written(
      { kind: 'asterisk', name: 'pbx', folder: '/var/spool/asterisk/voicemail', mailboxes: ['default/201'], for: 'Morgan' },
      { kind: 'freeswitch', name: 'switch', folder: '/x' },
      { kind: 'e-mail', name: 'mail', path: '/var/mail/voicemail' },
      { kind: 'folder', name: 'dropped', folder: '/x', quietMs: 0 },
      { kind: 'twilio', name: 'line', accountSid: `AC${'0'.repeat(32)}`, authTokenFrom: 'TWILIO_AUTH_TOKEN' },
    ),
  );
  expect(sources.map(({ for: whose }) => whose)).toEqual(['Morgan', undefined, undefined, undefined, undefined]);
  const surroundings = { env: { TWILIO_AUTH_TOKEN: 't' }, origin: 'https://ringback.example.com', now: () => new Date(0) };
  const adapters = sources.map((source) => adapterOf(source, surroundings));
  expect(adapters.map(({ answer }) => answer !== null)).toEqual([false, false, false, false, true]);
  expect(await adapters[4]?.check()).toEqual([]);
});

it.each([
  ['no JSON', '{', /is not JSON/],
  ['an unknown kind', written({ kind: 'fax', name: 'a' }), /sources\.0\.kind" must be asterisk, freeswitch, e-mail, folder or twilio/],
  ['a mailbox without its context', written({ kind: 'asterisk', name: 'a', folder: '/x', mailboxes: ['201'] }), /context\/number/],
  ['a path in a name', written({ kind: 'folder', name: '../a', folder: '/x' }), /sources\.0\.name" must be small letters/],
  ['a secret in the file', written({ kind: 'twilio', name: 'a', accountSid: 'AC', authToken: 'x', authTokenFrom: 'T' }), /sources\.0/],
  ['two of one name', written({ kind: 'folder', name: 'a', folder: '/x' }, { kind: 'folder', name: 'a', folder: '/y' }), /same name/],
])('says where a configuration is wrong: %s', (_what, text, where) => {
  expect(() => parseIntake(text)).toThrow(expect.objectContaining({ code: 'bad-intake', message: expect.stringMatching(where) }));
});
