"""The road to the municipality as the officer sees it: the outbox, the state, the rounds."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import SyncBeeld, SyncRonde, UitvakRegel
from leerplicht_desktop.store.kluis.codec import moment, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access

from . import told
from .origin import names

_OUTBOX = (
    # A conflict over which the officer decided was sent like everything else.
    "SELECT op, entity, dossiers, at, reden, CASE WHEN toestand = 'conflict' AND id NOT IN "
    "(SELECT value FROM json_each(?)) THEN 'applied' ELSE toestand END AS nu FROM uitvak ORDER BY "
    "CASE nu WHEN 'rejected' THEN 0 WHEN 'conflict' THEN 1 WHEN 'applied' THEN 3 ELSE 2 END, "
    # What waits leaves in the order it was made; what was sent is history, the newest first.
    "CASE nu WHEN 'applied' THEN -n ELSE n END LIMIT ?"
)
_WAITING = "SELECT count(*) FROM uitvak WHERE toestand IN ('new', 'waiting')"
_REFUSED = "SELECT count(*) FROM uitvak WHERE toestand = 'rejected'"


def outbox(access: Access, aantal: int) -> tuple[UitvakRegel, ...]:
    """Refused first, then what waits, then the last things that were sent."""
    undecided = [one.dossier for one in told.choices(access)]
    return tuple(
        UitvakRegel(
            op=row["op"],
            wat=row["entity"],
            namen=names(access, texts(row["dossiers"])),
            dossier=next(iter(texts(row["dossiers"])), ""),
            sinds=needed_moment(row["at"]),
            toestand=row["nu"],
            reden=row["reden"],
        )
        for row in access.rows(_OUTBOX, (to_json(undecided), aantal))
    )


def state(access: Access) -> SyncBeeld:
    """The state in words and numbers."""
    tie = access.row("SELECT gemeente, ambtenaar FROM koppeling")
    stand = access.row("SELECT laatst, ontvangen, merk FROM sync_stand")
    aside = access.rows("SELECT entity, reden FROM terzijde WHERE opgelost = 0 ORDER BY entity, id")
    return SyncBeeld(
        te_verzenden=int(access.value(_WAITING)),
        afgewezen=int(access.value(_REFUSED)),
        laatst=moment(stand["laatst"]) if stand else None,
        ontvangen=int(stand["ontvangen"]) if stand else 0,
        gemeente=tie["gemeente"] if tie else "",
        ambtenaar=tie["ambtenaar"] if tie else "",
        terzijde=tuple(row["entity"] for row in aside),
        merk=stand["merk"] if stand else "",
        bijwerken=any(row["reden"] == "nieuw" for row in aside),
        keuzes=sum(len(one.velden) for one in told.choices(access)),
    )


def rounds(access: Access, aantal: int) -> tuple[SyncRonde, ...]:
    """The last rounds, newest first."""
    rows = access.rows(
        "SELECT begonnen, verzonden, ontvangen, uitkomst FROM sync_ronde ORDER BY nr DESC LIMIT ?", (aantal,)
    )
    return tuple(
        SyncRonde(needed_moment(row["begonnen"]), row["verzonden"], row["ontvangen"], row["uitkomst"])
        for row in rows
    )
