-- An import and what became of each row. Files of more than 5,000 rows wait here in chunks until
-- the job has stored them.

CREATE TABLE imports (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'imp_*'),
  site       TEXT NOT NULL,
  survey     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('receiving', 'running', 'done', 'undoing', 'undone')),
  received   INTEGER NOT NULL DEFAULT 0 CHECK (received >= 0),
  stored     INTEGER NOT NULL DEFAULT 0 CHECK (stored >= 0),
  duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
  rejected   INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  -- The first 100 refusals: [{"row", "reason"}].
  reasons    TEXT NOT NULL DEFAULT '[]' CHECK (json_type(reasons) = 'array'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  FOREIGN KEY (site, survey) REFERENCES surveys (site, id)
) STRICT;

CREATE INDEX imports_site ON imports (site, created_at);
CREATE INDEX imports_state ON imports (state) WHERE state IN ('receiving', 'running', 'undoing');

CREATE TABLE import_chunks (
  import   TEXT NOT NULL REFERENCES imports (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  -- [[row number, {column: value}], ...]
  rows     TEXT NOT NULL CHECK (json_type(rows) = 'array'),
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;
