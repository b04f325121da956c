"""The practice caseload: the project's own copy of the public test persons, schools and reports."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import sqlalchemy as sa

from leerplicht_protocol.messages import Ambtenaar

from . import access, caseload, practice
from .database import Database
from .errors import InputError
from .importing import meldingen, persons, schools
from .importing.report import Report
from .schema import dossier

_OFFICERS = (
    Ambtenaar(
        id="n.hendriks",
        naam="N. Hendriks",
        organisatie="Oefengemeente",
        telefoon="070-0000100",
        aktenummer="OEFEN-0001",
        standplaats="'s-Gravenhage",
        parket="arrondissementsparket Den Haag",
        eed="ambtseed",
    ),
    Ambtenaar(
        id="k.bakker",
        naam="K. Bakker",
        organisatie="Oefengemeente",
        telefoon="010-0000100",
        aktenummer="OEFEN-0002",
        standplaats="Rotterdam",
        parket="arrondissementsparket Rotterdam",
        eed="ambtsbelofte",
    ),
)
_SECOND_OFFICER_SCHOOLS = ("s-98CC00", "s-98DD00")

_FILES: tuple[tuple[str, Callable[[Database, Path], Report]], ...] = (
    ("scholen.csv", schools.import_file),
    ("rvig_testpersonen_lo3.csv", persons.import_file),
    ("verzuimmeldingen.csv", meldingen.import_file),
)


def folder() -> Path:
    """Where the practice files are: in a checkout, or in the installed package. Raises InputError."""
    root = Path(__file__).resolve().parents[2]
    places = [root / "resources" / "oefendata"] if (root / "pyproject.toml").is_file() else []
    with suppress(ModuleNotFoundError):
        places.append(Path(str(files("leerplicht_resources").joinpath("oefendata"))))
    for place in places:
        if place.is_dir():
            return place
    raise InputError("De oefengegevens horen bij het programma, maar ontbreken. Installeer het opnieuw.")


def seed(database: Database) -> list[tuple[str, Report]]:
    """Load the practice data and give every dossier to the first officer, some to the second as well.

    Raises InputError when the database holds anything of its own: invented families do not belong there.
    """
    source = folder()
    with database.write() as connection:
        practice.claim(connection)
    reports = [(name, read(database, source / name)) for name, read in _FILES]
    with database.write() as connection:
        for officer in _OFFICERS:
            access.add_officer(connection, officer)
        rows = connection.execute(sa.select(dossier.c.id, dossier.c.school).order_by(dossier.c.nummer)).all()
        first, second = _OFFICERS
        caseload.grant(connection, first.id, [row.id for row in rows])
        caseload.grant(connection, second.id, [r.id for r in rows if r.school in _SECOND_OFFICER_SCHOOLS])
    return reports
