-- Schema 1.7: the key of this laptop and the renewal of its sign-in. The token of before is nobody's any more.
CREATE TABLE laptopsleutel (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sleutel TEXT NOT NULL,
    vernieuwing TEXT NOT NULL,
    tot TEXT NOT NULL
) STRICT;
UPDATE koppeling SET token = '';
