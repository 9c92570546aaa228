-- How often what is known of a take has changed: work that was asked for at one revision does nothing at another.
ALTER TABLE takes ADD COLUMN revision integer NOT NULL DEFAULT 0;
--> statement-breakpoint
-- What the container of a recording said of it: whichever process hears it needs to know.
ALTER TABLE takes ADD COLUMN recording jsonb;
--> statement-breakpoint
-- SHA-256 of the bytes that were sent: the same recording sent again is the same take.
ALTER TABLE takes ADD COLUMN digest text;
