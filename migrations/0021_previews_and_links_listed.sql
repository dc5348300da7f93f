-- Who made a link to a draft, and to which page, so that it can be told from others in a list. Nobody: it was an API key.
ALTER TABLE previews ADD COLUMN person TEXT REFERENCES people (id);
ALTER TABLE previews ADD COLUMN page TEXT NOT NULL DEFAULT '';

-- A survey's personal links, the newest first.
CREATE INDEX links_survey ON links (survey, created_at);
