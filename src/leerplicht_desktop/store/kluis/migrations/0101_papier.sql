-- Schema 1.1: hearings, concepts, sealed documents with what happened to them, attachments, numbers, prints.

-- A hearing. "inhoud" is all but its lines, as JSON; a line has its own row, for every key is kept.
CREATE TABLE verhoor (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    verdachte TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    bron TEXT,
    vastgelegd_op TEXT
) STRICT;
CREATE INDEX verhoor_concept ON verhoor (id) WHERE vastgelegd_op IS NULL;

CREATE TABLE verhoorzin (
    id TEXT PRIMARY KEY,
    verhoor TEXT NOT NULL REFERENCES verhoor (id),
    plaats INTEGER NOT NULL,
    moment TEXT NOT NULL,
    antwoord INTEGER NOT NULL,
    tekst TEXT NOT NULL
) STRICT;
CREATE INDEX verhoorzin_verhoor ON verhoorzin (verhoor, plaats);

CREATE TRIGGER verhoor_vast BEFORE UPDATE ON verhoor WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;
CREATE TRIGGER verhoor_blijft BEFORE DELETE ON verhoor WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;
CREATE TRIGGER verhoorzin_niet_erbij BEFORE INSERT ON verhoorzin
WHEN (SELECT vastgelegd_op FROM verhoor WHERE id = NEW.verhoor) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;
CREATE TRIGGER verhoorzin_vast BEFORE UPDATE ON verhoorzin
WHEN (SELECT vastgelegd_op FROM verhoor WHERE id = OLD.verhoor) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;
CREATE TRIGGER verhoorzin_verhuist_niet BEFORE UPDATE OF verhoor ON verhoorzin WHEN NEW.verhoor <> OLD.verhoor
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;
CREATE TRIGGER verhoorzin_blijft BEFORE DELETE ON verhoorzin
WHEN (SELECT vastgelegd_op FROM verhoor WHERE id = OLD.verhoor) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

-- Concepts. "versie" rises with every change: what is sealed must be what was read.
CREATE TABLE concept_pv (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    begonnen_op TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    aanvulling_op TEXT,
    versie INTEGER NOT NULL
) STRICT;

CREATE TABLE concept_tekst (
    concept TEXT NOT NULL REFERENCES concept_pv (id),
    veld TEXT NOT NULL,
    tekst TEXT NOT NULL,
    PRIMARY KEY (concept, veld)
) STRICT;

CREATE TABLE concept_zin (
    id TEXT PRIMARY KEY,
    concept TEXT NOT NULL REFERENCES concept_pv (id),
    moment TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    tekst TEXT NOT NULL
) STRICT;
CREATE INDEX concept_zin_concept ON concept_zin (concept, moment);

CREATE TABLE concept_brief (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    soort TEXT NOT NULL,
    formulier TEXT NOT NULL,
    aan TEXT NOT NULL,
    begonnen_op TEXT NOT NULL,
    versie INTEGER NOT NULL
) STRICT;

CREATE TABLE concept_veld (
    brief TEXT NOT NULL REFERENCES concept_brief (id),
    veld TEXT NOT NULL,
    waarde TEXT NOT NULL,
    PRIMARY KEY (brief, veld)
) STRICT;

-- Sealed documents and their steps. The bytes are in "inhoud_deel"; they come first, the row closes them.
CREATE TABLE stuk (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    soort TEXT NOT NULL,
    nummer TEXT NOT NULL,
    titel TEXT NOT NULL,
    geadresseerde TEXT NOT NULL,
    regime TEXT NOT NULL,
    verzegeld_op TEXT NOT NULL,
    inhoud_hash TEXT NOT NULL,
    sjabloon_hash TEXT NOT NULL,
    bestand_hash TEXT NOT NULL,
    bladzijden INTEGER NOT NULL,
    gegevens TEXT NOT NULL,
    aanvulling_op TEXT
) STRICT;
CREATE UNIQUE INDEX stuk_nummer ON stuk (nummer) WHERE soort = 'proces_verbaal';
CREATE INDEX stuk_aanvulling ON stuk (aanvulling_op) WHERE aanvulling_op IS NOT NULL;

CREATE TABLE stukstap (
    id TEXT PRIMARY KEY,
    stuk TEXT NOT NULL,
    dossiers TEXT NOT NULL,
    gezet_op TEXT NOT NULL,
    inhoud TEXT NOT NULL
) STRICT;
CREATE INDEX stukstap_stuk ON stukstap (stuk);

CREATE TABLE bijlage (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    inhoud TEXT NOT NULL
) STRICT;

