-- When an identified person was last asked, so that rests hold across their devices. What a signature proves lies apart from what a page
-- merely claims: nobody can silence a person whose id they know. Times are ms since 1970, 0 for never.
CREATE TABLE respondent_clocks (
  site        TEXT NOT NULL REFERENCES sites (id),
  respondent  TEXT NOT NULL CHECK (length(respondent) BETWEEN 1 AND 256),
  verified    INTEGER NOT NULL CHECK (verified IN (0, 1)),
  survey      TEXT NOT NULL,
  shown       INTEGER NOT NULL DEFAULT 0,
  answered    INTEGER NOT NULL DEFAULT 0,
  dismissed   INTEGER NOT NULL DEFAULT 0,
  -- The dismissal before that.
  redismissed INTEGER NOT NULL DEFAULT 0,
  -- "Don't ask again" was said here.
  never       INTEGER NOT NULL DEFAULT 0,
  -- Of the last change, in UTC; by it they are deleted, once a day, which needs no index that each answer would write.
  month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  PRIMARY KEY (site, respondent, verified, survey)
) STRICT, WITHOUT ROWID;

-- With it a shop signs the ids of its customers. '' until an owner asks for one; then nothing else is verified.
ALTER TABLE sites ADD COLUMN identity_secret TEXT NOT NULL DEFAULT '';

-- Links under which a draft shows on the shop's own pages. Of the secret only the hash is kept.
CREATE TABLE previews (
  site       TEXT NOT NULL REFERENCES sites (id),
  hash       TEXT NOT NULL CHECK (length(hash) = 64),
  survey     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (site, hash)
) STRICT, WITHOUT ROWID;

-- A site's test answers, to list and to purge them without reading all others.
CREATE INDEX responses_tests ON responses (survey) WHERE test = 1;
