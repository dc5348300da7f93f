-- Filters under a name. `conditions` is JSON, checked against the site whenever it is used: what it names may go meanwhile.
-- `person` made it; null for an API key, whose views are the team's.
CREATE TABLE views (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'view_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  conditions TEXT NOT NULL CHECK (json_type(conditions) = 'object'),
  person     TEXT REFERENCES people (id),
  shared     INTEGER NOT NULL CHECK (shared IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (person IS NOT NULL OR shared = 1)
) STRICT;

CREATE INDEX views_site ON views (site, name);
