-- Schema 1.0: the officer's own work, the outbox, the mirror of what the municipality owns, and settings.
-- Moments are ISO 8601 with their offset, days are ISO dates, lists and small groups are JSON.

-- Proves that the key is right; "slag" is written when everything before it has to reach the disk.
CREATE TABLE kanarie (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    lied TEXT NOT NULL,
    slag INTEGER NOT NULL
) STRICT;
INSERT INTO kanarie (id, lied, slag) VALUES (1, 'de deur is open', 0);

-- Own work. A draft may change; once vastgelegd the triggers below refuse everything.
CREATE TABLE deurbezoek (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    adres TEXT NOT NULL,
    begonnen_op TEXT NOT NULL,
    ander_adres INTEGER NOT NULL,
    modus TEXT NOT NULL,
    uitkomst TEXT,
    aangetroffen TEXT NOT NULL,
    vinkjes TEXT NOT NULL,
    binnen INTEGER NOT NULL,
    niet_thuis TEXT,
    geeindigd_op TEXT,
    vastgelegd_op TEXT,
    corrigeert TEXT,
    reden_correctie TEXT NOT NULL
) STRICT;
CREATE INDEX deurbezoek_concept ON deurbezoek (id) WHERE vastgelegd_op IS NULL;
CREATE INDEX deurbezoek_corrigeert ON deurbezoek (corrigeert) WHERE corrigeert IS NOT NULL;

CREATE TABLE segment (
    id TEXT PRIMARY KEY,
    bezoek TEXT NOT NULL REFERENCES deurbezoek (id),
    plaats INTEGER NOT NULL,
    soort TEXT NOT NULL,
    tijd TEXT NOT NULL,
    spreker TEXT NOT NULL,
    tekst TEXT NOT NULL
) STRICT;
CREATE INDEX segment_bezoek ON segment (bezoek, plaats);

CREATE TABLE gespreksnotitie (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    gesproken_op TEXT NOT NULL,
    met_wie TEXT NOT NULL,
    hoe TEXT NOT NULL,
    tekst TEXT NOT NULL,
    afspraken TEXT NOT NULL,
    vastgelegd_op TEXT,
    corrigeert TEXT,
    reden_correctie TEXT NOT NULL
) STRICT;
CREATE INDEX gespreksnotitie_concept ON gespreksnotitie (id) WHERE vastgelegd_op IS NULL;
CREATE INDEX gespreksnotitie_corrigeert ON gespreksnotitie (corrigeert) WHERE corrigeert IS NOT NULL;

CREATE TABLE taak (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    wat TEXT NOT NULL,
    wie TEXT NOT NULL,
    uiterlijk TEXT NOT NULL,
    tijdstip TEXT,
    herkomst TEXT,
    gemaakt_op TEXT NOT NULL
) STRICT;

CREATE TABLE taakafhandeling (
    id TEXT PRIMARY KEY,
    taak TEXT NOT NULL UNIQUE,
    dossiers TEXT NOT NULL,
    hoe TEXT NOT NULL,
    toelichting TEXT NOT NULL,
    afgehandeld_op TEXT NOT NULL
) STRICT;

