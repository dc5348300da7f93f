-- Responses, and the histograms every number is read from. The triggers at the end are the only
-- writers of answer_counts and of display_counts.responses/completed: whatever changes a response
-- (an answer, an import, an edit, a deletion) moves the counts in the same transaction.

-- The values seen of each dimension; at most 200 a dimension, the rest count as "(other)".
CREATE TABLE segment_values (
  site      TEXT NOT NULL REFERENCES sites (id),
  dimension TEXT NOT NULL CHECK (length(dimension) BETWEEN 1 AND 64),
  value     TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 256),
  PRIMARY KEY (site, dimension, value)
) STRICT, WITHOUT ROWID;

-- Each distinct combination of a site's dimensions. The id is a hash of the canonical JSON (52 bits),
-- so the worker knows it without asking; 0 is reserved for "all sets together".
CREATE TABLE segment_sets (
  site       TEXT NOT NULL REFERENCES sites (id),
  id         INTEGER NOT NULL CHECK (id > 0),
  dimensions TEXT NOT NULL CHECK (json_type(dimensions) = 'object'),
  PRIMARY KEY (site, id)
) STRICT, WITHOUT ROWID;

-- One row per submission, whatever was re-sent, delayed or reordered on the way.
CREATE TABLE responses (
  -- Second of the answer x 2^20 + a running number: rows stand in the order they were answered,
  -- imported ones among the others, so a feed page is one range of an index.
  id          INTEGER NOT NULL PRIMARY KEY,
  site        TEXT NOT NULL,
  survey      TEXT NOT NULL,
  -- Client-made key; the shopper may continue by it, so it is never shown to anybody else.
  submission  TEXT NOT NULL CHECK (length(submission) BETWEEN 1 AND 200),
  seq         INTEGER NOT NULL CHECK (seq >= 1),
  complete    INTEGER NOT NULL CHECK (complete IN (0, 1)),
  version     INTEGER NOT NULL CHECK (version >= 1),
  score       INTEGER CHECK (score BETWEEN 0 AND 10),
  -- Closed answers by question id: a string, or an array of strings for a multiple choice.
  answers     TEXT NOT NULL CHECK (json_type(answers) = 'object'),
  -- Typed text is kept apart from closed answers, so that adding a comment re-counts nothing.
  comment     TEXT NOT NULL CHECK (length(comment) <= 5000),
  texts       TEXT NOT NULL CHECK (json_type(texts) = 'object'),
  segment_set INTEGER NOT NULL CHECK (segment_set > 0),
  traits      TEXT NOT NULL CHECK (json_type(traits) = 'object'),
  order_info  TEXT NOT NULL DEFAULT '{}' CHECK (json_type(order_info) = 'object'),
  respondent  TEXT NOT NULL DEFAULT '' CHECK (length(respondent) <= 256),
  locale      TEXT NOT NULL DEFAULT '' CHECK (length(locale) <= 35),
  url         TEXT NOT NULL DEFAULT '' CHECK (length(url) <= 2048),
  source      TEXT NOT NULL CHECK (source IN ('widget', 'link', 'email', 'kiosk', 'api', 'import')),
  -- The site-local day, fixed when the row is made.
  day         TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  answered_at INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  test        INTEGER NOT NULL DEFAULT 0 CHECK (test IN (0, 1)),
  quarantined INTEGER NOT NULL DEFAULT 0 CHECK (quarantined IN (0, 1)),
  -- '' for none; an import's rows are found by it when the import is undone.
  import      TEXT NOT NULL DEFAULT '',
  -- Fingerprint of the newest step's answers, to tell a retry from a conflict.
  digest      TEXT NOT NULL,
  -- Names the request that wrote the row last, to tell "stored by me" from "stored before".
  receipt     TEXT NOT NULL,
  UNIQUE (site, submission),
  FOREIGN KEY (site, survey) REFERENCES surveys (site, id)
) STRICT;

-- The rowid stands at the end of every index: newest first within a survey without a sort.
CREATE INDEX responses_survey ON responses (survey);
CREATE INDEX responses_import ON responses (import) WHERE import <> '';

-- Submissions that were erased; nothing may bring them back. Only a hash of the key remains.
CREATE TABLE tombstones (
  site       TEXT NOT NULL REFERENCES sites (id),
  hash       TEXT NOT NULL CHECK (length(hash) = 64),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, hash)
) STRICT, WITHOUT ROWID;

-- The histogram. segment_set 0 is the day's total; the metric question ('score') also has a cell per
-- set, other closed questions only totals. For a multiple choice, answer '' counts the responses
-- that answered it at all.
CREATE TABLE answer_counts (
  survey      TEXT NOT NULL,
  question    TEXT NOT NULL,
  day         TEXT NOT NULL,
  segment_set INTEGER NOT NULL,
  answer      TEXT NOT NULL,
  n           INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (survey, question, day, segment_set, answer)
) STRICT, WITHOUT ROWID;

