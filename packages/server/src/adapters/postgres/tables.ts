import type {
  Artifacts,
  BriefDraft,
  Call,
  CaptureSettings,
  RecordingFacts,
  Review,
  TakeState,
  TakeSummary,
  TipId,
  TipStatus,
  Verdict,
} from '@ringback/core';
import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  doublePrecision,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { KeptAnswer } from '../../ports/answers.ts';
import type { Role } from '../../ports/people.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull().defaultNow();

/** Whose row it is. */
const ownedBy = () => text('owner').notNull();

/** Scripts; `migrations/` holds the same as SQL. */
export const scripts = pgTable('scripts', {
  id: uuid('id').primaryKey(),
  owner: ownedBy(),
  name: text('name').notNull(),
  text: text('text').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

/** Takes; the sound is a blob, the rest is here. */
export const takes = pgTable('takes', {
  id: uuid('id').primaryKey(),
  owner: ownedBy(),
  scriptId: uuid('script_id').references(() => scripts.id, { onDelete: 'set null' }),
  name: text('name').notNull(),
  state: text('state').$type<TakeState>().notNull(),
  createdAt: moment('created_at'),
  durationSec: doublePrecision('duration_sec'),
  decision: text('decision').$type<Verdict['decision']>(),
  score: doublePrecision('score'),
  kept: boolean('kept').notNull().default(false),
  failure: jsonb('failure').$type<{ code: string; message: string }>(),
  capture: jsonb('capture').$type<CaptureSettings>(),
  artifacts: jsonb('artifacts').$type<Artifacts>(),
  review: jsonb('review').$type<Review>(),
  progress: doublePrecision('progress').notNull().default(0),
  revision: integer('revision').notNull().default(0),
  recording: jsonb('recording').$type<RecordingFacts>(),
  digest: text('digest'),
  received: jsonb('received').$type<TakeSummary['received']>(),
  /** The status of each tip in the order of the tips; the database takes it out of the review. */
  tips: jsonb('tips')
    .$type<TipStatus[]>()
    .generatedAlwaysAs((): SQL => sql`jsonb_path_query_array(${takes.review}, '$.tips[*].status')`),
  firstFix: text('first_fix')
    .$type<TipId>()
    .generatedAlwaysAs((): SQL => sql`${takes.review} -> 'verdict' ->> 'firstFix'`),
});

/** What is said of a moment of a take; `owner` wrote it. */
export const comments = pgTable('comments', {
  id: uuid('id').primaryKey(),
  owner: ownedBy(),
  takeId: uuid('take_id')
    .notNull()
    .references(() => takes.id, { onDelete: 'cascade' }),
  atSec: doublePrecision('at_sec'),
  answers: uuid('answers').references((): AnyPgColumn => comments.id, { onDelete: 'set null' }),
  text: text('text').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

/** Briefs in the making. */
export const briefs = pgTable('briefs', {
  id: uuid('id').primaryKey(),
  owner: ownedBy(),
  draft: jsonb('draft').$type<BriefDraft>().notNull(),
  updatedAt: moment('updated_at'),
});

/** The log: messages that were left and what came of them. */
export const calls = pgTable('calls', {
  id: uuid('id').primaryKey(),
  owner: ownedBy(),
  leftAt: timestamp('left_at', { withTimezone: true, mode: 'date' }).notNull(),
  // Kept as it was written: the order of fields tells nothing, and a changed one would look like an edit.
  call: json('call').$type<Call>().notNull(),
  facts: text('facts').notNull(),
  source: text('source'),
});

/** How often each log was written to: what another process worked out is stale when this has changed. */
export const logRevisions = pgTable('log_revisions', {
  owner: text('owner').primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
});

/** The people of a team. */
export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  createdAt: moment('created_at'),
});

/** Personal access tokens, by the hash of their secret. */
export const tokens = pgTable('tokens', {
  id: uuid('id').primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  hash: text('hash').notNull(),
  createdAt: moment('created_at'),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
  lastUsedAt: timestamp('last_used_at', { withTimezone: true, mode: 'date' }),
});

/** Who did what, when, to which id. */
export const audit = pgTable('audit', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: moment('at'),
  personId: text('person_id'),
  tokenId: uuid('token_id'),
  action: text('action').notNull(),
  target: text('target'),
  status: integer('status').notNull(),
});

/** Answers to requests that are to be done once. */
export const answers = pgTable(
  'answers',
  {
    owner: ownedBy(),
    key: text('key').notNull(),
    request: text('request').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
    answer: jsonb('answer').$type<KeptAnswer>(),
  },
  ({ owner, key }) => [primaryKey({ columns: [owner, key] })],
);

/** Messages that were taken in, by the hash of the source's own id. */
export const received = pgTable('received', {
  hash: text('hash').primaryKey(),
  owner: ownedBy(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
});
