-- Schema 1.4: what was found at a door and contradicts the register, on its way back to it.
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
CREATE TRIGGER terugmelding_vast BEFORE UPDATE ON terugmelding
BEGIN SELECT RAISE(ABORT, 'vastgelegd: terugmelding'); END;
CREATE TRIGGER terugmelding_blijft BEFORE DELETE ON terugmelding
BEGIN SELECT RAISE(ABORT, 'vastgelegd: terugmelding'); END;
