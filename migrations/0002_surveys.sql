-- A survey is edited as a draft and asked as a frozen version: an answer is validated against the
-- version it names, so changing the wording never hides or reinterprets old answers.

CREATE TABLE surveys (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'srv_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  metric     TEXT NOT NULL CHECK (metric IN ('nps', 'csat', 'ces', 'none')),
  -- Number of points on the metric's scale; 11 for NPS (0-10), 0 where there is no metric.
  points     INTEGER NOT NULL CHECK (
    (metric = 'nps' AND points = 11) OR (metric = 'csat' AND points IN (3, 5, 7)) OR
    (metric = 'ces' AND points IN (5, 7)) OR (metric = 'none' AND points = 0)),
  touchpoint TEXT NOT NULL DEFAULT '' CHECK (length(touchpoint) <= 64),
  state      TEXT NOT NULL CHECK (state IN ('draft', 'live', 'paused', 'closed')),
  -- The newest published version; 0 before the first publish.
  version    INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),
  draft      TEXT NOT NULL CHECK (json_type(draft) = 'object'),
  -- Grows with every edit: two people editing get a conflict, not a lost edit.
  revision   INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (site, id)
) STRICT;

CREATE TABLE survey_versions (
  survey       TEXT NOT NULL REFERENCES surveys (id),
  version      INTEGER NOT NULL CHECK (version >= 1),
  definition   TEXT NOT NULL CHECK (json_type(definition) = 'object'),
  published_at INTEGER NOT NULL,
  PRIMARY KEY (survey, version)
) STRICT, WITHOUT ROWID;