-- Which own work belongs to which dossier.
CREATE TABLE werk_dossier (
    dossier TEXT NOT NULL,
    soort TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (dossier, soort, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX werk_dossier_id ON werk_dossier (soort, id);

CREATE TRIGGER deurbezoek_vast BEFORE UPDATE ON deurbezoek WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;
CREATE TRIGGER deurbezoek_blijft BEFORE DELETE ON deurbezoek WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;
CREATE TRIGGER segment_niet_erbij BEFORE INSERT ON segment
WHEN (SELECT vastgelegd_op FROM deurbezoek WHERE id = NEW.bezoek) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;
CREATE TRIGGER segment_vast BEFORE UPDATE ON segment
WHEN (SELECT vastgelegd_op FROM deurbezoek WHERE id = OLD.bezoek) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;
CREATE TRIGGER segment_verhuist_niet BEFORE UPDATE OF bezoek ON segment WHEN NEW.bezoek <> OLD.bezoek
BEGIN SELECT RAISE(ABORT, 'vastgelegd: segment'); END;
CREATE TRIGGER segment_blijft BEFORE DELETE ON segment
WHEN (SELECT vastgelegd_op FROM deurbezoek WHERE id = OLD.bezoek) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;
CREATE TRIGGER gespreksnotitie_vast BEFORE UPDATE ON gespreksnotitie WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: gespreksnotitie'); END;
CREATE TRIGGER gespreksnotitie_blijft BEFORE DELETE ON gespreksnotitie WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: gespreksnotitie'); END;
CREATE TRIGGER taak_vast BEFORE UPDATE ON taak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taak'); END;
CREATE TRIGGER taak_blijft BEFORE DELETE ON taak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taak'); END;
CREATE TRIGGER taakafhandeling_vast BEFORE UPDATE ON taakafhandeling
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taakafhandeling'); END;
CREATE TRIGGER taakafhandeling_blijft BEFORE DELETE ON taakafhandeling
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taakafhandeling'); END;

-- The outbox: what was said stays as it was said; only the answer is added.
CREATE TABLE uitvak (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    op TEXT NOT NULL UNIQUE,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    dossiers TEXT NOT NULL,
    body TEXT NOT NULL,
    after TEXT NOT NULL,
    at TEXT NOT NULL,
    toestand TEXT NOT NULL DEFAULT 'new'
        CHECK (toestand IN ('new', 'waiting', 'applied', 'conflict', 'rejected')),
    rev INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    reden TEXT NOT NULL DEFAULT '',
    ruw TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX uitvak_record ON uitvak (entity, id);
CREATE INDEX uitvak_toestand ON uitvak (toestand, n);

CREATE TABLE uitvak_dossier (
    dossier TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES uitvak (n),
    PRIMARY KEY (dossier, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER uitvak_vast BEFORE UPDATE OF n, op, entity, id, dossiers, body, after, at ON uitvak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: uitvak'); END;
CREATE TRIGGER uitvak_blijft BEFORE DELETE ON uitvak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: uitvak'); END;

-- The mirror: last truth of the municipality, as it came. "gedeeld" records belong to everybody.
-- "dag" and "verwijst" repeat what lists ask for: the day of a report or task, the record that is corrected or ended.
CREATE TABLE spiegel_record (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    rev INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    gedeeld INTEGER NOT NULL,
    dag TEXT NOT NULL,
    verwijst TEXT NOT NULL,
    fields TEXT NOT NULL,
    frev TEXT NOT NULL,
    PRIMARY KEY (entity, id)
) STRICT;
CREATE INDEX spiegel_verwijst ON spiegel_record (entity, verwijst) WHERE verwijst <> '';

CREATE TABLE spiegel_dossier (
    dossier TEXT NOT NULL,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (dossier, entity, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX spiegel_dossier_record ON spiegel_dossier (entity, id);

-- The list of dossiers and its search, kept by pull in the same transaction as the mirror.
CREATE TABLE dossier_regel (
    nr INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL UNIQUE,
    sorteer TEXT NOT NULL,
    nummer TEXT NOT NULL,
    naam TEXT NOT NULL,
    school TEXT NOT NULL,
    school_id TEXT NOT NULL,
    leerjaar TEXT NOT NULL,
    soort TEXT NOT NULL,
    datum_melding TEXT NOT NULL,
    geheim INTEGER NOT NULL,
    adres_sleutel TEXT NOT NULL,
    zoek_naam TEXT NOT NULL,
    cijfers TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dossier_regel_volgorde ON dossier_regel (sorteer, dossier);
CREATE INDEX dossier_regel_school ON dossier_regel (school_id);
CREATE INDEX dossier_regel_adres ON dossier_regel (adres_sleutel) WHERE adres_sleutel <> '';
CREATE INDEX dossier_regel_melding ON dossier_regel (datum_melding);

CREATE VIRTUAL TABLE dossier_zoek USING fts5 (
    naam, school, nummer, cijfers,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '1 2 3'
);
-- Without this a deleted name stays readable inside the index.
INSERT INTO dossier_zoek (dossier_zoek, rank) VALUES ('secure-delete', 1);

-- Every task once, own or pulled, per dossier; and those that have not ended.
CREATE VIEW taak_dossier AS
    SELECT w.dossier AS dossier, t.id AS id, t.uiterlijk AS uiterlijk
    FROM werk_dossier AS w JOIN taak AS t ON t.id = w.id
    WHERE w.soort = 'taak'
    UNION ALL
    SELECT s.dossier, r.id, r.dag
    FROM spiegel_dossier AS s JOIN spiegel_record AS r ON r.entity = 'taak' AND r.id = s.id
    WHERE s.entity = 'taak' AND NOT EXISTS (SELECT 1 FROM taak WHERE taak.id = s.id);
CREATE VIEW open_taak AS
    SELECT dossier, id, uiterlijk FROM taak_dossier AS t
    WHERE NOT EXISTS (SELECT 1 FROM taakafhandeling AS a WHERE a.taak = t.id)
      AND NOT EXISTS (
          SELECT 1 FROM spiegel_record AS a WHERE a.entity = 'taakafhandeling' AND a.verwijst = t.id
      );
-- Drafts per dossier, found from the few drafts there are.
CREATE VIEW concept AS
    SELECT w.dossier AS dossier, w.soort AS soort, w.id AS id
    FROM deurbezoek AS b CROSS JOIN werk_dossier AS w ON w.soort = 'deurbezoek' AND w.id = b.id
    WHERE b.vastgelegd_op IS NULL
    UNION ALL
    SELECT w.dossier, w.soort, w.id
    FROM gespreksnotitie AS g CROSS JOIN werk_dossier AS w ON w.soort = 'gespreksnotitie' AND w.id = g.id
    WHERE g.vastgelegd_op IS NULL;

-- How the laptop is tied to the municipality and how far both are.
CREATE TABLE koppeling (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    server TEXT NOT NULL,
    token TEXT NOT NULL,
    device TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    epoch TEXT NOT NULL,
    pin TEXT NOT NULL,
    gemeente TEXT NOT NULL,
    ambtenaar_id TEXT NOT NULL,
    ambtenaar TEXT NOT NULL,
    profiel TEXT NOT NULL,
    oefenen INTEGER NOT NULL,
    ca_bestand TEXT NOT NULL
) STRICT;

CREATE TABLE sync_stand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    cursor TEXT NOT NULL,
    laatst TEXT,
    ontvangen INTEGER NOT NULL
) STRICT;
INSERT INTO sync_stand (id, cursor, laatst, ontvangen) VALUES (1, '', NULL, 0);

CREATE TABLE sync_ronde (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    begonnen TEXT NOT NULL,
    verzonden INTEGER NOT NULL,
    ontvangen INTEGER NOT NULL,
    uitkomst TEXT NOT NULL
) STRICT;

-- Where the officer was, and how the officer likes it.
CREATE TABLE werkplek (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    scherm TEXT NOT NULL,
    ding TEXT NOT NULL,
    veld TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    zoektekst TEXT NOT NULL
) STRICT;

CREATE TABLE instelling (
    naam TEXT PRIMARY KEY,
    waarde TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE snelle_zin (
    plaats INTEGER PRIMARY KEY,
    tekst TEXT NOT NULL
) STRICT;
INSERT INTO snelle_zin (plaats, tekst) VALUES
    (0, 'Ziek, zegt ouder'),
    (1, 'Huisarts gezien'),
    (2, 'Wil hulp'),
    (3, 'Wil geen gesprek'),
    (4, 'Tolk via telefoon'),
    (5, 'Afspraak gemaakt'),
    (6, 'Kind niet gezien'),
    (7, 'Kaart gegeven');
