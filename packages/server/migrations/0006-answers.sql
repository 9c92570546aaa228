-- Plain PostgreSQL. Answers to requests that are to be done once, for a day; without an answer while they are being done.
CREATE TABLE answers (
  owner text NOT NULL,
  key text NOT NULL,
  -- SHA-256 of the request: the same key for another one is refused.
  request text NOT NULL,
  at timestamptz NOT NULL,
  answer jsonb,
  PRIMARY KEY (owner, key)
);
--> statement-breakpoint
-- Messages that were taken in, by SHA-256 of the source's own id: the same one twice is one take.
CREATE TABLE received (
  hash text PRIMARY KEY,
  owner text NOT NULL,
  at timestamptz NOT NULL
);
--> statement-breakpoint
-- Who left the message, when, and which kind of source handed it over; null for what the person recorded or chose.
ALTER TABLE takes ADD COLUMN received jsonb;
