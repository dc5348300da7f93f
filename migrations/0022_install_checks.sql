-- An owner's question whether the tag is on a page: a secret in that page's address, kept as its hash, and what the page's loader told.
CREATE TABLE checks (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'chk_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  -- Of the page that was to be looked at.
  origin     TEXT NOT NULL CHECK (length(origin) BETWEEN 1 AND 300),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- JSON: what was told last; '' until then.
  found      TEXT NOT NULL DEFAULT '' CHECK (found = '' OR json_type(found) = 'object'),
  -- JSON: another key that a page of this origin asked for; '' for none.
  stranger   TEXT NOT NULL DEFAULT '' CHECK (stranger = '' OR json_type(stranger) = 'object')
) STRICT;

CREATE INDEX checks_site ON checks (site);

-- When pages of an origin on a site's list last asked for its loader, to the hour: no page view writes here.
CREATE TABLE sightings (
  site   TEXT NOT NULL REFERENCES sites (id),
  origin TEXT NOT NULL CHECK (length(origin) BETWEEN 1 AND 300),
  at     INTEGER NOT NULL,
  PRIMARY KEY (site, origin)
) STRICT, WITHOUT ROWID;
