-- Personal links to a survey's own page: whom it asks and about which order comes from here and never from the address.
-- Only the secret's hash is kept. The submission key is made from the secret too, so that one link is one response.
CREATE TABLE links (
  hash       TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  site       TEXT NOT NULL,
  survey     TEXT NOT NULL,
  submission TEXT NOT NULL CHECK (length(submission) = 36),
  -- '' where the shop named nobody, no language or no place.
  respondent TEXT NOT NULL CHECK (length(respondent) <= 256),
  locale     TEXT NOT NULL CHECK (length(locale) <= 35),
  location   TEXT NOT NULL CHECK (length(location) <= 64),
  traits     TEXT NOT NULL CHECK (json_type(traits) = 'object'),
  order_info TEXT NOT NULL CHECK (json_type(order_info) = 'object'),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  UNIQUE (site, submission),
  FOREIGN KEY (site, survey) REFERENCES surveys (site, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_expires_at ON links (expires_at);

-- What a link knows of a person goes with what that person said.
CREATE TRIGGER responses_delete_link AFTER DELETE ON responses
BEGIN
  DELETE FROM links WHERE site = OLD.site AND submission = OLD.submission;
END;
