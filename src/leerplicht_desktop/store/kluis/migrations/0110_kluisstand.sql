-- Schema 1.10: how many transactions this vault has seen, and texts that came back from a damaged log.

-- "n" rises in each transaction that wrote; a sealed record beside the vault says the same. "teruggezet": what was
-- missing at openings, until number blocks are handed in at the municipality.
CREATE TABLE kluisstand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    n INTEGER NOT NULL,
    teruggezet INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO kluisstand (id, n) VALUES (1, 0);
CREATE TRIGGER kluisstand_loopt_op BEFORE UPDATE OF n ON kluisstand WHEN NEW.n < OLD.n
BEGIN SELECT RAISE(ABORT, 'vastgelegd: kluisstand'); END;
CREATE TRIGGER kluisstand_blijft BEFORE DELETE ON kluisstand
BEGIN SELECT RAISE(ABORT, 'vastgelegd: kluisstand'); END;

CREATE TABLE teruggevonden (
    id INTEGER PRIMARY KEY,
    waar TEXT NOT NULL,
    tekst TEXT NOT NULL,
    gevonden_op TEXT NOT NULL
) STRICT;
