"""The yearly report for the audit of the Wpg: figures from the journal and the records, of nobody by name."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import acts, journal, retention
from .dossier_lines import Lines, today
from .errors import ServerError
from .journal import What
from .opened import opened
from .records import AVG, WPG
from .rights import MATRIX
from .schema import ambtenaar, apparaat, journaal, quarantaine, record

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_DUTCH = ZoneInfo("Europe/Amsterdam")
_FIRST = 2000
_ASKED = (What.READ, What.JOURNAL_READ, What.TO_GO_READ, What.QUARANTINE_READ)
"""Acts that open people's data at the server, for which a reason is asked."""


def add(commands: Commands) -> None:
    """Add this command to the command line."""
    command = commands.add_parser("jaarverslag", help="de cijfers voor de jaarlijkse controle op de Wpg")
    command.add_argument("jaar", type=int, help="het jaar, zoals 2026")
    command.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    if not _FIRST <= options.jaar <= today().year:
        raise ServerError(f"Kies een jaar van {_FIRST} tot en met {today().year}.")
    with opened(options) as (database, _), database.write() as connection:
        acts.demand_reason(connection, options)
        text = "\n".join(report(connection, options.jaar, today()))
        acts.note(connection, options, What.LISTED, ("jaarverslag",))
    sys.stdout.write(text + "\n")
    return 0


def report(connection: Connection, year: int, day: date) -> Lines:
    """The report of a year as it is on a day."""
    yield f"Jaarverslag Wpg en AVG over {year}"
    yield f"Gemaakt op {day:%d-%m-%Y}. Alle cijfers komen van de server; er staat niemand met naam in."
    yield from _kept(connection, year, day)
    yield from _done(connection, year)
    yield from _who_may(connection)
    wrong = journal.check(connection)
    yield from _part("Het journaal", (wrong or "De ketting van regels klopt.",))
    yield from _part("Wat een mens hier invult", _LEFT)


_LEFT = (
    "[ ] Autorisaties: past elke rol nog bij het werk van wie hem heeft?",
    "[ ] Verzoeken om inzage, verbetering en vernietiging: hoeveel, en op tijd beantwoord?",
    "[ ] Datalekken: hoeveel, en gemeld?",
    "[ ] Verstrekkingen op papier aan anderen dan de officier van justitie: welke grond?",
    "[ ] Leeslogboek van de laptops: steekproef gedaan op …, bevinding …",
    "[ ] Reservekopieën: tot welke dag bewaard?",
)


def _part(title: str, lines: Iterable[str]) -> Lines:
    yield ""
    yield title
    yield from (f"  {line}" for line in lines)


def _kept(connection: Connection, year: int, day: date) -> Lines:
    count = sa.func.count()
    begin, end = _borders(year)
    live = record.c.weg.is_(False)
    for regime, name in ((WPG, "Politiegegevens (Wpg)"), (AVG, "Overige gegevens (AVG)")):
        kinds = sa.select(record.c.entiteit, count).where(live, record.c.regime == regime)
        made = kinds.where(record.c.ontvangen_op >= begin, record.c.ontvangen_op < end)
        new = {row[0]: row[1] for row in connection.execute(made.group_by(record.c.entiteit))}
        rows = connection.execute(kinds.group_by(record.c.entiteit).order_by(record.c.entiteit)).all()
        told = tuple(f"{kind}: {held}, waarvan {new.get(kind, 0)} uit {year}" for kind, held in rows)
        yield from _part(name, told or ("geen",))
    due = retention.listing(connection, day)
    yield from _part(
        "Bewaartermijn",
        (
            f"Voorbij en nog niet vernietigd: {due.counts or 'niets'}",
            f"Dossiers zonder geboortejaar, door een mens te beoordelen: {len(due.undecided)}",
        ),
    )


def _done(connection: Connection, year: int) -> Lines:
    begin, end = _borders(year)
    statement = sa.select(journaal.c.wat, journaal.c.waarom).where(
        journaal.c.op >= begin, journaal.c.op < end
    )
    acts_, untold, destroyed = Counter[str](), 0, []
    for what, why in connection.execute(statement):
        acts_[what] += 1
        untold += what in _ASKED and why.endswith(acts.UNTOLD)
        if what == What.DESTROYED:
            destroyed.append(why.partition("; ")[0])
    told = tuple(f"{what}: {number}" for what, number in sorted(acts_.items()))
    yield from _part(f"Wat er gebeurde, volgens het journaal van {year}", told or ("niets",))
    yield f"  Ingezien zonder reden: {untold}"
    yield from _part("Vernietigd", tuple(destroyed) or ("niets",))
    apart = sa.select(sa.func.count()).select_from(quarantaine).where(quarantaine.c.besluit == "")
    yield from _part(
        "Apart gezet werk waarover niemand besliste", (str(connection.execute(apart).scalar_one()),)
    )


def _who_may(connection: Connection) -> Lines:
    standing = sa.select(ambtenaar.c.toestand, sa.func.count()).group_by(ambtenaar.c.toestand)
    laptops = sa.select(apparaat.c.ingetrokken, sa.func.count()).group_by(apparaat.c.ingetrokken)
    lines = [
        f"ambtenaren, {state}: {number}" for state, number in sorted(map(tuple, connection.execute(standing)))
    ]
    for gone, number in sorted(map(tuple, connection.execute(laptops))):
        lines.append(f"laptops, {'ingetrokken' if gone else 'in gebruik'}: {number}")
    for right, roles in sorted(MATRIX.rights.items()):
        if right.endswith("_wpg"):
            lines.append(f"recht {right}: {', '.join(sorted(roles))}")
    yield from _part("Wie erbij mag", tuple(lines))


def _borders(year: int) -> tuple[str, str]:
    """The first moments of a year and of the next in the Netherlands, as the columns write them."""
    return _begin(year), _begin(year + 1)


def _begin(year: int) -> str:
    return datetime(year, 1, 1, tzinfo=_DUTCH).astimezone(UTC).isoformat(timespec="milliseconds")
