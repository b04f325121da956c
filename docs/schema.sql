CREATE INDEX afdruk_stuk ON afdruk (stuk);

CREATE INDEX concept_zin_concept ON concept_zin (concept, moment);

CREATE INDEX deurbezoek_concept ON deurbezoek (id) WHERE vastgelegd_op IS NULL;

CREATE INDEX deurbezoek_corrigeert ON deurbezoek (corrigeert) WHERE corrigeert IS NOT NULL;

CREATE INDEX dossier_regel_adres ON dossier_regel (adres_sleutel) WHERE adres_sleutel <> '';

CREATE INDEX dossier_regel_melding ON dossier_regel (datum_melding);

CREATE INDEX dossier_regel_school ON dossier_regel (school_id);

CREATE UNIQUE INDEX dossier_regel_volgorde ON dossier_regel (sorteer, dossier);

CREATE INDEX gespreksnotitie_concept ON gespreksnotitie (id) WHERE vastgelegd_op IS NULL;

CREATE INDEX gespreksnotitie_corrigeert ON gespreksnotitie (corrigeert) WHERE corrigeert IS NOT NULL;

CREATE INDEX procedure_concept ON procedure (id) WHERE vastgelegd_op IS NULL;

CREATE INDEX procedure_corrigeert ON procedure (corrigeert) WHERE corrigeert IS NOT NULL;

CREATE INDEX segment_bezoek ON segment (bezoek, plaats);

CREATE INDEX spiegel_dossier_record ON spiegel_dossier (entity, id);

CREATE INDEX spiegel_verwijst ON spiegel_record (entity, verwijst);

CREATE INDEX stuk_aanvulling ON stuk (aanvulling_op) WHERE aanvulling_op IS NOT NULL;

CREATE UNIQUE INDEX stuk_nummer ON stuk (nummer) WHERE soort = 'proces_verbaal';

CREATE INDEX stukstap_stuk ON stukstap (stuk);

CREATE INDEX uitvak_record ON uitvak (entity, id);

CREATE INDEX uitvak_toestand ON uitvak (toestand, n);

CREATE INDEX verhoor_concept ON verhoor (id) WHERE vastgelegd_op IS NULL;

CREATE INDEX verhoorzin_verhoor ON verhoorzin (verhoor, plaats);

CREATE INDEX werk_dossier_id ON werk_dossier (soort, id);

CREATE TABLE afdruk (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    stuk TEXT NOT NULL,
    op TEXT NOT NULL,
    hoe TEXT NOT NULL,
    waarheen TEXT NOT NULL,
    aantal INTEGER NOT NULL
, inhoud TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE bijlage (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    inhoud TEXT NOT NULL
) STRICT;

CREATE TABLE concept_brief (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    soort TEXT NOT NULL,
    formulier TEXT NOT NULL,
    aan TEXT NOT NULL,
    begonnen_op TEXT NOT NULL,
    versie INTEGER NOT NULL
) STRICT;

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

CREATE TABLE concept_veld (
    brief TEXT NOT NULL REFERENCES concept_brief (id),
    veld TEXT NOT NULL,
    waarde TEXT NOT NULL,
    PRIMARY KEY (brief, veld)
) STRICT;

CREATE TABLE concept_zin (
    id TEXT PRIMARY KEY,
    concept TEXT NOT NULL REFERENCES concept_pv (id),
    moment TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    tekst TEXT NOT NULL
) STRICT;

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

CREATE VIRTUAL TABLE dossier_zoek USING fts5 (
    naam, school, nummer, cijfers,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '1 2 3'
);

CREATE TABLE 'dossier_zoek_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'dossier_zoek_content'(id INTEGER PRIMARY KEY, c0, c1, c2, c3);

CREATE TABLE 'dossier_zoek_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'dossier_zoek_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'dossier_zoek_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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

CREATE TABLE inhoud_deel (
    nr INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    plaats INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (entity, id, plaats)
) STRICT;

CREATE TABLE instelling (
    naam TEXT PRIMARY KEY,
    waarde TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kanarie (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    lied TEXT NOT NULL,
    slag INTEGER NOT NULL
) STRICT;

CREATE TABLE kluisstand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    n INTEGER NOT NULL,
    teruggezet INTEGER NOT NULL DEFAULT 0
) STRICT;

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

CREATE TABLE laptopsleutel (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sleutel TEXT NOT NULL,
    vernieuwing TEXT NOT NULL,
    tot TEXT NOT NULL
) STRICT;

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

CREATE TABLE leeslog_stand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    begin INTEGER NOT NULL,
    begin_hash BLOB NOT NULL,
    bevestigd INTEGER NOT NULL
) STRICT;

