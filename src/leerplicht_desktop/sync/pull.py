"""Pull: pages after the cursor; records and cursor in one transaction, or nothing.

Every record is checked against its model before any of its page is kept: a page with one bad record stores
nothing, and the cursor stays. Kinds of record that this program does not know yet are kept as they came, and
a record with a word that it does not know yet is set aside until it does.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, JsonValue

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import (
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    ServerWeigert,
)
from leerplicht_desktop.casework.touched import Touched
from leerplicht_protocol.messages import Change, ChangesPage, DeviceState
from leerplicht_protocol.model import Id, Kort, Model
from leerplicht_protocol.records import BODY, Entity

from .refusals import AFGEBROKEN, ONBEGREPEN, Onverwerkbaar, TeGroot
from .ronde import Ronde
from .wire import lees_model, only_new_words

PAGE_RECORDS = 500
_LOG = logging.getLogger("leerplicht.sync")

_BEKEND = frozenset(entity.value for entity in Entity)
_POGINGEN = 3  # how often the cursor may move under us (a program that was just replaced) in one round


class _VerschovenError(Exception):
    """The cursor is not where this pull left it: the pull begins again at the new one."""


class OnbekendeChange(Model):
    """A change of a kind that a newer server knows: only its envelope can be checked."""

    entity: Annotated[Kort, Field(pattern=r"^[a-z_]+$")]
    id: Id
    dossiers: tuple[Id, ...] = ()
    rev: int
    seq: int
    deleted: bool = False
    fields: dict[str, JsonValue] = Field(default_factory=dict)
    frev: dict[str, int] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A page that passed every check."""

    kop: ChangesPage
    records: tuple[SpiegelRecord, ...]


def trek(ronde: Ronde) -> int:
    """Fetch what changed. Returns the server's head at the last page. Raises SyncProblem."""
    _readable_again(ronde)
    return _herhaal(ronde, _bij)


def trek_alles(ronde: Ronde) -> int:
    """As ``trek``, but from the beginning, and what the server does not name is let go."""
    return _herhaal(ronde, _alles)


def _herhaal(ronde: Ronde, trek_: Callable[[Ronde], int]) -> int:
    for _ in range(_POGINGEN):
        try:
            return trek_(ronde)
        except _VerschovenError:
            continue
    raise GeenVerbinding(AFGEBROKEN)


def _bij(ronde: Ronde) -> int:
    cursor = ronde.doe(lambda work: work.brievenbus.cursor())
    try:
        return _volg(ronde, cursor)
    except Onverwerkbaar as weigering:
        if weigering.code != "cursor" or not cursor:
            raise
    return _alles(ronde)


def _alles(ronde: Ronde) -> int:
    """Fetch everything once more over what is there, and let go of what the server does not name.

    Nothing vanishes from the screens meanwhile, and stopping half-way is harmless: the next round goes on
    from the page that was kept last, and the check after it finds what was left over.
    """
    gezien: set[tuple[str, str]] = set()
    cursor = ronde.doe(lambda work: work.brievenbus.cursor())
    head = 0
    for pagina in _paginas(ronde, ""):
        gezien |= {(record.entity, record.id) for record in pagina.records if not record.deleted}
        head = pagina.kop.head
        over = () if pagina.kop.more else _over(ronde, gezien, head)
        cursor = _pas_toe(ronde, pagina, cursor, over)
    return head


def _over(ronde: Ronde, gezien: set[tuple[str, str]], head: int) -> tuple[SpiegelRecord, ...]:
    hier = ronde.doe(lambda work: work.brievenbus.revisies())
    return tuple(
        SpiegelRecord(entity, id_, (), rev, head, True, {}, {})
        for entity, paren in hier.items()
        for id_, rev in paren
        if (entity, id_) not in gezien
    )


def _volg(ronde: Ronde, cursor: str) -> int:
    head = 0
    for pagina in _paginas(ronde, cursor):
        head = pagina.kop.head
        over = () if pagina.kop.more else _oud(ronde, pagina)
        cursor = _pas_toe(ronde, pagina, cursor, over)
    return head


def _oud(ronde: Ronde, laatste: Gelezen) -> tuple[SpiegelRecord, ...]:
    """What the municipality had before it was put back and, now that all was read, has no more."""
    hier = ronde.doe(lambda work: work.brievenbus.achtergebleven())
    nieuw = {(record.entity, record.id) for record in laatste.records}
    return tuple(
        SpiegelRecord(entity, id_, (), 0, laatste.kop.head, True, {}, {})
        for entity, id_ in hier
        if (entity, id_) not in nieuw
    )


