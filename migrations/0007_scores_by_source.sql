-- Scores that the widget didn't ask for, counted once more by where they came from, so that a report can tell imported
-- answers and answers to a link from those of the page without reading a response. The cells stand beside the metric's
-- own under the question 'score:SOURCE', which no question can be called, with the same sets and the same total cell.
-- What is no cell here came from the widget: its answers write nothing more than before.

CREATE TRIGGER responses_insert_source AFTER INSERT ON responses
WHEN NEW.source <> 'widget' AND NEW.score IS NOT NULL AND NEW.test = 0 AND NEW.quarantined = 0
BEGIN
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  VALUES (NEW.survey, 'score:' || NEW.source, NEW.day, 0, CAST(NEW.score AS TEXT), 1),
         (NEW.survey, 'score:' || NEW.source, NEW.day, NEW.segment_set, CAST(NEW.score AS TEXT), 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_update_source
AFTER UPDATE OF survey, score, day, segment_set, source, test, quarantined ON responses
WHEN (OLD.source <> 'widget' OR NEW.source <> 'widget')
  AND (OLD.survey, OLD.score, OLD.day, OLD.segment_set, OLD.source, OLD.test, OLD.quarantined)
   IS NOT (NEW.survey, NEW.score, NEW.day, NEW.segment_set, NEW.source, NEW.test, NEW.quarantined)
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question = 'score:' || OLD.source AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND OLD.test = 0 AND OLD.quarantined = 0 AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question = 'score:' || OLD.source AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND OLD.test = 0 AND OLD.quarantined = 0 AND n > 1;
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, 'score:' || NEW.source, NEW.day, sets.id, CAST(NEW.score AS TEXT), 1
  FROM (SELECT 0 AS id UNION ALL SELECT NEW.segment_set) AS sets
  WHERE NEW.source <> 'widget' AND NEW.score IS NOT NULL AND NEW.test = 0 AND NEW.quarantined = 0
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_delete_source AFTER DELETE ON responses
WHEN OLD.source <> 'widget' AND OLD.score IS NOT NULL AND OLD.test = 0 AND OLD.quarantined = 0
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question = 'score:' || OLD.source AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question = 'score:' || OLD.source AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND n > 1;
END;

-- What is there already.
INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
SELECT survey, 'score:' || source, day, sets.total * segment_set, CAST(score AS TEXT), count(*)
FROM responses, (SELECT 0 AS total UNION ALL SELECT 1) AS sets
WHERE source <> 'widget' AND score IS NOT NULL AND test = 0 AND quarantined = 0
GROUP BY 1, 2, 3, 4, 5;
