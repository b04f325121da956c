-- Schema 1.14: procedures (leave, exemption ...), version after version; a version that was fixed stays.
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
CREATE INDEX procedure_concept ON procedure (id) WHERE vastgelegd_op IS NULL;
CREATE INDEX procedure_corrigeert ON procedure (corrigeert) WHERE corrigeert IS NOT NULL;
CREATE TRIGGER procedure_vast BEFORE UPDATE ON procedure WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: procedure'); END;
CREATE TRIGGER procedure_blijft BEFORE DELETE ON procedure WHEN OLD.vastgelegd_op IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'vastgelegd: procedure'); END;
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
