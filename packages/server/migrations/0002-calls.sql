-- Plain PostgreSQL. The call itself is one document; what is searched and sorted by stands beside it.
CREATE TABLE calls (
  id uuid PRIMARY KEY,
  -- Whose log it is in; one person's on their own machine.
  owner text NOT NULL DEFAULT 'me',
  left_at timestamptz NOT NULL,
  call json NOT NULL,
  -- What the statistics read, as JSON text: a tenth of the call, and parsed by the program that asks.
  facts text NOT NULL,
  -- The call in the program it was imported from: the same file twice adds nothing.
  source text
);
--> statement-breakpoint
CREATE UNIQUE INDEX calls_by_source ON calls (owner, source);
--> statement-breakpoint
CREATE INDEX calls_by_time ON calls (owner, left_at DESC, id);
