-- The other languages a version is asked in, frozen with it: by language, the texts that stand in for the definition's
-- own. A response names version and locale, and so exactly the words it answered.

ALTER TABLE survey_versions ADD COLUMN wordings TEXT NOT NULL DEFAULT '{}' CHECK (json_type(wordings) = 'object');
