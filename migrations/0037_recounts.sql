-- The nightly recount: how far it has come, and what it found.

-- One row for each time it went through all surveys. The one that isn't over is under way.
CREATE TABLE recounts (
  begun_at  INTEGER NOT NULL PRIMARY KEY,
  -- Null while under way.
  ended_at  INTEGER,
  -- The last night it worked in, in UTC, and the rows that this night's share of it has read.
  night     TEXT NOT NULL CHECK (night GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  spent     INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
  -- Where it goes on: at this day of this survey; surveys in the order of their ids. '' for the first.
  survey    TEXT NOT NULL DEFAULT '',
  day       TEXT NOT NULL DEFAULT '',
  -- So many days of surveys had responses.
  looked    INTEGER NOT NULL DEFAULT 0 CHECK (looked >= 0),
  rows_read INTEGER NOT NULL DEFAULT 0 CHECK (rows_read >= 0)
) STRICT;

-- Days on which counts weren't what the responses say, written with the repair itself. Never where all is well.
CREATE TABLE recount_findings (
  -- When the recount began that found it.
  recount INTEGER NOT NULL,
  survey  TEXT NOT NULL,
  day     TEXT NOT NULL,
  cells   INTEGER NOT NULL CHECK (cells > 0),
  PRIMARY KEY (recount, survey, day)
) STRICT, WITHOUT ROWID;
