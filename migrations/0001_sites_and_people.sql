-- Who owns what, and who may see it. Ids are text with a prefix that names the table; times are
-- milliseconds since 1970 (UTC); secrets are stored only as their SHA-256 in hex.

CREATE TABLE sites (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'site_*'),
  key        TEXT NOT NULL UNIQUE CHECK (key GLOB 'pk_*'),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  origins    TEXT NOT NULL CHECK (json_type(origins) = 'array'),
  time_zone  TEXT NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
  dimensions TEXT NOT NULL CHECK (json_type(dimensions) = 'array' AND json_array_length(dimensions) <= 8),
  demo       INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'psn_*'),
  email      TEXT NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254 AND email = lower(email)),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
  site       TEXT NOT NULL REFERENCES sites (id),
  person     TEXT NOT NULL REFERENCES people (id),
  role       TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'agent', 'viewer')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX members_person ON members (person);

CREATE TABLE sessions (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'ses_*'),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  person     TEXT NOT NULL REFERENCES people (id),
  agent      TEXT NOT NULL CHECK (length(agent) <= 200),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_person ON sessions (person);

CREATE TABLE login_tokens (
  hash       TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  person     TEXT NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_keys (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'key_*'),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  site       TEXT NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role       TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'agent', 'viewer')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX api_keys_site ON api_keys (site);

-- One row per job that must not run twice at once; it lapses by itself when its holder dies.
CREATE TABLE leases (
  name       TEXT NOT NULL PRIMARY KEY,
  holder     TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
