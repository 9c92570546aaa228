-- Plain PostgreSQL. Every row has an owner: the one person of this machine, where nobody else is told.
ALTER TABLE scripts ADD COLUMN owner text NOT NULL DEFAULT 'me';
--> statement-breakpoint
ALTER TABLE takes ADD COLUMN owner text NOT NULL DEFAULT 'me';
--> statement-breakpoint
ALTER TABLE briefs ADD COLUMN owner text NOT NULL DEFAULT 'me';
--> statement-breakpoint
-- How far the hearing of a take is, 0 to 1: whichever process hears it.
ALTER TABLE takes ADD COLUMN progress double precision NOT NULL DEFAULT 0;
--> statement-breakpoint
DROP INDEX takes_by_time;
--> statement-breakpoint
CREATE INDEX takes_by_time ON takes (owner, created_at DESC);
--> statement-breakpoint
-- How often each owner's log was written to, so that a process sees that what it worked out is stale.
CREATE TABLE log_revisions (
  owner text PRIMARY KEY,
  revision bigint NOT NULL
);