CREATE TABLE nummer_gebruikt (
    nummer TEXT PRIMARY KEY,
    stuk TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE nummerblok (
    epoch TEXT NOT NULL,
    organisatie TEXT NOT NULL,
    jaar INTEGER NOT NULL,
    van INTEGER NOT NULL,
    tot INTEGER NOT NULL CHECK (tot >= van),
    gekregen_op TEXT NOT NULL,
    PRIMARY KEY (epoch, organisatie, jaar, van)
) STRICT;

CREATE TABLE procedure (
    id TEXT PRIMARY KEY,
    zaak TEXT NOT NULL,
    dossiers TEXT NOT NULL,
    soort TEXT NOT NULL,
    begonnen_op TEXT NOT NULL,
    antwoorden TEXT NOT NULL,
    regime TEXT NOT NULL,
    kop TEXT NOT NULL,
    klaar INTEGER NOT NULL,
    vastgelegd_op TEXT,
    corrigeert TEXT,
    reden_correctie TEXT NOT NULL
) STRICT;

CREATE TABLE segment (
    id TEXT PRIMARY KEY,
    bezoek TEXT NOT NULL REFERENCES deurbezoek (id),
    plaats INTEGER NOT NULL,
    soort TEXT NOT NULL,
    tijd TEXT NOT NULL,
    spreker TEXT NOT NULL,
    tekst TEXT NOT NULL
, ongevraagd INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE snelle_zin (
    plaats INTEGER PRIMARY KEY,
    tekst TEXT NOT NULL
) STRICT;

CREATE TABLE spiegel_deel (
    nr INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    plaats INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (entity, id, plaats)
) STRICT;

CREATE TABLE spiegel_dossier (
    dossier TEXT NOT NULL,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (dossier, entity, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE spiegel_record (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    rev INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    gedeeld INTEGER NOT NULL,
    dag TEXT NOT NULL,
    verwijst TEXT NOT NULL,
    fields TEXT NOT NULL,
    frev TEXT NOT NULL, auteur TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (entity, id)
) STRICT;

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

CREATE TABLE stukstap (
    id TEXT PRIMARY KEY,
    stuk TEXT NOT NULL,
    dossiers TEXT NOT NULL,
    gezet_op TEXT NOT NULL,
    inhoud TEXT NOT NULL
) STRICT;

CREATE TABLE sync_ronde (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    begonnen TEXT NOT NULL,
    verzonden INTEGER NOT NULL,
    ontvangen INTEGER NOT NULL,
    uitkomst TEXT NOT NULL
) STRICT;

CREATE TABLE sync_stand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    cursor TEXT NOT NULL,
    laatst TEXT,
    ontvangen INTEGER NOT NULL
, merk TEXT NOT NULL DEFAULT '', gezien TEXT NOT NULL DEFAULT '', nagevraagd TEXT) STRICT;

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

CREATE TABLE teruggevonden (
    id INTEGER PRIMARY KEY,
    waar TEXT NOT NULL,
    tekst TEXT NOT NULL,
    gevonden_op TEXT NOT NULL
) STRICT;

CREATE TABLE terugmelding (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    bezoek TEXT NOT NULL,
    adres TEXT NOT NULL,
    bevinding TEXT NOT NULL,
    waargenomen_op TEXT NOT NULL,
    gemaakt_op TEXT NOT NULL,
    toelichting TEXT NOT NULL
) STRICT;

CREATE TABLE terzijde (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    rev INTEGER,
    reden TEXT NOT NULL,
    opgelost INTEGER NOT NULL DEFAULT 0,
    gemeld INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (entity, id)
) STRICT;

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
, later INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE uitvak_dossier (
    dossier TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES uitvak (n),
    PRIMARY KEY (dossier, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE verhoor (
    id TEXT PRIMARY KEY,
    dossiers TEXT NOT NULL,
    verdachte TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    bron TEXT,
    vastgelegd_op TEXT
) STRICT;

CREATE TABLE verhoorzin (
    id TEXT PRIMARY KEY,
    verhoor TEXT NOT NULL REFERENCES verhoor (id),
    plaats INTEGER NOT NULL,
    moment TEXT NOT NULL,
    antwoord INTEGER NOT NULL,
    tekst TEXT NOT NULL
) STRICT;

CREATE TABLE werk_dossier (
    dossier TEXT NOT NULL,
    soort TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (dossier, soort, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE werkplek (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    scherm TEXT NOT NULL,
    ding TEXT NOT NULL,
    veld TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    zoektekst TEXT NOT NULL
) STRICT;

CREATE TRIGGER afdruk_blijft BEFORE DELETE ON afdruk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: afdruk'); END;

CREATE TRIGGER afdruk_vast BEFORE UPDATE ON afdruk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: afdruk'); END;

CREATE TRIGGER bijlage_blijft BEFORE DELETE ON bijlage
BEGIN SELECT RAISE(ABORT, 'vastgelegd: bijlage'); END;

CREATE TRIGGER bijlage_vast BEFORE UPDATE ON bijlage
BEGIN SELECT RAISE(ABORT, 'vastgelegd: bijlage'); END;

CREATE TRIGGER deurbezoek_blijft BEFORE DELETE ON deurbezoek WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;

CREATE TRIGGER deurbezoek_vast BEFORE UPDATE ON deurbezoek WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;

CREATE TRIGGER gespreksnotitie_blijft BEFORE DELETE ON gespreksnotitie WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: gespreksnotitie'); END;

CREATE TRIGGER gespreksnotitie_vast BEFORE UPDATE ON gespreksnotitie WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: gespreksnotitie'); END;

CREATE TRIGGER inhoud_blijft BEFORE DELETE ON inhoud_deel
BEGIN SELECT RAISE(ABORT, 'vastgelegd: inhoud'); END;

CREATE TRIGGER inhoud_niet_erbij BEFORE INSERT ON inhoud_deel
WHEN (NEW.entity = 'stuk' AND EXISTS (SELECT 1 FROM stuk WHERE id = NEW.id))
  OR (NEW.entity = 'bijlage' AND EXISTS (SELECT 1 FROM bijlage WHERE id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'vastgelegd: inhoud'); END;

CREATE TRIGGER inhoud_vast BEFORE UPDATE ON inhoud_deel
BEGIN SELECT RAISE(ABORT, 'vastgelegd: inhoud'); END;

CREATE TRIGGER kluisstand_blijft BEFORE DELETE ON kluisstand
BEGIN SELECT RAISE(ABORT, 'vastgelegd: kluisstand'); END;

CREATE TRIGGER kluisstand_loopt_op BEFORE UPDATE OF n ON kluisstand WHEN NEW.n < OLD.n
BEGIN SELECT RAISE(ABORT, 'vastgelegd: kluisstand'); END;

CREATE TRIGGER leeslog_begin BEFORE UPDATE ON leeslog_stand
WHEN NEW.begin < OLD.begin OR NEW.begin > NEW.bevestigd OR NEW.bevestigd < OLD.bevestigd
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;

CREATE TRIGGER leeslog_blijft BEFORE DELETE ON leeslog
WHEN OLD.n > (SELECT begin FROM leeslog_stand)
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;

CREATE TRIGGER leeslog_grond BEFORE INSERT ON leeslog WHEN NEW.regime = 'wpg' AND trim(NEW.grond) = ''
BEGIN SELECT RAISE(ABORT, 'vastgelegd: grond'); END;

CREATE TRIGGER leeslog_sluit_aan BEFORE INSERT ON leeslog
WHEN NEW.n <> 1 + coalesce((SELECT max(n) FROM leeslog), (SELECT begin FROM leeslog_stand))
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;

CREATE TRIGGER leeslog_vast BEFORE UPDATE ON leeslog
BEGIN SELECT RAISE(ABORT, 'vastgelegd: leeslog'); END;

CREATE TRIGGER nummer_gebruikt_blijft BEFORE DELETE ON nummer_gebruikt
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;

CREATE TRIGGER nummer_gebruikt_vast BEFORE UPDATE ON nummer_gebruikt
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;

CREATE TRIGGER nummerblok_blijft BEFORE DELETE ON nummerblok
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;

CREATE TRIGGER nummerblok_vast BEFORE UPDATE ON nummerblok
BEGIN SELECT RAISE(ABORT, 'vastgelegd: nummer'); END;

CREATE TRIGGER procedure_blijft BEFORE DELETE ON procedure WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: procedure'); END;

CREATE TRIGGER procedure_vast BEFORE UPDATE ON procedure WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: procedure'); END;

CREATE TRIGGER segment_blijft BEFORE DELETE ON segment
WHEN (SELECT vastgelegd_op FROM deurbezoek WHERE id = OLD.bezoek) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;

CREATE TRIGGER segment_niet_erbij BEFORE INSERT ON segment
WHEN (SELECT vastgelegd_op FROM deurbezoek WHERE id = NEW.bezoek) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;

CREATE TRIGGER segment_vast BEFORE UPDATE ON segment
WHEN (SELECT vastgelegd_op FROM deurbezoek WHERE id = OLD.bezoek) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: deurbezoek'); END;

CREATE TRIGGER segment_verhuist_niet BEFORE UPDATE OF bezoek ON segment WHEN NEW.bezoek <> OLD.bezoek
BEGIN SELECT RAISE(ABORT, 'vastgelegd: segment'); END;

CREATE TRIGGER stuk_blijft BEFORE DELETE ON stuk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;

CREATE TRIGGER stuk_vast BEFORE UPDATE ON stuk
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;

CREATE TRIGGER stukstap_blijft BEFORE DELETE ON stukstap
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;

CREATE TRIGGER stukstap_vast BEFORE UPDATE ON stukstap
BEGIN SELECT RAISE(ABORT, 'vastgelegd: stuk'); END;

CREATE TRIGGER taak_blijft BEFORE DELETE ON taak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taak'); END;

CREATE TRIGGER taak_vast BEFORE UPDATE ON taak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taak'); END;

CREATE TRIGGER taakafhandeling_blijft BEFORE DELETE ON taakafhandeling
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taakafhandeling'); END;

CREATE TRIGGER taakafhandeling_vast BEFORE UPDATE ON taakafhandeling
BEGIN SELECT RAISE(ABORT, 'vastgelegd: taakafhandeling'); END;

CREATE TRIGGER terugmelding_blijft BEFORE DELETE ON terugmelding
BEGIN SELECT RAISE(ABORT, 'vastgelegd: terugmelding'); END;

CREATE TRIGGER terugmelding_vast BEFORE UPDATE ON terugmelding
BEGIN SELECT RAISE(ABORT, 'vastgelegd: terugmelding'); END;

CREATE TRIGGER uitvak_blijft BEFORE DELETE ON uitvak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: uitvak'); END;

CREATE TRIGGER uitvak_later_vast BEFORE UPDATE OF later ON uitvak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: uitvak'); END;

CREATE TRIGGER uitvak_vast BEFORE UPDATE OF n, op, entity, id, dossiers, body, after, at ON uitvak
BEGIN SELECT RAISE(ABORT, 'vastgelegd: uitvak'); END;

CREATE TRIGGER verhoor_blijft BEFORE DELETE ON verhoor WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

CREATE TRIGGER verhoor_vast BEFORE UPDATE ON verhoor WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

CREATE TRIGGER verhoorzin_blijft BEFORE DELETE ON verhoorzin
WHEN (SELECT vastgelegd_op FROM verhoor WHERE id = OLD.verhoor) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

CREATE TRIGGER verhoorzin_niet_erbij BEFORE INSERT ON verhoorzin
WHEN (SELECT vastgelegd_op FROM verhoor WHERE id = NEW.verhoor) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

CREATE TRIGGER verhoorzin_vast BEFORE UPDATE ON verhoorzin
WHEN (SELECT vastgelegd_op FROM verhoor WHERE id = OLD.verhoor) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

CREATE TRIGGER verhoorzin_verhuist_niet BEFORE UPDATE OF verhoor ON verhoorzin WHEN NEW.verhoor <> OLD.verhoor
BEGIN SELECT RAISE(ABORT, 'vastgelegd: verhoor'); END;

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
    FROM procedure AS q CROSS JOIN werk_dossier AS w ON w.soort = 'procedure' AND w.id = q.id
    WHERE q.vastgelegd_op IS NULL
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

CREATE VIEW open_taak AS
    SELECT dossier, id, uiterlijk FROM taak_dossier AS t
    WHERE NOT EXISTS (SELECT 1 FROM taakafhandeling AS a WHERE a.taak = t.id)
      AND NOT EXISTS (
          SELECT 1 FROM spiegel_record AS a WHERE a.entity = 'taakafhandeling' AND a.verwijst = t.id
      );

CREATE VIEW taak_dossier AS
    SELECT w.dossier AS dossier, t.id AS id, t.uiterlijk AS uiterlijk
    FROM werk_dossier AS w JOIN taak AS t ON t.id = w.id
    WHERE w.soort = 'taak'
    UNION ALL
    SELECT s.dossier, r.id, r.dag
    FROM spiegel_dossier AS s JOIN spiegel_record AS r ON r.entity = 'taak' AND r.id = s.id
    WHERE s.entity = 'taak' AND NOT EXISTS (SELECT 1 FROM taak WHERE taak.id = s.id);
