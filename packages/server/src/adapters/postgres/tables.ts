import type { Artifacts, BriefDraft, Call, CaptureSettings, RecordingFacts, Review, TakeState, Verdict } from '@ringback/core';
import { bigint, boolean, doublePrecision, integer, json, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
