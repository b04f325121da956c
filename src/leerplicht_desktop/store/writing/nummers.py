"""Numbers for a proces-verbaal: blocks of the municipality, and what became of each number (R27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.kluis.connection import Access

_BLOCKS = (
    # Numbers of a municipality that was put back or replaced may be given again there: those are not used.
    "SELECT organisatie, jaar, van, tot FROM nummerblok "
    "WHERE epoch = (SELECT epoch FROM koppeling) AND jaar <= ? "
    # A vault that was put back forgot which it used: none until a whole round told what the municipality has.
    "AND (SELECT teruggezet FROM kluisstand) = 0 ORDER BY jaar DESC, van"
)
_TAKEN = (
    "SELECT nummer FROM nummer_gebruikt UNION SELECT nummer FROM stuk WHERE soort = 'proces_verbaal' "
    # Also what came back from the municipality: a vault put back from a copy forgot what it used since.
    "UNION SELECT json_extract(fields, '$.nummer') FROM spiegel_record WHERE entity = 'stuk'"
)


class SqlNummers:
    """Obeys the port ``Nummers``. Sync keeps blocks, casework uses numbers."""

    def __init__(self, casework: Access, push: Access) -> None:
        self._casework = casework
        self._push = push

    def over(self, jaar: int) -> int:
        """How many numbers of a year are left."""
        return sum(1 for _ in free(self._casework, jaar, only=True))

    def blokken(self, jaar: int) -> int:
        """How many blocks of a year this laptop ever got from this municipality."""
        return int(
            self._push.value(
                "SELECT count(*) FROM nummerblok WHERE epoch = (SELECT epoch FROM koppeling) AND jaar = ?",
                (jaar,),
            )
        )

    def reeks(self, jaar: int) -> tuple[Nummerblok, ...]:
        """Every block of a year that this laptop got from this municipality, in that order."""
        rows = self._push.rows(
            "SELECT organisatie, jaar, van, tot FROM nummerblok "
            "WHERE epoch = (SELECT epoch FROM koppeling) AND jaar = ? ORDER BY van",
            (jaar,),
        )
        return tuple(Nummerblok(row["organisatie"], row["jaar"], row["van"], row["tot"]) for row in rows)

    def laat_los(self, blok: Nummerblok) -> None:
        """It turned out to be of another laptop: nothing of it is used any more."""
        self._push.run(
            "DELETE FROM nummerblok WHERE epoch = (SELECT epoch FROM koppeling) "
            "AND organisatie = ? AND jaar = ? AND van = ?",
            (blok.organisatie, blok.jaar, blok.van),
        )

    def bewaar(self, blok: Nummerblok, op: datetime) -> None:
        """Keep a new block. The same block again changes nothing."""
        self._push.run(
            "INSERT INTO nummerblok (epoch, organisatie, jaar, van, tot, gekregen_op) "
            "VALUES ((SELECT epoch FROM koppeling), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (blok.organisatie, blok.jaar, blok.van, blok.tot, op.isoformat()),
        )

    def volgende(self, jaar: int) -> str | None:
        """The number that comes next: of that year, else of an earlier one; None when all are used."""
        return next(free(self._casework, jaar), None)

    def gebruik(self, nummer: str, stuk: str) -> None:
        """Use a number up. Raises DomainError (``nummer``) when it is not free on this laptop."""
        if nummer not in set(free(self._casework, 9999)):
            raise DomainError("nummer", "Dit nummer is niet vrij op deze laptop. Bekijk het stuk opnieuw.")
        self._casework.run("INSERT INTO nummer_gebruikt (nummer, stuk) VALUES (?, ?)", (nummer, stuk))


def free(access: Access, jaar: int, *, only: bool = False) -> Iterator[str]:
    """Free numbers in the order they are given; ``only`` those of the year itself."""
    taken = {row["nummer"] for row in access.rows(_TAKEN)}
    for row in access.rows(_BLOCKS, (jaar,)):
        if only and row["jaar"] != jaar:
            continue
        block = Nummerblok(row["organisatie"], row["jaar"], row["van"], row["tot"])
        for n in range(block.van, block.tot + 1):
            if (number := block.nummer(n)) not in taken:
                yield number