-- What the widget did, by the same sets, so that rates use the same filters above and below the
-- line. shown, started and dismissed come from the widget; responses and completed from triggers.
CREATE TABLE display_counts (
  survey      TEXT NOT NULL,
  day         TEXT NOT NULL,
  segment_set INTEGER NOT NULL,
  shown       INTEGER NOT NULL DEFAULT 0 CHECK (shown >= 0),
  started     INTEGER NOT NULL DEFAULT 0 CHECK (started >= 0),
  dismissed   INTEGER NOT NULL DEFAULT 0 CHECK (dismissed >= 0),
  responses   INTEGER NOT NULL DEFAULT 0 CHECK (responses >= 0),
  completed   INTEGER NOT NULL DEFAULT 0 CHECK (completed >= 0),
  PRIMARY KEY (survey, day, segment_set)
) STRICT, WITHOUT ROWID;

-- Batches of displays already counted; a row is dropped when no widget retries it any more.
CREATE TABLE display_batches (
  site       TEXT NOT NULL,
  key        TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  receipt    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, key)
) STRICT, WITHOUT ROWID;

-- What became of every request that carried answers: received = stored + duplicate + quarantined +
-- the refusals by reason. Per site and UTC day.
CREATE TABLE outcomes (
  site    TEXT NOT NULL,
  day     TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (length(outcome) BETWEEN 1 AND 40),
  n       INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (site, day, outcome)
) STRICT, WITHOUT ROWID;

-- The metric's score -------------------------------------------------------------------------