-- Content in parts of 256 KiB: of this laptop's documents and attachments, and of those that were pulled.
CREATE TABLE inhoud_deel (
    nr INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    plaats INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (entity, id, plaats)
) STRICT;
CREATE TABLE spiegel_deel (
    nr INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    plaats INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (entity, id, plaats)
) STRICT;

CREATE TRIGGER stuk_vast BEFORE UPDATE ON stuk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;
CREATE TRIGGER stuk_blijft BEFORE DELETE ON stuk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;
CREATE TRIGGER stukstap_vast BEFORE UPDATE ON stukstap
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;
CREATE TRIGGER stukstap_blijft BEFORE DELETE ON stukstap
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;
CREATE TRIGGER bijlage_vast BEFORE UPDATE ON bijlage
BEGIN SELECT RAISE(ABORT, 'vastgelegd: bijlage'); END;
CREATE TRIGGER bijlage_blijft BEFORE DELETE ON bijlage
BEGIN SELECT RAISE(ABORT, 'vastgelegd: bijlage'); END;
CREATE TRIGGER inhoud_niet_erbij BEFORE INSERT ON inhoud_deel
WHEN (NEW.entity = 'stuk' AND EXISTS (SELECT 1 FROM stuk WHERE id = NEW.id))
  OR (NEW.entity = 'bijlage' AND EXISTS (SELECT 1 FROM bijlage WHERE id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'vastgelegd: inhoud'); END;
CREATE TRIGGER inhoud_vast BEFORE UPDATE ON inhoud_deel
BEGIN SELECT RAISE(ABORT, 'vastgelegd: inhoud'); END;
CREATE TRIGGER inhoud_blijft BEFORE DELETE ON inhoud_deel
BEGIN SELECT RAISE(ABORT, 'vastgelegd: inhoud'); END;

-- Numbers of the municipality: a block is never changed, a number is used once.
CREATE TABLE nummerblok (
    epoch TEXT NOT NULL,
    organisatie TEXT NOT NULL,
    jaar INTEGER NOT NULL,
    van INTEGER NOT NULL,
    tot INTEGER NOT NULL CHECK (tot >= van),
    gekregen_op TEXT NOT NULL,
    PRIMARY KEY (epoch, organisatie, jaar, van)
) STRICT;
CREATE TABLE nummer_gebruikt (
    nummer TEXT PRIMARY KEY,
    stuk TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER nummerblok_vast BEFORE UPDATE ON nummerblok
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;
CREATE TRIGGER nummerblok_blijft BEFORE DELETE ON nummerblok
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;
CREATE TRIGGER nummer_gebruikt_vast BEFORE UPDATE ON nummer_gebruikt
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;
CREATE TRIGGER nummer_gebruikt_blijft BEFORE DELETE ON nummer_gebruikt
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;

-- Every print and export.
CREATE TABLE afdruk (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    stuk TEXT NOT NULL,
    op TEXT NOT NULL,
    hoe TEXT NOT NULL,
    waarheen TEXT NOT NULL,
    aantal INTEGER NOT NULL
) STRICT;
CREATE INDEX afdruk_stuk ON afdruk (stuk);
CREATE TRIGGER afdruk_vast BEFORE UPDATE ON afdruk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: afdruk'); END;
CREATE TRIGGER afdruk_blijft BEFORE DELETE ON afdruk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: afdruk'); END;

-- The outbox says how many bytes of content a body still misses; they are joined when it is sent.
ALTER TABLE uitvak ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER uitvak_later_vast BEFORE UPDATE OF later ON uitvak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: uitvak'); END;

-- Drafts per dossier, now with hearings and papers.
DROP VIEW concept;
CREATE VIEW concept AS
    SELECT w.dossier AS dossier, w.soort AS soort, w.id AS id
    FROM deurbezoek AS b CROSS JOIN werk_dossier AS w ON w.soort = 'deurbezoek' AND w.id = b.id
    WHERE b.vastgelegd_op IS NULL
    UNION ALL
    SELECT w.dossier, w.soort, w.id
    FROM gespreksnotitie AS g CROSS JOIN werk_dossier AS w ON w.soort = 'gespreksnotitie' AND w.id = g.id
    WHERE g.vastgelegd_op IS NULL
    UNION ALL
    SELECT w.dossier, w.soort, w.id
    FROM verhoor AS v CROSS JOIN werk_dossier AS w ON w.soort = 'verhoor' AND w.id = v.id
    WHERE v.vastgelegd_op IS NULL
    UNION ALL
    SELECT w.dossier, w.soort, w.id
    FROM concept_pv AS p CROSS JOIN werk_dossier AS w ON w.soort = 'concept_pv' AND w.id = p.id
    UNION ALL
    SELECT w.dossier, w.soort, w.id
    FROM concept_brief AS c CROSS JOIN werk_dossier AS w ON w.soort = 'concept_brief' AND w.id = c.id;
