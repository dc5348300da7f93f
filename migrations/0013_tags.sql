-- What comments are about and how they sound: tags by rules, by what was learned from corrections, or by hand, and the sentiment.

CREATE TABLE tags (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'tag_*'),
  site        TEXT NOT NULL REFERENCES sites (id),
  name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  -- The name as it is compared: two tags in use never differ by case alone.
  folded      TEXT NOT NULL,
  colour      TEXT NOT NULL,
  description TEXT NOT NULL CHECK (length(description) <= 300),
  -- [{"any", "all", "not"}]
  rules       TEXT NOT NULL CHECK (json_type(rules) = 'array'),
  created_at  INTEGER NOT NULL,
  archived_at INTEGER,
  -- The tag that took this one's place; its responses get that one as the past is tagged anew.
  merged_into TEXT REFERENCES tags (id)
) STRICT;

CREATE UNIQUE INDEX tags_name ON tags (site, folded) WHERE archived_at IS NULL AND merged_into IS NULL;
CREATE INDEX tags_site ON tags (site, created_at);

-- What gives a site's comments their tags, and how far the past follows it.
CREATE TABLE taggers (
  site        TEXT NOT NULL PRIMARY KEY REFERENCES sites (id),
  -- Grows with every change of the tags, their rules or the model in use.
  revision    INTEGER NOT NULL DEFAULT 0,
  -- The model in use; 0 for none: rules alone.
  model       INTEGER NOT NULL DEFAULT 0,
  -- Made so far: a version is never given twice.
  versions    INTEGER NOT NULL DEFAULT 0,
  -- Corrections since the newest model was begun.
  corrections INTEGER NOT NULL DEFAULT 0,
  -- Where tagging the past anew goes on: in this survey below this response; surveys in the order of their ids, each from its
  -- newest response down. NULL where the past is as it should be.
  survey      TEXT,
  below       INTEGER,
  done        INTEGER NOT NULL DEFAULT 0,
  total       INTEGER NOT NULL DEFAULT 0,
  -- JSON: what a training has come to so far; '' while nothing is learned.
  training    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE models (
  site        TEXT NOT NULL REFERENCES sites (id),
  version     INTEGER NOT NULL CHECK (version > 0),
  -- JSON, as domain/tagging/model.ts writes it.
  model       TEXT NOT NULL,
  corrections INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  PRIMARY KEY (site, version)
) STRICT, WITHOUT ROWID;

-- Responses whose comment was tagged by something older than the site's tagger: by an isolate that hadn't heard of it yet.
CREATE TABLE untagged (
  site     TEXT NOT NULL,
  response INTEGER NOT NULL,
  PRIMARY KEY (site, response)
) STRICT, WITHOUT ROWID;

-- Ids of the tags it has, sorted.
ALTER TABLE responses ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array');
-- How it came to each of them, by id, and which were taken off by hand: domain/tagging/tagging.ts.
ALTER TABLE responses ADD COLUMN tagging TEXT NOT NULL DEFAULT '{}' CHECK (json_type(tagging) = 'object');
-- Whether somebody decided about tags of it: about some, or when about all there were then (ms).
ALTER TABLE responses ADD COLUMN judged TEXT NOT NULL DEFAULT '' CHECK (judged IN ('', 'some', 'all'));
ALTER TABLE responses ADD COLUMN judged_at INTEGER NOT NULL DEFAULT 0;
-- The revision of the tagger that tagged it last.
ALTER TABLE responses ADD COLUMN tagger INTEGER NOT NULL DEFAULT 0;
-- The comment's language, '' where it isn't told.
ALTER TABLE responses ADD COLUMN language TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 3);
-- How the comment sounds beside each score it could have: a letter without one, and a letter for each from 0 to 10; '' without a comment.
-- p, n, u, m: positive, negative, neutral, mixed; - unknown; a capital where words and score disagree.
ALTER TABLE responses ADD COLUMN tones TEXT NOT NULL DEFAULT '' CHECK (length(tones) IN (0, 12));
-- The letter beside its own score, whatever changed last.
ALTER TABLE responses ADD COLUMN tone TEXT NOT NULL GENERATED ALWAYS AS (substr(tones, coalesce(score, -1) + 2, 1)) VIRTUAL;

CREATE INDEX responses_judged ON responses (site, judged_at) WHERE judged <> '';

-- Counted in the one histogram, under 'tag:ID', which no question can be called: with the score as the answer, '' without one. --------

