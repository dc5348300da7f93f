-- Notes on the trend, a survey's goal, read-only links to a report, and a pulse: one row that changes whenever a
-- survey's responses do.

-- What a manager wants to remember of a day: "new carrier". Without a survey it stands on all of the site's.
CREATE TABLE notes (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'note_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  survey     TEXT,
  day        TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  text       TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  -- Who wrote it; null for an API key.
  person     TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  FOREIGN KEY (site, survey) REFERENCES surveys (site, id)
) STRICT;

CREATE INDEX notes_site_day ON notes (site, day);

-- The score a survey is meant to reach, in the unit its metric is told in; null for none.
ALTER TABLE surveys ADD COLUMN goal REAL CHECK (goal IS NULL OR
  (metric = 'nps' AND goal BETWEEN -100 AND 100) OR (metric = 'csat' AND goal BETWEEN 0 AND 100) OR
  (metric = 'ces' AND goal BETWEEN 1 AND points));

-- Links to one survey's report for whoever holds them; only the secret's hash is kept.
CREATE TABLE shares (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'shr_*'),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  site       TEXT NOT NULL,
  survey     TEXT NOT NULL,
  name       TEXT NOT NULL CHECK (length(name) <= 120),
  person     TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  -- Null for a link that works until it is revoked.
  expires_at INTEGER,
  FOREIGN KEY (site, survey) REFERENCES surveys (site, id)
) STRICT;

CREATE INDEX shares_site_survey ON shares (site, survey);

-- Outcomes are told by survey now ('' where a request named none, and for what is only counted now and then), so that
-- the row each answer writes anyway is its survey's pulse: an open dashboard reads the newest one, and no other, to see
-- whether anything has changed.
CREATE TABLE outcomes_by_survey (
  site    TEXT NOT NULL,
  survey  TEXT NOT NULL DEFAULT '',
  day     TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (length(outcome) BETWEEN 1 AND 40),
  n       INTEGER NOT NULL CHECK (n >= 0),
  -- Edits, erasures and slices of imports.
  changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0),
  PRIMARY KEY (site, survey, day, outcome)
) STRICT, WITHOUT ROWID;

INSERT INTO outcomes_by_survey (site, day, outcome, n) SELECT site, day, outcome, n FROM outcomes;
DROP TABLE outcomes;
ALTER TABLE outcomes_by_survey RENAME TO outcomes;

-- What changes without a request that carried answers is told beside the newest day's stored answers ('stored' is the
-- last of a day's outcomes), or beside day '' where there is none yet. A step needs no such beat: its outcome is one.
CREATE TRIGGER responses_update_pulse AFTER UPDATE ON responses
WHEN NEW.seq = OLD.seq
BEGIN
  INSERT INTO outcomes (site, survey, day, outcome, n, changes)
  SELECT NEW.site, changed.survey,
         coalesce((SELECT max(day) FROM outcomes WHERE site = NEW.site AND survey = changed.survey), ''), 'stored', 0, 1
  FROM (SELECT OLD.survey AS survey UNION SELECT NEW.survey) AS changed
  WHERE true
  ON CONFLICT DO UPDATE SET changes = changes + 1;
END;

CREATE TRIGGER responses_delete_pulse AFTER DELETE ON responses
BEGIN
  INSERT INTO outcomes (site, survey, day, outcome, n, changes)
  VALUES (OLD.site, OLD.survey,
          coalesce((SELECT max(day) FROM outcomes WHERE site = OLD.site AND survey = OLD.survey), ''), 'stored', 0, 1)
  ON CONFLICT DO UPDATE SET changes = changes + 1;
END;

-- One beat for each slice of a file, not for each of its rows.
CREATE TRIGGER imports_update_pulse AFTER UPDATE OF stored ON imports
WHEN NEW.stored <> OLD.stored
BEGIN
  INSERT INTO outcomes (site, survey, day, outcome, n, changes)
  VALUES (NEW.site, NEW.survey,
          coalesce((SELECT max(day) FROM outcomes WHERE site = NEW.site AND survey = NEW.survey), ''), 'stored', 0, 1)
  ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
