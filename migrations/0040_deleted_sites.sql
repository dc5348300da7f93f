-- A site whose owner deleted it: when, in ms. For seven days an owner may bring it back; meanwhile its surveys are closed and nobody works with it.
ALTER TABLE sites ADD COLUMN deleted_at INTEGER;
-- When all that belonged to it was gone. This row stays, without a name, so that its key and its ledger of erasures do.
ALTER TABLE sites ADD COLUMN erased_at INTEGER CHECK (erased_at IS NULL OR deleted_at IS NOT NULL);

CREATE INDEX sites_deleted ON sites (deleted_at) WHERE deleted_at IS NOT NULL AND erased_at IS NULL;

-- Nobody takes a line out of the log but the end of the site it is of.
DROP TRIGGER audit_log_delete;
CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log
WHEN NOT EXISTS (SELECT 1 FROM sites WHERE id = OLD.site AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
