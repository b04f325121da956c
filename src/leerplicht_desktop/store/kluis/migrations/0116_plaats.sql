-- Schema 1.16: the mark of the municipality's newest commit that this laptop saw, and when it last asked which of its
-- operations the municipality holds.
ALTER TABLE sync_stand ADD COLUMN gezien TEXT NOT NULL DEFAULT '';
ALTER TABLE sync_stand ADD COLUMN nagevraagd TEXT;
