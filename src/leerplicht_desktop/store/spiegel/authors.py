"""Whose a piece of work is: as the municipality says, which knows who signed in; never as its body claims."""

from __future__ import annotations

from datetime import datetime

from leerplicht_desktop.casework.ports.brievenbus import Auteur
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.store.kluis.codec import from_json, to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_protocol import clocks

UNKNOWN = "onbekend"
"""The author of a record that came from a server of before, until it comes again."""


def as_text(author: Auteur | None) -> str:
    """An author as it is kept beside its record; empty for nobody."""
    if author is None:
        return ""
    recorded = author.vastgelegd_op.isoformat() if author.vastgelegd_op else ""
    received = author.ontvangen_op.isoformat()
    return to_json([author.ambtenaar, author.naam, author.apparaat, recorded, received, author.klok_ms])


def from_text(text: str) -> Auteur | None:
    """What ``as_text`` wrote."""
    if not text:
        return None
    officer, name, device, recorded, received, clock_ms = from_json(text)
    return Auteur(
        officer,
        name,
        device,
        datetime.fromisoformat(recorded) if recorded else None,
        datetime.fromisoformat(received),
        clock_ms,
    )


def made_by(access: Access, entity: str, id_: str) -> Auteur | None:
    """The author of a record of the mirror, or None."""
    text = access.value("SELECT auteur FROM spiegel_record WHERE entity = ? AND id = ?", (entity, id_))
    return from_text(str(text or ""))


def colleague(access: Access, entity: str, id_: str) -> str:
    """How whoever made it is called; empty when that is the officer of this laptop.

    A colleague of the same name is told apart by his id.
    """
    mine = access.row("SELECT ambtenaar_id, ambtenaar FROM koppeling")
    made = made_by(access, entity, id_)
    if made is None:
        return "" if _from_here(access, entity, id_) else UNKNOWN
    if mine is not None and made.ambtenaar == mine["ambtenaar_id"]:
        return ""
    same = mine is not None and made.naam == mine["ambtenaar"]
    return f"{made.naam} ({made.ambtenaar})" if same or not made.naam else made.naam


def author(access: Access, entity: str, id_: str) -> str:
    """Who made it: a colleague, else the officer of this laptop; empty before enrolment."""
    name = access.value("SELECT ambtenaar FROM koppeling")
    return colleague(access, entity, id_) or str(name or "")


def _from_here(access: Access, entity: str, id_: str) -> bool:
    """Whether it was written on this laptop: not of the mirror alone."""
    if not access.value("SELECT 1 FROM spiegel_record WHERE entity = ? AND id = ?", (entity, id_)):
        return True
    return bool(access.value("SELECT 1 FROM uitvak WHERE entity = ? AND id = ?", (entity, id_)))


def clock_remark(access: Access, entity: str, id_: str) -> str:
    """That the laptop's clock and the server's told different times, and when it came in; else empty."""
    made = made_by(access, entity, id_)
    if made is None or not clocks.differs(made.klok_ms):
        return ""
    received = f"{in_nederland(made.ontvangen_op):%d-%m-%Y om %H:%M} uur"
    return f"{clocks.in_words(made.klok_ms)} De gemeente ontving dit op {received}."
