import { readFile } from 'node:fs/promises';
import { PLAINLY, placesOf, RingbackError } from '@ringback/core';
import { z } from 'zod';
import type { Adapter } from './adapter.ts';
import { asterisk } from './asterisk.ts';
import { eMail } from './e-mail.ts';
import { watchedFolder } from './folder.ts';
import { freeswitch } from './freeswitch.ts';
import { twilio } from './twilio.ts';

/** Milliseconds that a file must lie unchanged before it is taken. House rule: a recorder that still writes does so every second. */
const QUIET_MS = 10_000;
const LONGEST_MESSAGE_SEC = 180;
const GREETING = 'This is your practice line. Leave your message after the tone, and hang up.';

const path = z.string().min(1).max(4_096);
const common = {
  /** Names the source in addresses and in the log. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and dashes, 40 at most'),
  /** The person whose takes they are, by name; the owner where it is left out. */
  for: z.string().min(1).max(100).optional(),
};
const quietMs = z.int().min(0).max(3_600_000).default(QUIET_MS);

const sourceSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('asterisk'),
      ...common,
      folder: path,
      mailboxes: z
        .array(z.string().regex(/^[^/]+\/[^/]+$/, 'must be context/number as in voicemail.conf, such as default/201'))
        .default([]),
    }),
    z.strictObject({ kind: z.literal('freeswitch'), ...common, folder: path, quietMs }),
    z.strictObject({ kind: z.literal('e-mail'), ...common, path }),
    z.strictObject({ kind: z.literal('folder'), ...common, folder: path, quietMs }),
    z.strictObject({
      kind: z.literal('twilio'),
      ...common,
      accountSid: z.string().min(1).max(64),
      /** The environment variable that holds the auth token: a secret stands in no file of ours. */
      authTokenFrom: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable, such as TWILIO_AUTH_TOKEN'),
      recordingsFrom: z.string().min(1).max(253).default('api.twilio.com'),
      greeting: z.string().min(1).max(500).default(GREETING),
      mostSec: z.int().min(5).max(600).default(LONGEST_MESSAGE_SEC),
    }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? 'must be asterisk, freeswitch, e-mail, folder or twilio' : undefined) },
);

/** `intake.json` as it is written. */
export const intakeSchema = z
  .strictObject({ intakeVersion: z.literal(1), sources: z.array(sourceSchema).max(100) })
  .refine(({ sources }) => new Set(sources.map(({ name }) => name)).size === sources.length, {
    message: 'two sources have the same name',
    path: ['sources'],
  });

/** One source as it is written. */
export type Source = z.output<typeof sourceSchema>;

/** What a source needs of its surroundings. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** The server's public origin; null where it has none. */
  origin: string | null;
  now: () => Date;
}

/** The sources of a text; throws "bad-intake" with the place that is wrong. */
export function parseIntake(text: string): Source[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new RingbackError('bad-intake', 'The intake configuration is not JSON: see docs/team.md for one that works.');
  }
  const result = intakeSchema.safeParse(document, PLAINLY);
  if (result.success) return result.data.sources;
  throw new RingbackError('bad-intake', `The intake configuration cannot be used: ${placesOf(result.error, 'configuration')}.`);
}

/** The sources of a file; none where there is no such file. */
export async function readIntake(file: string): Promise<Source[] | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new RingbackError('cannot-read', `The intake configuration may not be read (${error.code}): mend its rights.`);
  });
  return text === null ? null : parseIntake(text);
}

/** The address under which a source of this name is asked, below the server's origin. */
export const hookPath = (name: string): string => `/hooks/${name}`;

/** The adapter of a source. */
export function adapterOf(source: Source, { env, origin, now }: Surroundings): Adapter {
  switch (source.kind) {
    case 'asterisk':
      return asterisk(source);
    case 'freeswitch':
      return freeswitch(source, now);
    case 'e-mail':
      return eMail(source);
    case 'folder':
      return watchedFolder(source, now);
    case 'twilio':
      return twilio({ ...source, authToken: env[source.authTokenFrom] ?? '', address: `${origin ?? ''}${hookPath(source.name)}` });
  }
}
