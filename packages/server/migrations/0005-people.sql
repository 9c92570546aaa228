-- Plain PostgreSQL. Who may come in where more than one person does: alone on one machine these tables stay empty.
CREATE TABLE people (
  -- Whose rows are theirs: the `owner` of the other tables.
  id text PRIMARY KEY,
  name text NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('owner', 'coach', 'member')),
  created_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE tokens (
  id uuid PRIMARY KEY,
  person_id text NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  -- SHA-256 of the secret, in hexadecimal: the secret itself is kept nowhere.
  hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
--> statement-breakpoint
-- Who did what, when, to which id; never what was written in it.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  person_id text,
  token_id uuid,
  action text NOT NULL,
  target text,
  status integer NOT NULL
);
