-- Plain PostgreSQL; IF NOT EXISTS, since a database of before drizzle's migrator has these tables already. Sound lies beside the database: takes/<id>.wav in the same data folder.
CREATE TABLE IF NOT EXISTS scripts (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS takes (
  id uuid PRIMARY KEY,
  script_id uuid REFERENCES scripts (id) ON DELETE SET NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('recording', 'hearing', 'reviewed', 'failed')),
  created_at timestamptz NOT NULL DEFAULT now(),
  duration_sec double precision,
  decision text CHECK (decision IN ('return', 'toss-up', 'delete')),
  score double precision,
  kept boolean NOT NULL DEFAULT false,
  failure jsonb,
  capture jsonb,
  -- The gathered artifacts, from which the review can be made again without the sound.
  artifacts jsonb,
  review jsonb
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS takes_by_script ON takes (script_id, created_at DESC);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS takes_by_time ON takes (created_at DESC);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS briefs (
  id uuid PRIMARY KEY,
  draft jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
DROP TABLE IF EXISTS migrations;
