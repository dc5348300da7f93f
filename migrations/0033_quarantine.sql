-- Answers that are set aside, and what tells them: who has answered a survey today, without anybody being named.

-- Why a response was set aside: a JSON array of reasons. One that was let in again keeps them, and is not judged anew.
ALTER TABLE responses ADD COLUMN held TEXT NOT NULL DEFAULT '[]' CHECK (json_type(held) = 'array');

-- What waits to be looked at. Nobody else's response costs a row more.
CREATE INDEX responses_quarantined ON responses (survey) WHERE quarantined = 1;

-- In the row that every answer writes anyway (store/judged-steps.ts). Long comments of a day, hashed, the newest first.
ALTER TABLE outcomes ADD COLUMN texts TEXT NOT NULL DEFAULT '' CHECK (length(texts) <= 4000);
-- The day's visitors and their networks, hashed with the day's salt; emptied when the day is over.
ALTER TABLE outcomes ADD COLUMN visitors TEXT NOT NULL DEFAULT '' CHECK (length(visitors) <= 20000);

-- Made at random for each day (UTC) and deleted after it: then nobody can tell any more whom that day's hashes meant.
CREATE TABLE salts (
  day  TEXT NOT NULL PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  salt TEXT NOT NULL CHECK (length(salt) = 64)
) STRICT, WITHOUT ROWID;
