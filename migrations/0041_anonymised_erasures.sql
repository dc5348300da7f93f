-- Whether a response was only parted from who gave it, and its score stays: a database that is set back does the same with it once more.
ALTER TABLE tombstones ADD COLUMN anonymised INTEGER NOT NULL DEFAULT 0 CHECK (anonymised IN (0, 1));