def _paginas(ronde: Ronde, cursor: str) -> Iterator[Gelezen]:
    """Pages from ``cursor`` to the end: at least one, and smaller ones when the records are large."""
    aantal = PAGE_RECORDS
    while True:
        ronde.ga_door()
        try:
            waarde = ronde.wire.changes(cursor, aantal)
        except TeGroot:
            if aantal == 1:
                raise
            aantal = max(1, aantal // 8)
            continue
        pagina = lees_pagina(waarde, ronde.koppeling.epoch)
        yield pagina
        if not pagina.kop.more:
            return
        if pagina.kop.next == cursor:
            raise ServerWeigert(ONBEGREPEN)
        cursor = pagina.kop.next


def lees_pagina(waarde: JsonValue, epoch: str) -> Gelezen:
    """A page of which every record was checked. Raises ServerWeigert, AndereServer, ApparaatIngetrokken."""
    if not isinstance(waarde, dict):
        raise ServerWeigert(ONBEGREPEN)
    ruw = waarde.get("changes", [])
    kop = lees_model(ChangesPage, {**waarde, "changes": []})
    if kop is None or not isinstance(ruw, list):
        raise ServerWeigert(ONBEGREPEN)
    if kop.device_state is DeviceState.REVOKED:
        raise ApparaatIngetrokken
    if kop.epoch != epoch:
        raise AndereServer
    return Gelezen(kop, tuple(_record(change) for change in ruw))


def _record(ruw: JsonValue) -> SpiegelRecord:
    entity = ruw.get("entity") if isinstance(ruw, dict) else None
    bekend = isinstance(entity, str) and entity in _BEKEND
    change = lees_model(Change, ruw) if bekend else lees_model(OnbekendeChange, ruw)
    klopt = change is not None and _body_klopt(change)
    if change is None or not (klopt or _of_tomorrow(change)):
        wat = entity if bekend else "onbekend"
        raise ServerWeigert(
            f"De gemeente stuurde een gegeven dat dit programma niet kan lezen (soort: {wat}).",
            "Er is niets van overgenomen en je werk blijft bewaard. Bel de beheerder als dit zo blijft.",
        )
    return SpiegelRecord(
        str(change.entity),
        change.id,
        change.dossiers,
        change.rev,
        change.seq,
        change.deleted,
        change.fields,
        change.frev,
        opzij=not klopt,
    )


def _body_klopt(change: Change | OnbekendeChange) -> bool:
    if change.deleted or isinstance(change, OnbekendeChange):
        return True
    return lees_model(BODY[change.entity], change.fields) is not None


def _of_tomorrow(change: Change | OnbekendeChange) -> bool:
    """Whether a body only holds a word that a newer program added to a list (ADR 0011)."""
    if isinstance(change, OnbekendeChange) or not only_new_words(BODY[change.entity], change.fields):
        return False
    _LOG.warning("a %s holds a value of a newer program: set aside", change.entity)
    return True


def _body_of(record: SpiegelRecord) -> Model | None:
    return lees_model(BODY[Entity(record.entity)], json.loads(json.dumps(record.fields)))


def _readable_again(ronde: Ronde) -> None:
    """Records that were set aside and that this program, newer by now, can read: they take their place."""
    opzij = ronde.doe(lambda work: work.brievenbus.opzijgelegd())
    leesbaar = tuple(
        replace(record, opzij=False) for record in opzij if record.entity in _BEKEND and _body_of(record)
    )
    if not leesbaar:
        return

    def act(work: Work) -> Touched:
        cursor = work.brievenbus.cursor()
        return work.brievenbus.pas_toe(Feedpagina(cursor, cursor, (), leesbaar))

    ronde.teller.touched.append(ronde.doe(act))


def _pas_toe(ronde: Ronde, pagina: Gelezen, cursor: str, over: tuple[SpiegelRecord, ...] = ()) -> str:
    """Keep a page with its cursor. Returns the new cursor."""
    blad = Feedpagina(
        cursor,
        pagina.kop.next,
        tuple(evict.dossier for evict in pagina.kop.evict),
        pagina.records + over,
    )

    if blad == Feedpagina(cursor, cursor, (), ()):  # nothing happened since: no need to write that down
        return cursor

    def act(work: Work) -> Touched:
        return work.brievenbus.pas_toe(blad)

    try:
        ronde.teller.touched.append(ronde.doe(act))
    except ValueError:
        if ronde.doe(lambda work: work.brievenbus.cursor()) == cursor:
            raise
        raise _VerschovenError from None
    ronde.teller.ontvangen += len(pagina.records)
    ronde.meld()
    return pagina.kop.next
