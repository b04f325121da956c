"""Whether a database is one to practise on: a property of the database itself, given when it is seeded.

On a practice database anybody may sign in as anybody. So no setting and no variable makes one: only an empty
database can be claimed, and what opens it up asks :func:`is_practice`.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .errors import InputError
from .schema import ambtenaar, apparaat, dossier, meta, persoon, record

_MARK = "oefendata"


def is_practice(connection: Connection) -> bool:
    """Whether this database was claimed for practice."""
    return connection.execute(sa.select(meta).where(meta.c.naam == _MARK)).one_or_none() is not None


def claim(connection: Connection) -> None:
    """Make an empty database one for practice; one that is already stays so. Only in ``Database.write``.

    Raises InputError when anything stands in it: people, schools, dossiers, officers or laptops.
    """
    if is_practice(connection):
        return
    for table in (persoon, dossier, record, ambtenaar, apparaat):
        if connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None:
            raise InputError(
                "In deze database staan al gegevens. Oefengegevens horen in een lege database, want daar "
                "kan iedereen zonder wachtwoord in: kies met LEERPLICHT_SERVER_DATABASE of "
                "LEERPLICHT_SERVER_DATA een andere."
            )
    connection.execute(sa.insert(meta).values(naam=_MARK, waarde="ja"))


def check_people(connection: Connection, *, invented: bool) -> None:
    """Keep a file of real people out of a practice database, and invented ones out of a real one.

    Raises InputError.
    """
    practising = is_practice(connection)
    if practising and not invented:
        raise InputError(
            "Dit is een oefendatabase: daar kan iedereen zonder wachtwoord in. Lees echte gegevens in een "
            "eigen database in (LEERPLICHT_SERVER_DATABASE). Staan in het bestand alleen verzonnen mensen, "
            "geef dan --verzonnen."
        )
    if invented and not practising:
        raise InputError(
            "Dit is geen oefendatabase: verzonnen gegevens zouden tussen die van echte mensen komen. Er is "
            "niets ingelezen. Laat --verzonnen weg als het bestand echt is, of kies met "
            "LEERPLICHT_SERVER_DATABASE de oefendatabase (leerplicht-server seed maakt er een)."
        )
