-- A site's days are counted in another zone from an instant on; what was fixed before it stays. Reports name it on the
-- local day it happened on, in the new zone, and reckon what lies before it in the old one.
CREATE TABLE zone_changes (
  site      TEXT NOT NULL REFERENCES sites (id),
  at        INTEGER NOT NULL,
  day       TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  from_zone TEXT NOT NULL CHECK (length(from_zone) BETWEEN 1 AND 64),
  to_zone   TEXT NOT NULL CHECK (length(to_zone) BETWEEN 1 AND 64),
  PRIMARY KEY (site, at)
) STRICT, WITHOUT ROWID;
