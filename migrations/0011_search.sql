-- Full-text search over whatever shoppers typed. The index keeps no copy of the texts, and what is taken out of it leaves no trace
-- (secure-delete). Each row carries a word of its site's, so that a search reads its own site's rows only.

-- Texts by question, '' being the comment, with spaces between the words where their script or their emoji have none: only those.
ALTER TABLE responses ADD COLUMN spaced TEXT NOT NULL DEFAULT '{}' CHECK (json_type(spaced) = 'object');

CREATE VIRTUAL TABLE verbatims USING fts5 (
  scope, text, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
INSERT INTO verbatims (verbatims, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER responses_insert_search AFTER INSERT ON responses
WHEN NEW.comment <> '' OR NEW.texts <> '{}'
BEGIN
  INSERT INTO verbatims (rowid, scope, text) VALUES (NEW.id, replace(NEW.site, '_', ''),
    (SELECT group_concat(value, ' ') FROM json_each(json_patch(json_patch(json_object('', NEW.comment), NEW.texts), NEW.spaced))));
END;

-- What the index is told to forget must be what it was told, word for word.
CREATE TRIGGER responses_update_search AFTER UPDATE OF id, site, comment, texts, spaced ON responses
WHEN (OLD.id, OLD.site, OLD.comment, OLD.texts, OLD.spaced) IS NOT (NEW.id, NEW.site, NEW.comment, NEW.texts, NEW.spaced)
BEGIN
  INSERT INTO verbatims (verbatims, rowid, scope, text) SELECT 'delete', OLD.id, replace(OLD.site, '_', ''),
    (SELECT group_concat(value, ' ') FROM json_each(json_patch(json_patch(json_object('', OLD.comment), OLD.texts), OLD.spaced)))
  WHERE OLD.comment <> '' OR OLD.texts <> '{}';
  INSERT INTO verbatims (rowid, scope, text) SELECT NEW.id, replace(NEW.site, '_', ''),
    (SELECT group_concat(value, ' ') FROM json_each(json_patch(json_patch(json_object('', NEW.comment), NEW.texts), NEW.spaced)))
  WHERE NEW.comment <> '' OR NEW.texts <> '{}';
END;

CREATE TRIGGER responses_delete_search AFTER DELETE ON responses
WHEN OLD.comment <> '' OR OLD.texts <> '{}'
BEGIN
  INSERT INTO verbatims (verbatims, rowid, scope, text) VALUES ('delete', OLD.id, replace(OLD.site, '_', ''),
    (SELECT group_concat(value, ' ') FROM json_each(json_patch(json_patch(json_object('', OLD.comment), OLD.texts), OLD.spaced))));
END;

-- What is there already.
INSERT INTO verbatims (rowid, scope, text)
SELECT id, replace(site, '_', ''), (SELECT group_concat(value, ' ') FROM json_each(json_patch(json_patch(json_object('', responses.comment), responses.texts), responses.spaced)))
FROM responses WHERE comment <> '' OR texts <> '{}';
