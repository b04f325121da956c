-- Schema 1.6: whose a record of the mirror is, as the municipality knows it. The feed is read once more for it.
ALTER TABLE spiegel_record ADD COLUMN auteur TEXT NOT NULL DEFAULT '';
UPDATE sync_stand SET cursor = '';
