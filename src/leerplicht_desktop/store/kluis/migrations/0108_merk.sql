-- Schema 1.8: the last line of the municipality's journal that this laptop heard of, as "nr:hash".
ALTER TABLE sync_stand ADD COLUMN merk TEXT NOT NULL DEFAULT '';
