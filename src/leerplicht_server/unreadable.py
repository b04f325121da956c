"""What laptops could not read of what we sent: kept per laptop until it can, for an administrator to see.

All functions that write expect a connection of ``Database.write``.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.messages import UnreadableReport

from .records import now
from .schema import apparaat, onleesbaar

_REASONS = {
    "bytes": "de bijlage is niet wat er staat (foto of pdf)",
    "nieuw": "er staat iets in dat een ouder programma niet kent: werk die laptop bij",
    "onbekend": "er staan te veel onbekende velden in",
    "te_groot": "het is groter dan een laptop aanneemt",
}
_OTHERWISE = "het heeft niet de afgesproken vorm"


def note(connection: Connection, report: UnreadableReport) -> int:
    """Keep what a laptop cannot read now, in place of what it said before. Returns how many records."""
    connection.execute(sa.delete(onleesbaar).where(onleesbaar.c.apparaat == report.device))
    rows = {
        (one.entity, one.id): {
            "apparaat": report.device,
            "entiteit": one.entity,
            "id": one.id,
            "rev": one.rev,
            "reden": one.reason,
            "gemeld_op": now(),
        }
        for one in report.records
    }
    if rows:
        connection.execute(sa.insert(onleesbaar), list(rows.values()))
    return len(rows)


def lines(connection: Connection) -> Iterator[str]:
    """A line for each record that some laptop could not read, for people; nothing of its contents."""
    statement = (
        sa.select(onleesbaar, apparaat.c.ambtenaar)
        .join(apparaat, apparaat.c.id == onleesbaar.c.apparaat)
        .order_by(onleesbaar.c.entiteit, onleesbaar.c.id, onleesbaar.c.apparaat)
    )
    for row in connection.execute(statement):
        what = " ".join(filter(None, (row.entiteit, row.id))) or "een gegeven zonder leesbare naam"
        why = _REASONS.get(row.reden, _OTHERWISE)
        yield f"{what} (versie {row.rev}), laptop {row.apparaat} van {row.ambtenaar}: {why}"
