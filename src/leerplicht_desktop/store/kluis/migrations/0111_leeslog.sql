-- Schema 1.11: who saw, searched, printed, exported and changed what, and for the Wpg why. Each line is chained to
-- the one before: hash = SHA-256(hash before, line as canonical JSON).

-- The chain begins after "begin" lines that went, at "begin_hash"; what the municipality has confirmed may go later.
CREATE TABLE leeslog_stand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    begin INTEGER NOT NULL,
    begin_hash BLOB NOT NULL,
    bevestigd INTEGER NOT NULL
) STRICT;
INSERT INTO leeslog_stand (id, begin, begin_hash, bevestigd) VALUES (1, 0, randomblob(32), 0);

CREATE TABLE leeslog (
    n INTEGER PRIMARY KEY,
    op TEXT NOT NULL,
    wie TEXT NOT NULL,
    daad TEXT NOT NULL,
    dossiers TEXT NOT NULL,
    regime TEXT NOT NULL CHECK (regime IN ('avg', 'wpg')),
    grond TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER leeslog_sluit_aan BEFORE INSERT ON leeslog
WHEN NEW.n <> 1 + coalesce((SELECT max(n) FROM leeslog), (SELECT begin FROM leeslog_stand))
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;
CREATE TRIGGER leeslog_grond BEFORE INSERT ON leeslog WHEN NEW.regime = 'wpg' AND trim(NEW.grond) = ''
BEGIN SELECT RAISE(ABORT, 'vastgelegd: grond'); END;
CREATE TRIGGER leeslog_vast BEFORE UPDATE ON leeslog
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;
CREATE TRIGGER leeslog_blijft BEFORE DELETE ON leeslog
WHEN OLD.n > (SELECT begin FROM leeslog_stand)
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;
CREATE TRIGGER leeslog_begin BEFORE UPDATE ON leeslog_stand
WHEN NEW.begin < OLD.begin OR NEW.begin > NEW.bevestigd OR NEW.bevestigd < OLD.bevestigd
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;
