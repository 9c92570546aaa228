-- Plain PostgreSQL. What is said of a moment of a take, by its person or by who coaches them.
CREATE TABLE comments (
  id uuid PRIMARY KEY,
  -- Who wrote it.
  owner text NOT NULL,
  take_id uuid NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
  -- Seconds from the start of the take; null for the take as a whole.
  at_sec double precision CHECK (at_sec >= 0),
  -- The comment that it answers; an answer outlives it. Looked at in the end only: a backup brings rows back in any order.
  answers uuid REFERENCES comments (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX comments_by_take ON comments (take_id, created_at);
--> statement-breakpoint
CREATE INDEX comments_by_owner ON comments (owner);
--> statement-breakpoint
CREATE INDEX comments_by_answered ON comments (answers);
--> statement-breakpoint
-- What rates over time are counted from, without reading whole reviews: the status of each tip in the order of the tips, and what to mend first.
ALTER TABLE takes
  ADD COLUMN tips jsonb GENERATED ALWAYS AS (jsonb_path_query_array(review, '$.tips[*].status')) STORED,
  ADD COLUMN first_fix text GENERATED ALWAYS AS (review -> 'verdict' ->> 'firstFix') STORED;
