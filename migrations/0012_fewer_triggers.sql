-- The same counts by fewer and lighter triggers: whatever a write prepares costs each answer a shopper waits for.

-- A score and, where it didn't come from the widget, its source beside it.
DROP TRIGGER responses_insert_source;
DROP TRIGGER responses_update_source;
DROP TRIGGER responses_delete_source;
DROP TRIGGER responses_insert_score;
DROP TRIGGER responses_update_score;
DROP TRIGGER responses_delete_score;

CREATE TRIGGER responses_insert_score AFTER INSERT ON responses
WHEN NEW.score IS NOT NULL AND NEW.test = 0 AND NEW.quarantined = 0
BEGIN
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, column1, NEW.day, column2, CAST(NEW.score AS TEXT), 1
  FROM (VALUES ('score', 0), ('score', NEW.segment_set),
               ('score:' || NEW.source, 0), ('score:' || NEW.source, NEW.segment_set))
  WHERE column1 <> 'score:widget'
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_update_score
AFTER UPDATE OF survey, score, day, segment_set, source, test, quarantined ON responses
WHEN (OLD.survey, OLD.score, OLD.day, OLD.segment_set, OLD.source, OLD.test, OLD.quarantined)
  IS NOT (NEW.survey, NEW.score, NEW.day, NEW.segment_set, NEW.source, NEW.test, NEW.quarantined)
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question IN ('score', 'score:' || OLD.source) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND OLD.test = 0 AND OLD.quarantined = 0 AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question IN ('score', 'score:' || OLD.source) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND OLD.test = 0 AND OLD.quarantined = 0 AND n > 1;
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, column1, NEW.day, column2, CAST(NEW.score AS TEXT), 1
  FROM (VALUES ('score', 0), ('score', NEW.segment_set),
               ('score:' || NEW.source, 0), ('score:' || NEW.source, NEW.segment_set))
  WHERE column1 <> 'score:widget' AND NEW.score IS NOT NULL AND NEW.test = 0 AND NEW.quarantined = 0
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_delete_score AFTER DELETE ON responses
WHEN OLD.score IS NOT NULL AND OLD.test = 0 AND OLD.quarantined = 0
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question IN ('score', 'score:' || OLD.source) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set) AND answer = CAST(OLD.score AS TEXT) AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question IN ('score', 'score:' || OLD.source) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set) AND answer = CAST(OLD.score AS TEXT) AND n > 1;
END;

-- A change without a request that carried answers beats beside the newest day's stored answers ('stored' is the last of a
-- day's outcomes), or beside day '' where there is none yet: whatever is inserted here does that and is kept nowhere.
DROP TRIGGER responses_update_pulse;
DROP TRIGGER responses_delete_pulse;
DROP TRIGGER imports_update_pulse;

CREATE VIEW beats AS SELECT site, survey FROM outcomes WHERE false;

CREATE TRIGGER beats_insert INSTEAD OF INSERT ON beats
BEGIN
  INSERT INTO outcomes (site, survey, day, outcome, n, changes)
  VALUES (NEW.site, NEW.survey,
          coalesce((SELECT max(day) FROM outcomes WHERE site = NEW.site AND survey = NEW.survey), ''), 'stored', 0, 1)
  ON CONFLICT DO UPDATE SET changes = changes + 1;
END;

-- A step needs no beat: its outcome is one.
CREATE TRIGGER responses_update_pulse AFTER UPDATE ON responses
WHEN NEW.seq = OLD.seq
BEGIN
  INSERT INTO beats (site, survey) SELECT OLD.site, OLD.survey UNION SELECT NEW.site, NEW.survey;
END;

CREATE TRIGGER responses_delete_pulse AFTER DELETE ON responses
BEGIN
  INSERT INTO beats (site, survey) VALUES (OLD.site, OLD.survey);
END;

-- One beat for each slice of a file, not for each of its rows.
CREATE TRIGGER imports_update_pulse AFTER UPDATE OF stored ON imports
WHEN NEW.stored <> OLD.stored
BEGIN
  INSERT INTO beats (site, survey) VALUES (NEW.site, NEW.survey);
END;

-- A day's display total falls by one statement where only its numbers change.
DROP TRIGGER display_counts_update_total;

CREATE TRIGGER display_counts_update_total AFTER UPDATE ON display_counts
BEGIN
  DELETE FROM display_totals WHERE survey = NEW.survey AND day = NEW.day;
END;

-- Apart, so that counting has nothing of it to prepare.
CREATE TRIGGER display_counts_move_total AFTER UPDATE OF survey, day ON display_counts
BEGIN
  DELETE FROM display_totals WHERE survey = OLD.survey AND day = OLD.day;
END;

