-- Comments with a score are labels nobody had to give: enough new ones, and sentiment is learned anew.

-- Of these about so many came since the newest model was begun; counted in memory and written now and then.
ALTER TABLE taggers ADD COLUMN scored INTEGER NOT NULL DEFAULT 0;
-- So many the newest model learned from.
ALTER TABLE taggers ADD COLUMN learned INTEGER NOT NULL DEFAULT 0;
