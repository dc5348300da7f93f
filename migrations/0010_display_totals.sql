-- What the widget did on a day that is over, over all segment sets: written by whoever read the sets, dropped by whatever changes one.
-- A row that is missing costs reading, never a wrong total; and a display still writes two rows, since nothing is written here with it.
CREATE TABLE display_totals (
  survey    TEXT NOT NULL,
  day       TEXT NOT NULL,
  shown     INTEGER NOT NULL,
  started   INTEGER NOT NULL,
  dismissed INTEGER NOT NULL,
  responses INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  PRIMARY KEY (survey, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER display_counts_insert_total AFTER INSERT ON display_counts
BEGIN
  DELETE FROM display_totals WHERE survey = NEW.survey AND day = NEW.day;
END;

CREATE TRIGGER display_counts_update_total AFTER UPDATE ON display_counts
BEGIN
  DELETE FROM display_totals WHERE survey = OLD.survey AND day = OLD.day;
  DELETE FROM display_totals WHERE survey = NEW.survey AND day = NEW.day AND (OLD.survey, OLD.day) IS NOT (NEW.survey, NEW.day);
END;

CREATE TRIGGER display_counts_delete_total AFTER DELETE ON display_counts
BEGIN
  DELETE FROM display_totals WHERE survey = OLD.survey AND day = OLD.day;
END;
