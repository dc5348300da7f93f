-- Replies to shoppers who left an e-mail address: what they are begun with, and those that were written.

CREATE TABLE reply_templates (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'tpl_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- Both may hold places such as {shop}.
  subject    TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  text       TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
  -- BCP 47: what it is written in.
  language   TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX reply_templates_site ON reply_templates (site, name);

-- A reply as it was written, its places filled. To whom isn't here: that stands in `contacts`, and goes with them.
CREATE TABLE replies (
  id       TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'rpl_*'),
  site     TEXT NOT NULL,
  response INTEGER NOT NULL,
  -- Made by whoever sends it, so that a second press sends nothing.
  key      TEXT NOT NULL CHECK (length(key) = 36),
  -- The question whose answer is the address.
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 40),
  -- Null for a key.
  person   TEXT,
  at       INTEGER NOT NULL,
  subject  TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  text     TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  -- As its delivery's, which is deleted some weeks later.
  state    TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  -- Why the last attempt failed, when it was, and when the next one is due.
  error    TEXT NOT NULL DEFAULT '',
  tried_at INTEGER,
  due_at   INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX replies_key ON replies (site, key);
CREATE INDEX replies_site_at ON replies (site, at);
CREATE INDEX replies_response ON replies (response);

CREATE TRIGGER deliveries_update_replies AFTER UPDATE OF state, attempts, due_at ON deliveries
WHEN NEW.type = 'case.reply'
BEGIN
  UPDATE replies SET
    state = CASE NEW.state WHEN 'delivered' THEN 'sent' WHEN 'waiting' THEN 'waiting' ELSE 'failed' END,
    error = CASE NEW.state WHEN 'void' THEN 'the address has been deleted meanwhile' ELSE NEW.error END,
    tried_at = NEW.attempted_at,
    due_at = NEW.due_at
  WHERE id = NEW.about;
END;

-- A kind of event more. Tables can't be given another CHECK: it is made anew, with the triggers that name it.
DROP TRIGGER cases_insert;
DROP TRIGGER cases_update;
DROP TRIGGER responses_delete_cases;

CREATE TABLE case_events_new (
  id       INTEGER NOT NULL PRIMARY KEY,
  response INTEGER NOT NULL,
  site     TEXT NOT NULL,
  at       INTEGER NOT NULL,
  -- Null for a rule or a key.
  person   TEXT,
  kind     TEXT NOT NULL CHECK (kind IN ('opened', 'status', 'owner', 'due', 'note', 'reply')),
  -- The rule's id, the status, the person's id, the time in ms, the text, or the reply's id; '' for none.
  value    TEXT NOT NULL CHECK (length(value) <= 5000)
) STRICT;

INSERT INTO case_events_new (id, response, site, at, person, kind, value)
SELECT id, response, site, at, person, kind, value FROM case_events;
DROP TABLE case_events;
ALTER TABLE case_events_new RENAME TO case_events;

CREATE INDEX case_events_response ON case_events (response);

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
  DELETE FROM replies WHERE response = OLD.id;
END;

-- Every site begins with three templates, to be edited.
CREATE VIEW reply_starters (name, subject, text) AS
VALUES
  ('Sorry, and a question', 'Your feedback to {shop}',
   'Hello {first name},' || char(10) || char(10) ||
   'Thank you for telling us, and sorry that it went wrong. We want to put it right.' || char(10) || char(10) ||
   'Could you tell us a little more about what happened? Just answer this mail.' || char(10) || char(10) ||
   'Kind regards' || char(10) || '{shop}'),
  ('Thank you', 'Thank you from {shop}',
   'Hello {first name},' || char(10) || char(10) ||
   'Thank you for taking the time. We have read what you wrote and passed it on to those it is about.' || char(10) || char(10) ||
   'Kind regards' || char(10) || '{shop}'),
  ('We mended it', 'What you told {shop} is mended',
   'Hello {first name},' || char(10) || char(10) ||
   'You told us what was wrong, and now it is mended. Thank you: without you we might not have seen it.' || char(10) || char(10) ||
   'Should it happen again, just answer this mail.' || char(10) || char(10) ||
   'Kind regards' || char(10) || '{shop}');

CREATE TRIGGER sites_insert_templates AFTER INSERT ON sites
BEGIN
  INSERT INTO reply_templates (id, site, name, subject, text, language, created_at)
  SELECT 'tpl_' || lower(hex(randomblob(8))), NEW.id, name, subject, text, 'en', NEW.created_at FROM reply_starters;
END;

INSERT INTO reply_templates (id, site, name, subject, text, language, created_at)
SELECT 'tpl_' || lower(hex(randomblob(8))), sites.id, reply_starters.name, subject, text, 'en', created_at FROM sites, reply_starters;
