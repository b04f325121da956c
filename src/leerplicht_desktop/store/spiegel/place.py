"""Where the municipality was when this laptop last heard of it, and what it said that it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from leerplicht_desktop.casework.ports.brievenbus import Antwoord
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.store.kluis.codec import moment
from leerplicht_desktop.store.kluis.connection import Access

from .decisions import touched_by
from .mirror import Mirror

_ANSWERED = (
    # Answered by the municipality, and not refused by this laptop itself.
    "SELECT op FROM uitvak WHERE toestand IN ('applied', 'conflict') "
    "OR (toestand = 'rejected' AND ruw <> '') ORDER BY n"
)


class SqlPlaats:
    """Obeys the port ``Plaats``."""

    def __init__(self, push: Access, pull: Access) -> None:
        self._push = push
        self._pull = pull
        self._mirror = Mirror(pull)

    def gezien(self) -> str:
        """The mark of the newest commit of the municipality that was seen; empty for none."""
        return str(self._push.value("SELECT gezien FROM sync_stand") or "")

    def zie(self, gezien: str) -> None:
        """Keep a newer one."""
        self._push.run("UPDATE sync_stand SET gezien = ?", (gezien,))

    def nagevraagd(self) -> datetime | None:
        """When it was last asked which operations the municipality holds; None for never."""
        return moment(self._push.value("SELECT nagevraagd FROM sync_stand"))

    def afgehandeld(self) -> tuple[str, ...]:
        """Every operation that the municipality answered for good, in order."""
        return tuple(row["op"] for row in self._push.rows(_ANSWERED))

    def vul_aan(self, gemist: Sequence[str], antwoorden: Sequence[Antwoord], op: datetime) -> Touched:
        """The municipality was asked at ``op``: offer again what it misses, keep what it now answers."""
        soorten: set[Soort] = set()
        dossiers: set[str] = set()
        for op_ in gemist:
            self._push.run(
                "UPDATE uitvak SET toestand = 'new', rev = 0, seq = 0, reden = '', ruw = '' WHERE op = ?",
                (op_,),
            )
            soorten |= touched_by(self._push, op_, dossiers)
        for antwoord in antwoorden:
            answer = (antwoord.soort.value, antwoord.reden)
            changed = self._push.run(
                "UPDATE uitvak SET toestand = ?, reden = ?, rev = ?, seq = ?, ruw = ? "
                "WHERE op = ? AND toestand NOT IN ('new', 'waiting') AND (toestand, reden) <> (?, ?)",
                (*answer, antwoord.rev, antwoord.seq, antwoord.ruw, antwoord.op, *answer),
            )
            if changed:
                soorten |= touched_by(self._push, antwoord.op, dossiers)
        self._push.run("UPDATE sync_stand SET nagevraagd = ?", (op.isoformat(),))
        return Touched(frozenset(soorten), frozenset(dossiers))

    def teruggezet(self, op: datetime) -> Touched:
        """A backup was put back there: read the feed from its beginning, and write that in the history."""
        self._mirror.outdate()
        self._pull.run("UPDATE sync_stand SET cursor = '', gezien = ''")
        self._push.run(
            "INSERT INTO sync_ronde (begonnen, verzonden, ontvangen, uitkomst) "
            "VALUES (?, 0, 0, 'GegevensTeruggezet')",
            (op.isoformat(),),
        )
        return touched(*Soort)
