-- Responses that need somebody: which do, by rule; whose they are and until when; and what was done about them.

-- The first of a site's rules, by position, that takes a response opens its case.
CREATE TABLE inbox_rules (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'rule_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- JSON: Conditions, checked against the site whenever they are used.
  conditions TEXT NOT NULL CHECK (json_type(conditions) = 'object'),
  -- The person who is given what it takes; null for nobody.
  owner      TEXT REFERENCES people (id),
  -- How long they have; null for no due time.
  due_hours  INTEGER CHECK (due_hours BETWEEN 1 AND 8760),
  active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  position   INTEGER NOT NULL CHECK (position >= 0),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX inbox_rules_site ON inbox_rules (site, position);

CREATE TABLE cases (
  response        INTEGER NOT NULL PRIMARY KEY,
  site            TEXT NOT NULL,
  -- The rule that opened it; '' where somebody did.
  rule            TEXT NOT NULL DEFAULT '',
  opened_at       INTEGER NOT NULL,
  status          TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'in-progress', 'resolved', 'wont-fix')),
  owner           TEXT,
  due_at          INTEGER,
  -- When somebody first changed its status or noted something.
  first_action_at INTEGER,
  closed_at       INTEGER CHECK ((closed_at IS NOT NULL) = (status IN ('resolved', 'wont-fix'))),
  -- Grows with every change: of two who work at once one gets a conflict, not a lost change.
  revision        INTEGER NOT NULL DEFAULT 1,
  -- Who changed it last, and when: the history is written of it by the triggers below. Null for a rule or a key.
  changed_by      TEXT,
  changed_at      INTEGER NOT NULL
) STRICT;

-- Open ones in the order in which they are due, those without a due time last.
CREATE INDEX cases_open ON cases (site, coalesce(due_at, 8640000000000000)) WHERE closed_at IS NULL;
CREATE INDEX cases_closed ON cases (site, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_opened ON cases (site, opened_at);

CREATE TABLE case_events (
  id       INTEGER NOT NULL PRIMARY KEY,
  response INTEGER NOT NULL,
  site     TEXT NOT NULL,
  at       INTEGER NOT NULL,
  -- Null for a rule or a key.
  person   TEXT,
  kind     TEXT NOT NULL CHECK (kind IN ('opened', 'status', 'owner', 'due', 'note')),
  -- The rule's id, the status, the person's id, the time in ms, or the text; '' for none.
  value    TEXT NOT NULL CHECK (length(value) <= 5000)
) STRICT;

CREATE INDEX case_events_response ON case_events (response);

-- Cases of what somebody has taken up before there were any.
INSERT INTO cases (response, site, opened_at, status, first_action_at, closed_at, changed_at)
SELECT id, site, coalesce(resolved_at, updated_at), status, coalesce(resolved_at, updated_at), resolved_at, coalesce(resolved_at, updated_at)
FROM responses WHERE status <> 'new';

INSERT INTO case_events (response, site, at, kind, value) SELECT response, site, opened_at, 'opened', '' FROM cases;

CREATE TRIGGER cases_insert AFTER INSERT ON cases
BEGIN
  INSERT INTO case_events (response, site, at, person, kind, value)
  VALUES (NEW.response, NEW.site, NEW.changed_at, NEW.changed_by, 'opened', NEW.rule);
  INSERT INTO case_events (response, site, at, person, kind, value)
  SELECT NEW.response, NEW.site, NEW.changed_at, NEW.changed_by, 'owner', NEW.owner WHERE NEW.owner IS NOT NULL;
END;

CREATE TRIGGER cases_update AFTER UPDATE OF status, owner, due_at ON cases
BEGIN
  INSERT INTO case_events (response, site, at, person, kind, value)
  SELECT NEW.response, NEW.site, NEW.changed_at, NEW.changed_by, 'owner', coalesce(NEW.owner, '') WHERE OLD.owner IS NOT NEW.owner;
  INSERT INTO case_events (response, site, at, person, kind, value)
  SELECT NEW.response, NEW.site, NEW.changed_at, NEW.changed_by, 'due', coalesce(NEW.due_at, '') WHERE OLD.due_at IS NOT NEW.due_at;
  INSERT INTO case_events (response, site, at, person, kind, value)
  SELECT NEW.response, NEW.site, NEW.changed_at, NEW.changed_by, 'status', NEW.status WHERE OLD.status <> NEW.status;
  UPDATE responses SET status = NEW.status, resolved_at = NEW.closed_at
  WHERE id = NEW.response AND (status <> NEW.status OR resolved_at IS NOT NEW.closed_at);
END;

-- Nothing of a case outlives its response.
CREATE TRIGGER responses_delete_cases AFTER DELETE ON responses
BEGIN
  DELETE FROM cases WHERE response = OLD.id;
  DELETE FROM case_events WHERE response = OLD.id;
END;

-- Who has left owns nothing.
CREATE TRIGGER members_delete_cases AFTER DELETE ON members
BEGIN
  UPDATE cases SET owner = NULL, changed_by = NULL, changed_at = unixepoch() * 1000, revision = revision + 1
  WHERE site = OLD.site AND owner = OLD.person AND closed_at IS NULL;
  UPDATE inbox_rules SET owner = NULL WHERE site = OLD.site AND owner = OLD.person;
END;

-- Every site begins with one rule: whoever is unhappy, within two days.
CREATE TRIGGER sites_insert_rules AFTER INSERT ON sites
BEGIN
  INSERT INTO inbox_rules (id, site, name, conditions, due_hours, position, created_at)
  VALUES ('rule_' || lower(hex(randomblob(8))), NEW.id, 'Unhappy customers', '{"unhappy":true}', 48, 0, NEW.created_at);
END;

INSERT INTO inbox_rules (id, site, name, conditions, due_hours, position, created_at)
SELECT 'rule_' || lower(hex(randomblob(8))), id, 'Unhappy customers', '{"unhappy":true}', 48, 0, created_at FROM sites;
