-- Who last edited a survey and when, so that of two people who edit at once the second learns whose edit is in the way. `updated_at`
-- also moves when a survey is published or paused. Nobody: it was an API key.
ALTER TABLE surveys ADD COLUMN edited_by TEXT REFERENCES people (id);
ALTER TABLE surveys ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0;
UPDATE surveys SET edited_at = updated_at;