CREATE TRIGGER responses_insert_score AFTER INSERT ON responses
WHEN NEW.score IS NOT NULL AND NEW.test = 0 AND NEW.quarantined = 0
BEGIN
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  VALUES (NEW.survey, 'score', NEW.day, 0, CAST(NEW.score AS TEXT), 1),
         (NEW.survey, 'score', NEW.day, NEW.segment_set, CAST(NEW.score AS TEXT), 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_update_score
AFTER UPDATE OF survey, score, day, segment_set, test, quarantined ON responses
WHEN (OLD.survey, OLD.score, OLD.day, OLD.segment_set, OLD.test, OLD.quarantined)
  IS NOT (NEW.survey, NEW.score, NEW.day, NEW.segment_set, NEW.test, NEW.quarantined)
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question = 'score' AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND OLD.test = 0 AND OLD.quarantined = 0 AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question = 'score' AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND OLD.test = 0 AND OLD.quarantined = 0 AND n > 1;
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, 'score', NEW.day, sets.id, CAST(NEW.score AS TEXT), 1
  FROM (SELECT 0 AS id UNION ALL SELECT NEW.segment_set) AS sets
  WHERE NEW.score IS NOT NULL AND NEW.test = 0 AND NEW.quarantined = 0
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_delete_score AFTER DELETE ON responses
WHEN OLD.score IS NOT NULL AND OLD.test = 0 AND OLD.quarantined = 0
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question = 'score' AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question = 'score' AND day = OLD.day AND segment_set IN (0, OLD.segment_set)
    AND answer = CAST(OLD.score AS TEXT) AND n > 1;
END;

-- Other closed questions: one cell an answer, and '' for "answered" where several may be chosen ---

CREATE TRIGGER responses_insert_answers AFTER INSERT ON responses
WHEN NEW.answers <> '{}' AND NEW.test = 0 AND NEW.quarantined = 0
BEGIN
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, cell.question, NEW.day, 0, cell.answer, 1
  FROM (SELECT q.key AS question, '' AS answer FROM json_each(NEW.answers) AS q WHERE q.type = 'array'
        UNION ALL
        SELECT q.key, a.value FROM json_each(NEW.answers) AS q, json_each(NEW.answers, q.fullkey) AS a) AS cell
  WHERE true
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_update_answers
AFTER UPDATE OF survey, answers, day, test, quarantined ON responses
WHEN (OLD.survey, OLD.answers, OLD.day, OLD.test, OLD.quarantined)
  IS NOT (NEW.survey, NEW.answers, NEW.day, NEW.test, NEW.quarantined)
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = 0 AND n = 1
    AND OLD.test = 0 AND OLD.quarantined = 0
    AND (question, answer) IN (
      SELECT q.key, '' FROM json_each(OLD.answers) AS q WHERE q.type = 'array'
      UNION ALL
      SELECT q.key, a.value FROM json_each(OLD.answers) AS q, json_each(OLD.answers, q.fullkey) AS a);
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = 0 AND n > 1
    AND OLD.test = 0 AND OLD.quarantined = 0
    AND (question, answer) IN (
      SELECT q.key, '' FROM json_each(OLD.answers) AS q WHERE q.type = 'array'
      UNION ALL
      SELECT q.key, a.value FROM json_each(OLD.answers) AS q, json_each(OLD.answers, q.fullkey) AS a);
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, cell.question, NEW.day, 0, cell.answer, 1
  FROM (SELECT q.key AS question, '' AS answer FROM json_each(NEW.answers) AS q WHERE q.type = 'array'
        UNION ALL
        SELECT q.key, a.value FROM json_each(NEW.answers) AS q, json_each(NEW.answers, q.fullkey) AS a) AS cell
  WHERE NEW.test = 0 AND NEW.quarantined = 0
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_delete_answers AFTER DELETE ON responses
WHEN OLD.answers <> '{}' AND OLD.test = 0 AND OLD.quarantined = 0
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = 0 AND n = 1
    AND (question, answer) IN (
      SELECT q.key, '' FROM json_each(OLD.answers) AS q WHERE q.type = 'array'
      UNION ALL
      SELECT q.key, a.value FROM json_each(OLD.answers) AS q, json_each(OLD.answers, q.fullkey) AS a);
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = 0 AND n > 1
    AND (question, answer) IN (
      SELECT q.key, '' FROM json_each(OLD.answers) AS q WHERE q.type = 'array'
      UNION ALL
      SELECT q.key, a.value FROM json_each(OLD.answers) AS q, json_each(OLD.answers, q.fullkey) AS a);
END;

-- Widget responses beside widget displays, for the response rate ---------------------------------

CREATE TRIGGER responses_insert_display AFTER INSERT ON responses
WHEN NEW.source = 'widget' AND NEW.test = 0 AND NEW.quarantined = 0
BEGIN
  INSERT INTO display_counts (survey, day, segment_set, responses, completed)
  VALUES (NEW.survey, NEW.day, NEW.segment_set, 1, NEW.complete)
  ON CONFLICT DO UPDATE SET responses = responses + 1, completed = completed + excluded.completed;
END;

-- Nearly every update only completes a response: one row written, where the general case writes two.
CREATE TRIGGER responses_update_completed AFTER UPDATE OF complete ON responses
WHEN NEW.complete <> OLD.complete AND NEW.source = 'widget' AND NEW.test = 0 AND NEW.quarantined = 0
  AND (OLD.survey, OLD.day, OLD.segment_set, OLD.source, OLD.test, OLD.quarantined)
   IS (NEW.survey, NEW.day, NEW.segment_set, NEW.source, NEW.test, NEW.quarantined)
BEGIN
  UPDATE display_counts SET completed = completed + NEW.complete - OLD.complete
  WHERE survey = NEW.survey AND day = NEW.day AND segment_set = NEW.segment_set;
END;

CREATE TRIGGER responses_update_display
AFTER UPDATE OF survey, day, segment_set, source, test, quarantined ON responses
WHEN (OLD.survey, OLD.day, OLD.segment_set, OLD.source, OLD.test, OLD.quarantined)
  IS NOT (NEW.survey, NEW.day, NEW.segment_set, NEW.source, NEW.test, NEW.quarantined)
BEGIN
  UPDATE display_counts SET responses = responses - 1, completed = completed - OLD.complete
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = OLD.segment_set
    AND OLD.source = 'widget' AND OLD.test = 0 AND OLD.quarantined = 0;
  INSERT INTO display_counts (survey, day, segment_set, responses, completed)
  SELECT NEW.survey, NEW.day, NEW.segment_set, 1, NEW.complete
  WHERE NEW.source = 'widget' AND NEW.test = 0 AND NEW.quarantined = 0
  ON CONFLICT DO UPDATE SET responses = responses + 1, completed = completed + excluded.completed;
  DELETE FROM display_counts
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = OLD.segment_set
    AND shown = 0 AND started = 0 AND dismissed = 0 AND responses = 0 AND completed = 0;
END;

CREATE TRIGGER responses_delete_display AFTER DELETE ON responses
WHEN OLD.source = 'widget' AND OLD.test = 0 AND OLD.quarantined = 0
BEGIN
  UPDATE display_counts SET responses = responses - 1, completed = completed - OLD.complete
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = OLD.segment_set;
  DELETE FROM display_counts
  WHERE survey = OLD.survey AND day = OLD.day AND segment_set = OLD.segment_set
    AND shown = 0 AND started = 0 AND dismissed = 0 AND responses = 0 AND completed = 0;
END;
