-- How long sites keep answers, and what people typed and who they are (sites.settings): how far the job has come. Nothing of sites that keep all.
CREATE TABLE retentions (
  site       TEXT NOT NULL PRIMARY KEY REFERENCES sites (id),
  -- The day and the settings it was last done for; '' while it is under way.
  done_for   TEXT NOT NULL DEFAULT '',
  -- Every response below this row id has been looked at.
  forgotten  INTEGER NOT NULL DEFAULT 0,
  -- Grows with every import, so that a run doesn't end over answers that came meanwhile.
  imports    INTEGER NOT NULL DEFAULT 0,
  -- Of the run that is under way: responses that went, and that lost their person.
  deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted >= 0),
  anonymised INTEGER NOT NULL DEFAULT 0 CHECK (anonymised >= 0)
) STRICT, WITHOUT ROWID;

-- Imports bring answers of any time.
CREATE TRIGGER imports_update_retention AFTER UPDATE OF state ON imports
WHEN NEW.state = 'done' AND OLD.state <> 'done'
BEGIN
  UPDATE retentions SET done_for = '', imports = imports + 1, forgotten = min(forgotten, coalesce((SELECT min(id) FROM responses WHERE import = NEW.id), forgotten))
  WHERE site = NEW.site;
END;

-- How large the database was when it was last measured, and the highest share of its limit, in percent, that an alarm was raised for; 0 for none.
CREATE TABLE database_size (
  only_row    INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  bytes       INTEGER NOT NULL,
  -- What it may hold.
  limit_to    INTEGER NOT NULL,
  alarmed     INTEGER NOT NULL CHECK (alarmed IN (0, 70, 85, 95)),
  measured_at INTEGER NOT NULL
) STRICT;
