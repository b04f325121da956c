"""The shared fields of a dossier: what the mirror holds, with the officer's own changes on top.

Everything follows from the mirror and the outbox, so no answer can be kept beside them and forgotten. Of a
field only the newest own change counts: it was made on the sight of those before, and a decision is one too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld, Keuzedossier, Veldkeuze
from leerplicht_desktop.store.kluis.codec import from_json, moment, needed_moment, text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.pulled import fields_of
from leerplicht_protocol.told import TOLD

from .origin import names

_OWN = (
    "SELECT body, at, toestand, ruw FROM uitvak WHERE entity = 'dossier' AND id = ? "
    "AND toestand <> 'rejected' ORDER BY n"
)
_CLASHED = (
    "SELECT id FROM uitvak WHERE entity = 'dossier' AND toestand = 'conflict' GROUP BY id ORDER BY min(n)"
)
_LEFT = ("kantoor", "overgedragen")
"""Decisions that leave the office's value as it is: they never ask again."""


@dataclass(frozen=True, slots=True)
class _Own:
    """The newest own change of one field, and what the municipality answered."""

    value: str
    was: str
    choice: str
    at: datetime
    waits: bool
    applied: int
    clash: Mapping[str, Any] | None


def fields(access: Access, dossier: str) -> tuple[Deelveldbeeld, ...]:
    """All shared fields as they hold now; none when the dossier left."""
    here = fields_of(access, "dossier", dossier)
    if here is None:
        return ()
    text = access.value("SELECT frev FROM spiegel_record WHERE entity = 'dossier' AND id = ?", (dossier,))
    revisions: dict[str, int] = from_json(str(text))
    own = _newest(access, dossier)
    me = str(access.value("SELECT ambtenaar FROM koppeling") or "")
    return tuple(_seen(_mirrored(here, revisions, name, me), own.get(name), me) for name in TOLD)


def choices(access: Access) -> tuple[Keuzedossier, ...]:
    """The dossiers with an open choice, the oldest first."""
    found = []
    for row in access.rows(_CLASHED):
        told = tuple(one for one in fields(access, row["id"]) if one.keuze is not None)
        if told:
            found.append(Keuzedossier(row["id"], names(access, (row["id"],)), told))
    return tuple(found)


def _newest(access: Access, dossier: str) -> dict[str, _Own]:
    found: dict[str, _Own] = {}
    for row in access.rows(_OWN, (dossier,)):
        body = from_json(row["body"])
        answer = from_json(row["ruw"]) if row["ruw"] else {}
        for name, change in body["set"].items():
            found[name] = _Own(
                value=str(change["value"]),
                was=text_of(body["was"], name),
                choice=text_of(body.get("keuze") or {}, name),
                at=needed_moment(row["at"]),
                waits=row["toestand"] in ("new", "waiting"),
                applied=int((answer.get("applied") or {}).get(name, 0)),
                clash=(answer.get("conflicts") or {}).get(name),
            )
    return found


def _mirrored(here: Mapping[str, Any], revisions: Mapping[str, int], name: str, me: str) -> Deelveldbeeld:
    said = (here.get("vermeld") or {}).get(name) or {}
    by = text_of(said, "door")
    return Deelveldbeeld(
        veld=name,
        waarde=text_of(here, name),
        rev=int(revisions.get(name, 0)),
        door="" if by == me else by,
        op=moment(text_of(said, "op")),
    )


def _seen(office: Deelveldbeeld, own: _Own | None, me: str) -> Deelveldbeeld:
    if own is None:
        return office
    if own.waits or (own.clash is None and own.applied > office.rev):
        return Deelveldbeeld(
            office.veld, own.value, max(office.rev, own.applied), "", own.at, onderweg=own.waits
        )
    return office if own.clash is None else _clashed(office, own, own.clash, me)


def _clashed(office: Deelveldbeeld, own: _Own, clash: Mapping[str, Any], me: str) -> Deelveldbeeld:
    """The office's value stays until the officer chose; the newest of mirror and answer is shown."""
    rev = int(clash["rev"])
    if rev > office.rev:
        by = str(clash.get("by") or "")
        at = moment(str(clash.get("at") or ""))
        theirs = str(clash.get("theirs") or "")
        office = Deelveldbeeld(office.veld, theirs, rev, "" if by == me else by, at)
    if own.choice in _LEFT or office.waarde == own.value:
        return office
    choice = Veldkeuze(
        was=own.was,
        kantoor=office.waarde,
        rev=office.rev,
        door=office.door or str(clash.get("by") or ""),
        op=office.op or moment(str(clash.get("at") or "")),
        mijn=own.value,
        mijn_op=own.at,
    )
    return replace(office, keuze=choice)
