import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailedMessage, mailsIn } from './e-mail.ts';

/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 18), numRuns: Number(process.env.RINGBACK_FUZZ_RUNS ?? 300) };

const LINES = [
  'From pbx@example.com Thu Nov 26 09:00:00 2026',
  'From: "Voicemail" <pbx@example.com>',
  'Subject: =?utf-8?B?TmV3IHZvaWNlbWFpbA==?=',
  'Subject: =?x?Q?=',
  'Message-ID: <1@example.com>',
  'Date: Thu, 26 Nov 2026 09:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  'Content-Type: audio/wav; name="msg0001.wav"',
  'Content-Type: message/rfc822',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename="msg0001.wav"',
  'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=',
  '--b',
  '--b--',
  '',
] as const;

const mails = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LINES) }, fc.string({ unit: 'binary', maxLength: 60 })), {
      maxLength: 40,
    }),
    fc.constantFrom('\n', '\r\n'),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
  )
  .map(([lines, end, damage]) => {
    const bytes = new TextEncoder().encode(lines.join(end));
    for (const [at, value] of damage) if (bytes.length > 0) bytes[at % bytes.length] = value;
    return bytes;
  });

test('mail: whatever comes in a mailbox is a message or none, and breaks nothing', async () => {
  let handed = 0;
  await fc.assert(
    fc.asyncProperty(mails, async (bytes) => {
      for (const mail of [bytes, ...mailsIn(bytes)]) if ((await mailedMessage(mail)) !== null) handed += 1;
    }),
    FUZZ,
  );
  expect(handed).toBeGreaterThan(0);
});
