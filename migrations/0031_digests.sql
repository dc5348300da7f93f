-- What is mailed each week or month, to whom, and who wants it no longer.

CREATE TABLE digests (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'dig_*'),
  site       TEXT NOT NULL REFERENCES sites (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  frequency  TEXT NOT NULL CHECK (frequency IN ('weekly', 'monthly')),
  -- Of the week, Monday being 1, or of the month.
  day        INTEGER NOT NULL CHECK (day BETWEEN 1 AND 28 AND (frequency = 'monthly' OR day <= 7)),
  -- Of the site's day.
  hour       INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  language   TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  -- JSON: Conditions, checked against the site whenever they are used.
  conditions TEXT NOT NULL CHECK (json_type(conditions) = 'object'),
  -- A saved view in their place.
  view       TEXT,
  -- JSON: ids of members, and addresses of others.
  people     TEXT NOT NULL CHECK (json_type(people) = 'array'),
  addresses  TEXT NOT NULL CHECK (json_type(addresses) = 'array'),
  active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- What links that unsubscribe are signed with.
  secret     TEXT NOT NULL CHECK (length(secret) >= 32),
  -- The first day of the last period that is done with, and what became of it; '' for nothing yet.
  period     TEXT NOT NULL,
  outcome    TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'sent', 'empty', 'nobody', 'gone')),
  -- Nothing is due before. Early where the site's zone or the times have changed: what is due is reckoned anew then.
  due_at     INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX digests_site ON digests (site, created_at);
CREATE INDEX digests_due ON digests (due_at) WHERE active = 1;

-- Addresses that unsubscribed; they stay when a digest is given other recipients.
CREATE TABLE digest_optouts (
  digest TEXT NOT NULL,
  email  TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (digest, email)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER digests_delete_optouts AFTER DELETE ON digests
BEGIN
  DELETE FROM digest_optouts WHERE digest = OLD.id;
END;