CREATE TRIGGER responses_insert_tags AFTER INSERT ON responses
WHEN NEW.tags <> '[]' AND NEW.test = 0 AND NEW.quarantined = 0
BEGIN
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, 'tag:' || tag.value, NEW.day, sets.id, coalesce(CAST(NEW.score AS TEXT), ''), 1
  FROM json_each(NEW.tags) AS tag, (SELECT 0 AS id UNION ALL SELECT NEW.segment_set) AS sets
  WHERE true
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_update_tags
AFTER UPDATE OF survey, score, day, segment_set, tags, test, quarantined ON responses
WHEN (OLD.tags <> '[]' OR NEW.tags <> '[]')
  AND (OLD.survey, OLD.score, OLD.day, OLD.segment_set, OLD.tags, OLD.test, OLD.quarantined)
   IS NOT (NEW.survey, NEW.score, NEW.day, NEW.segment_set, NEW.tags, NEW.test, NEW.quarantined)
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question IN (SELECT 'tag:' || value FROM json_each(OLD.tags)) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set) AND answer = coalesce(CAST(OLD.score AS TEXT), '')
    AND OLD.test = 0 AND OLD.quarantined = 0 AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question IN (SELECT 'tag:' || value FROM json_each(OLD.tags)) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set) AND answer = coalesce(CAST(OLD.score AS TEXT), '')
    AND OLD.test = 0 AND OLD.quarantined = 0 AND n > 1;
  INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
  SELECT NEW.survey, 'tag:' || tag.value, NEW.day, sets.id, coalesce(CAST(NEW.score AS TEXT), ''), 1
  FROM json_each(NEW.tags) AS tag, (SELECT 0 AS id UNION ALL SELECT NEW.segment_set) AS sets
  WHERE NEW.test = 0 AND NEW.quarantined = 0
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER responses_delete_tags AFTER DELETE ON responses
WHEN OLD.tags <> '[]' AND OLD.test = 0 AND OLD.quarantined = 0
BEGIN
  DELETE FROM answer_counts
  WHERE survey = OLD.survey AND question IN (SELECT 'tag:' || value FROM json_each(OLD.tags)) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set) AND answer = coalesce(CAST(OLD.score AS TEXT), '') AND n = 1;
  UPDATE answer_counts SET n = n - 1
  WHERE survey = OLD.survey AND question IN (SELECT 'tag:' || value FROM json_each(OLD.tags)) AND day = OLD.day
    AND segment_set IN (0, OLD.segment_set) AND answer = coalesce(CAST(OLD.score AS TEXT), '') AND n > 1;
END;

-- Whoever writes a comment without the newest tagger leaves it to the job. ----------------------------------------------------------

CREATE TRIGGER responses_insert_untagged AFTER INSERT ON responses
WHEN NEW.comment <> '' AND NEW.tagger <> (SELECT revision FROM taggers WHERE site = NEW.site)
BEGIN
  INSERT INTO untagged (site, response) VALUES (NEW.site, NEW.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER responses_update_untagged AFTER UPDATE OF comment, tagger ON responses
WHEN NEW.comment <> '' AND (OLD.comment, OLD.tagger) IS NOT (NEW.comment, NEW.tagger)
  AND NEW.tagger <> (SELECT revision FROM taggers WHERE site = NEW.site)
BEGIN
  INSERT INTO untagged (site, response) VALUES (NEW.site, NEW.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER responses_delete_untagged AFTER DELETE ON responses
WHEN OLD.comment <> ''
BEGIN
  DELETE FROM untagged WHERE site = OLD.site AND response = OLD.id;
END;

-- Tagging the past anew would beat with every response: whoever tags beats once for all of a slice. --------------------------------

DROP TRIGGER responses_update_pulse;

CREATE TRIGGER responses_update_pulse
AFTER UPDATE OF id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits, order_info,
                respondent, locale, url, source, day, answered_at, created_at, updated_at, test, quarantined, import, status, resolved_at
  ON responses
WHEN NEW.seq = OLD.seq
BEGIN
  INSERT INTO beats (site, survey) SELECT OLD.site, OLD.survey UNION SELECT NEW.site, NEW.survey;
END;

-- Every site has a tagger, since sentiment needs none of its own. What was said before is read in the background.
CREATE TRIGGER sites_insert_tagger AFTER INSERT ON sites
BEGIN
  INSERT INTO taggers (site) VALUES (NEW.id);
END;

INSERT INTO taggers (site, revision, survey) SELECT id, 1, '' FROM sites;
