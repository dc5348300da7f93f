-- The order by which an answer is verified: its id, signed by the shop, used by no answer to the survey before. '' for none.
ALTER TABLE responses ADD COLUMN verified_order TEXT NOT NULL DEFAULT '' CHECK (length(verified_order) <= 128);

-- One answer for each order, whoever sends at once.
CREATE UNIQUE INDEX responses_verified_order ON responses (survey, verified_order) WHERE verified_order <> '';

-- What a report says of verified answers, read from here alone.
CREATE INDEX responses_verified_scores ON responses (survey, day, segment_set, score)
WHERE verified_order <> '' AND score IS NOT NULL AND test = 0 AND quarantined = 0;
