-- The outbox, written with the response itself; whom a site tells of what happens; and what is on its way there.

-- Responses that something happened to since the job was last here: one row each, whatever came on top. No index: a row is one row written.
CREATE TABLE outbox (
  response   INTEGER NOT NULL PRIMARY KEY,
  site       TEXT NOT NULL,
  -- What webhooks are yet to hear; '' once deliveries stand for it.
  event      TEXT NOT NULL CHECK (event IN ('created', 'updated', '')),
  -- When the last step came, until the response is settled; null where nobody waits for that.
  stepped_at INTEGER,
  complete   INTEGER NOT NULL CHECK (complete IN (0, 1)),
  -- How often it was written: what was read is taken away, and nothing that came since.
  changes    INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE endpoints (
  id            TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'whk_*'),
  site          TEXT NOT NULL REFERENCES sites (id),
  kind          TEXT NOT NULL CHECK (kind IN ('standard', 'slack')),
  url           TEXT NOT NULL CHECK (length(url) BETWEEN 1 AND 2048),
  name          TEXT NOT NULL CHECK (length(name) <= 120),
  -- JSON: what it wants to hear.
  types         TEXT NOT NULL CHECK (json_type(types) = 'array'),
  -- Kept as it is: nothing can be signed with a hash of it. '' where nothing is signed.
  secret        TEXT NOT NULL,
  -- The one before; signs too until `former_until`.
  former_secret TEXT NOT NULL DEFAULT '',
  former_until  INTEGER NOT NULL DEFAULT 0,
  -- `paused` by somebody; `gone` by its own answer, 410; `failed` after a delivery's last attempt.
  state         TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'gone', 'failed')),
  state_at      INTEGER NOT NULL,
  -- Attempts that failed since one succeeded.
  failures      INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  created_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX endpoints_site ON endpoints (site);

-- What is to be told to whom: by ids, never the text itself. What is sent is made of the rows as they are then.
CREATE TABLE deliveries (
  -- The same over all attempts, so that a receiver knows what it has had.
  id           TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'msg_*'),
  site         TEXT NOT NULL REFERENCES sites (id),
  channel      TEXT NOT NULL CHECK (channel IN ('webhook', 'slack', 'email')),
  -- An endpoint's id, or an address.
  target       TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 254),
  type         TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 40),
  response     INTEGER,
  -- The id of what else it is about; '' for nothing.
  about        TEXT NOT NULL DEFAULT '',
  -- `void`: nothing is left to tell.
  state        TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed', 'void')),
  attempts     INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  due_at       INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  -- Of the last attempt: when, how long it took (ms), what was answered (null: nothing), and why it failed.
  attempted_at INTEGER,
  ms           INTEGER,
  status       INTEGER CHECK (status BETWEEN 100 AND 599),
  error        TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'waiting';
CREATE INDEX deliveries_target ON deliveries (target, created_at);
CREATE INDEX deliveries_response ON deliveries (response) WHERE response IS NOT NULL;

CREATE TRIGGER responses_delete_deliveries AFTER DELETE ON responses
BEGIN
  DELETE FROM outbox WHERE response = OLD.id;
  DELETE FROM deliveries WHERE response = OLD.id;
END;
