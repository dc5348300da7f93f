-- How to reach a shopper who asked for it, what has become of a response, and what a site decides for
-- all its surveys.

ALTER TABLE sites ADD COLUMN settings TEXT NOT NULL DEFAULT '{}' CHECK (json_type(settings) = 'object');

ALTER TABLE responses ADD COLUMN status TEXT NOT NULL DEFAULT 'new'
  CHECK (status IN ('new', 'in-progress', 'resolved', 'wont-fix'));
-- Since when the case is closed; null while it is open.
ALTER TABLE responses ADD COLUMN resolved_at INTEGER
  CHECK ((resolved_at IS NOT NULL) = (status IN ('resolved', 'wont-fix')));

-- Apart from the responses, so that whatever lists, exports or searches answers can't show them.
CREATE TABLE contacts (
  response    INTEGER NOT NULL,
  question    TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 40),
  site        TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
  value       TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 254),
  -- What for, as the version put it that was answered.
  purpose     TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 300),
  created_at  INTEGER NOT NULL,
  -- The response's: from then on the days count after which the contact is deleted.
  resolved_at INTEGER,
  PRIMARY KEY (response, question)
) STRICT, WITHOUT ROWID;

-- Holds only contacts of closed cases, so that leaving a contact costs no index row.
CREATE INDEX contacts_site_resolved_at ON contacts (site, resolved_at) WHERE resolved_at IS NOT NULL;

CREATE TRIGGER responses_delete_contacts AFTER DELETE ON responses
BEGIN
  DELETE FROM contacts WHERE response = OLD.id;
END;

-- Re-opening a case stops the clock, closing it again starts it anew.
CREATE TRIGGER responses_update_contacts AFTER UPDATE OF resolved_at ON responses
WHEN OLD.resolved_at IS NOT NEW.resolved_at
BEGIN
  UPDATE contacts SET resolved_at = NEW.resolved_at WHERE response = NEW.id;
END;
