-- Invitations, agents who see a part of a site, what an API key may do, and who changed what.

-- One open invitation an address and site: a newer one takes the place of the one before. `part` is '' for all of the site.
CREATE TABLE invitations (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'inv_*'),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  site       TEXT NOT NULL REFERENCES sites (id),
  email      TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254 AND email = lower(email)),
  role       TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'agent', 'viewer')),
  part       TEXT NOT NULL CHECK (part = '' OR (role = 'agent' AND json_type(part) = 'object' AND part <> '{}')),
  person     TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX invitations_site_email ON invitations (site, email);

-- JSON: values by dimension; '' for all of the site.
ALTER TABLE members ADD COLUMN part TEXT NOT NULL DEFAULT ''
  CHECK (part = '' OR (role = 'agent' AND json_type(part) = 'object' AND part <> '{}'));

-- What a key may do; `role` stays as the least role that may do all of it. Keys from before keep what their role could.
ALTER TABLE api_keys ADD COLUMN scopes TEXT NOT NULL DEFAULT '[]' CHECK (json_type(scopes) = 'array');
UPDATE api_keys SET scopes = CASE role
  WHEN 'viewer' THEN '["read"]'
  WHEN 'agent' THEN '["read","inbox"]'
  WHEN 'manager' THEN '["read","inbox","manage","import","export","send"]'
  ELSE '["read","inbox","manage","import","export","send","admin"]' END;
-- To the day: it is written at most once in 24 hours.
ALTER TABLE api_keys ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;

-- A line stands here before what it tells of is done. `status` is what was answered, null until then: a line that stays so was cut off.
-- A `coarse` one stands for all like it within an hour.
CREATE TABLE audit_log (
  id      INTEGER NOT NULL PRIMARY KEY,
  site    TEXT NOT NULL REFERENCES sites (id),
  at      INTEGER NOT NULL,
  actor   TEXT NOT NULL CHECK (actor GLOB 'psn_*' OR actor GLOB 'key_*'),
  name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  action  TEXT NOT NULL,
  object  TEXT NOT NULL,
  coarse  INTEGER NOT NULL CHECK (coarse IN (0, 1)),
  status  INTEGER CHECK (status BETWEEN 200 AND 599),
  changes TEXT NOT NULL DEFAULT '{}' CHECK (json_type(changes) = 'object')
) STRICT;

CREATE INDEX audit_log_site ON audit_log (site, id);
CREATE INDEX audit_log_actor ON audit_log (site, actor, id);
CREATE INDEX audit_log_object ON audit_log (site, object, id);

CREATE TRIGGER audit_log_update BEFORE UPDATE ON audit_log
WHEN OLD.status IS NOT NULL OR (NEW.id, NEW.site, NEW.at, NEW.actor, NEW.name, NEW.action) IS NOT (OLD.id, OLD.site, OLD.at, OLD.actor, OLD.name, OLD.action)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

-- An INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER audit_log_replace BEFORE INSERT ON audit_log
WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
