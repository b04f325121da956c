"""The log of reading: written by the vault at every look and every change, chained line by line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.leeslog import EIGEN_WERK, MEESTE_TEKENS, Blik, Daad, Leesregel
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.store.kluis.chain import Line, first_wrong, link
from leerplicht_desktop.store.kluis.codec import needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access

_COLUMNS = "n, op, wie, daad, dossiers, regime, grond, detail, hash"
_AGAIN = timedelta(minutes=10)
"""A screen that loads the same thing again within this time writes no second line."""
_WPG = frozenset({"verhoor"})
_BY_BODY = frozenset({"stuk", "deurbezoek", "procedure"})


class SqlLeeslog:
    """Obeys the port ``Leeslog``; lives as long as the vault is open."""

    def __init__(self, access: Access, clock: Klok) -> None:
        self._db = access
        self._clock = clock
        self._grounds: dict[str, str] = {}
        self._named: set[str] = set()
        self._seen: dict[Blik, datetime] = {}
        self._waiting: list[Blik] = []
        self._sent_up_to, self._printed_up_to = self._ends()

    def noem_grond(self, dossiers: Sequence[str], grond: str) -> None:
        """See the port. Raises DomainError (``grond``) without words."""
        words = " ".join(grond.split())[:MEESTE_TEKENS]
        if not words:
            raise DomainError("grond", "Kies waarom je dit inziet.")
        self._grounds.update(dict.fromkeys(dossiers, words))
        self._named.update(dossiers)

    def ground(self, dossiers: Sequence[str]) -> str:
        """The reason that was given for one of these, or empty."""
        return next((self._grounds[one] for one in dossiers if one in self._grounds), "")

    def named(self, dossiers: Sequence[str]) -> bool:
        """Whether somebody gave a reason for one of these himself."""
        return not self._named.isdisjoint(dossiers)

    def fresh(self, looks: Sequence[Blik]) -> list[Blik]:
        """Those that were not written a moment ago, each once; and what could not be written before."""
        now = self._clock.nu()
        out = list(self._waiting)
        for look in looks:
            last = self._seen.get(look)
            if look not in out and (last is None or not timedelta(0) <= now - last < _AGAIN):
                out.append(look)
        return out

    def later(self, looks: Sequence[Blik]) -> None:
        """The disk was full: they are written with the next line."""
        self._waiting = list(looks)

    def write(self, looks: Sequence[Blik]) -> None:
        """Add lines, in the running transaction."""
        now = self._clock.nu()
        who = self._db.value("SELECT ambtenaar_id FROM koppeling") or ""
        n, before = self._end()
        for look in looks:
            n += 1
            ground = self.ground(look.dossiers) or EIGEN_WERK if look.regime is Regime.WPG else ""
            line: Line = (
                n,
                now.isoformat(),
                who,
                look.daad.value,
                to_json(look.dossiers),
                look.regime.value,
                ground,
                look.detail,
            )
            before = link(before, line)
            self._db.run(
                f"INSERT INTO leeslog ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (*line, before),
            )
            self._seen[look] = now
        self._waiting = [look for look in self._waiting if look not in looks]

    def work(self) -> None:
        """Lines for what the running transaction put into the outbox and the log of prints."""
        changed, printed = self._changed(), self._printed()
        for look in changed:
            if look.regime is Regime.WPG:  # who makes it has a reason to read it
                for dossier in look.dossiers:
                    self._grounds.setdefault(dossier, EIGEN_WERK)
        if changed or printed:
            self.write([*changed, *printed])

    def kept(self) -> None:
        """The transaction was committed."""
        self._sent_up_to, self._printed_up_to = self._ends()

    def regels(self, voor: int | None, aantal: int) -> tuple[Leesregel, ...]:
        """See the port."""
        rows = self._db.rows(
            f"SELECT {_COLUMNS} FROM leeslog WHERE n < ? ORDER BY n DESC LIMIT ?",  # noqa: S608
            (voor if voor is not None else 2**62, aantal),
        )
        return tuple(
            Leesregel(
                row["n"],
                needed_moment(row["op"]),
                row["wie"],
                Blik(Daad(row["daad"]), texts(row["dossiers"]), Regime(row["regime"]), row["detail"]),
                row["grond"],
                row["hash"],
            )
            for row in rows
        )

    def first_wrong(self, beside: bytes | None) -> int | None:
        """The first line that does not fit; the one after the last when ``beside`` heads a longer log."""
        begin = self._db.row("SELECT begin, begin_hash FROM leeslog_stand")
        if begin is None:
            return 1
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM leeslog ORDER BY n")  # noqa: S608
        lines: list[tuple[Line, bytes]] = [
            (
                (row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]),
                row[8],
            )
            for row in rows
        ]
        wrong = first_wrong(begin["begin"], begin["begin_hash"], lines)
        known = {begin["begin_hash"], *(found for _, found in lines)}
        if wrong is None and beside is not None and beside not in known:
            return int(begin["begin"]) + len(lines) + 1
        return wrong

    def head(self) -> bytes:
        """The hash of the last line."""
        return self._end()[1]

    def _end(self) -> tuple[int, bytes]:
        row = self._db.row("SELECT n, hash FROM leeslog ORDER BY n DESC LIMIT 1") or self._db.row(
            "SELECT begin, begin_hash FROM leeslog_stand"
        )
        if row is None:
            raise KeyError("leeslog_stand")
        return int(row[0]), bytes(row[1])

    def _ends(self) -> tuple[int, int]:
        return (
            int(self._db.value("SELECT coalesce(max(n), 0) FROM uitvak")),
            int(self._db.value("SELECT coalesce(max(rowid), 0) FROM afdruk")),
        )

    def _changed(self) -> list[Blik]:
        rows = self._db.rows(
            "SELECT entity, id, dossiers, body FROM uitvak WHERE n > ? ORDER BY n", (self._sent_up_to,)
        )
        return [
            Blik(
                Daad.GEWIJZIGD,
                texts(row["dossiers"]),
                _regime(row["entity"], row["body"]),
                f"{row['entity']} {row['id']}",
            )
            for row in rows
        ]

    def _printed(self) -> list[Blik]:
        rows = self._db.rows(
            "SELECT a.stuk, a.hoe, a.waarheen, a.aantal, coalesce(s.dossiers, v.dossiers, p.dossiers, "
            "b.dossiers, d.dossiers, '[]') AS dossiers, CASE WHEN v.id IS NOT NULL OR p.id IS NOT NULL "
            "THEN 'wpg' ELSE coalesce(s.regime, 'avg') END AS regime FROM afdruk a "
            "LEFT JOIN stuk s ON s.id = a.stuk LEFT JOIN verhoor v ON v.id = a.stuk "
            "LEFT JOIN concept_pv p ON p.id = a.stuk LEFT JOIN concept_brief b ON b.id = a.stuk "
            "LEFT JOIN deurbezoek d ON d.id = a.stuk WHERE a.rowid > ? ORDER BY a.rowid",
            (self._printed_up_to,),
        )
        return [
            Blik(
                Daad(row["hoe"]),
                texts(row["dossiers"]),
                Regime(row["regime"]),
                f"{row['stuk']}, {row['aantal']} keer, naar {row['waarheen']}",
            )
            for row in rows
        ]


def _regime(entity: str, body: str) -> Regime:
    """Of a change that goes out: hearings stand under the Wpg, and so does a visit from the cautie on; a
    document and a procedure say it themselves.
    """
    if entity in _WPG:
        return Regime.WPG
    fields = json.loads(body) if entity in _BY_BODY else {}
    return Regime.WPG if fields.get("regime") == "wpg" or fields.get("modus") == "opsporing" else Regime.AVG
