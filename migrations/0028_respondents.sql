-- A person's responses, for handing over, erasing and showing them together. Only of identified people, so that nobody else's response
-- costs a row more.
CREATE INDEX responses_respondent ON responses (site, respondent) WHERE respondent <> '';
