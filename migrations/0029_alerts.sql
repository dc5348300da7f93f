-- What is told to whom when it comes, or when a score falls; and what was told.

CREATE TABLE alerts (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'alr_*'),
  site        TEXT NOT NULL REFERENCES sites (id),
  name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  kind        TEXT NOT NULL CHECK (kind IN ('response', 'fall')),
  -- JSON: Conditions, checked against the site whenever they are used.
  conditions  TEXT NOT NULL CHECK (json_type(conditions) = 'object'),
  -- A saved view in their place.
  view        TEXT,
  -- JSON: ids of endpoints, and of members by mail.
  endpoints   TEXT NOT NULL CHECK (json_type(endpoints) = 'array'),
  people      TEXT NOT NULL CHECK (json_type(people) = 'array'),
  -- Of the site's day, 'HH:MM'; both '' for none.
  quiet_from  TEXT NOT NULL DEFAULT '' CHECK (quiet_from = '' OR quiet_from GLOB '[0-2][0-9]:[0-5][0-9]'),
  quiet_to    TEXT NOT NULL DEFAULT '' CHECK (quiet_to = '' OR quiet_to GLOB '[0-2][0-9]:[0-5][0-9]'),
  -- Single messages an hour; what comes beyond is one summary.
  hourly_cap  INTEGER NOT NULL CHECK (hourly_cap BETWEEN 1 AND 100),
  active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- Of falls: the Monday of the last week that was judged; '' for none.
  judged      TEXT NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX alerts_site ON alerts (site, created_at);

-- An alert fires once for a subject: a response's id, or a survey and the Monday of its week.
CREATE TABLE alert_firings (
  alert    TEXT NOT NULL,
  subject  TEXT NOT NULL,
  response INTEGER,
  state    TEXT NOT NULL CHECK (state IN ('fired', 'held', 'cancelled', 'summarised')),
  at       INTEGER NOT NULL,
  -- Of one that is held: when it is looked at anew.
  again_at INTEGER,
  -- Names the run that wrote it: only its own are delivered.
  receipt  TEXT NOT NULL,
  PRIMARY KEY (alert, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_firings_at ON alert_firings (alert, at);
CREATE INDEX alert_firings_held ON alert_firings (again_at) WHERE state = 'held';
CREATE INDEX alert_firings_response ON alert_firings (response) WHERE response IS NOT NULL;

CREATE TRIGGER responses_delete_firings AFTER DELETE ON responses
BEGIN
  DELETE FROM alert_firings WHERE response = OLD.id;
END;

CREATE TRIGGER alerts_delete_firings AFTER DELETE ON alerts
BEGIN
  DELETE FROM alert_firings WHERE alert = OLD.id;
END;
