-- Schema 1.5: what the municipality sent and this program cannot read, until it can. A line without a revision
-- is of something of which not even the envelope could be read.
CREATE TABLE terzijde (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    rev INTEGER,
    reden TEXT NOT NULL,
    opgelost INTEGER NOT NULL DEFAULT 0,
    gemeld INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (entity, id)
) STRICT;
