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
from leerplicht_protocol.model import Id, Model, ShortText
from leerplicht_protocol.records import BODY, Entity

from .refusals import CUT_OFF, NOT_UNDERSTOOD, TooLarge, Unprocessable
from .rounds import Round
from .wire import only_new_words, read_model

PAGE_RECORDS = 500
_LOG = logging.getLogger("leerplicht.sync")

_KNOWN = frozenset(entity.value for entity in Entity)
_TRIES = 3  # how often the cursor may move under us (a program that was just replaced) in one round


class _MovedError(Exception):
    """The cursor is not where this pull left it: the pull begins again at the new one."""


class UnknownChange(Model):
    """A change of a kind that a newer server knows: only its envelope can be checked."""

    entity: Annotated[ShortText, Field(pattern=r"^[a-z_]+$")]
    id: Id
    dossiers: tuple[Id, ...] = ()
    rev: int
    seq: int
    deleted: bool = False
    fields: dict[str, JsonValue] = Field(default_factory=dict)
    frev: dict[str, int] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A page that passed every check."""

    header: ChangesPage
    records: tuple[SpiegelRecord, ...]


def pull(round_: Round) -> int:
    """Fetch what changed. Returns the server's head at the last page. Raises SyncProblem."""
    _readable_again(round_)
    return _repeat(round_, _what_is_new)


def pull_everything(round_: Round) -> int:
    """As ``pull``, but from the beginning, and what the server does not name is let go."""
    return _repeat(round_, _everything)


def _repeat(round_: Round, pull_: Callable[[Round], int]) -> int:
    for _ in range(_TRIES):
        try:
            return pull_(round_)
        except _MovedError:
            continue
    raise GeenVerbinding(CUT_OFF)


def _what_is_new(round_: Round) -> int:
    cursor = round_.act(lambda work: work.brievenbus.cursor())
    try:
        return _follow(round_, cursor)
    except Unprocessable as refusal:
        if refusal.code != "cursor" or not cursor:
            raise
    return _everything(round_)


def _everything(round_: Round) -> int:
    """Fetch everything once more over what is there, and let go of what the server does not name.

    Nothing vanishes from the screens meanwhile, and stopping half-way is harmless: the next round goes on
    from the page that was kept last, and the check after it finds what was left over.
    """
    seen: set[tuple[str, str]] = set()
    cursor = round_.act(lambda work: work.brievenbus.cursor())
    head = 0
    for page in _pages(round_, ""):
        seen |= {(record.entity, record.id) for record in page.records if not record.deleted}
        head = page.header.head
        left_over = () if page.header.more else _left_over(round_, seen, head)
        cursor = _apply(round_, page, cursor, left_over)
    return head


def _left_over(round_: Round, seen: set[tuple[str, str]], head: int) -> tuple[SpiegelRecord, ...]:
    here = round_.act(lambda work: work.brievenbus.revisies())
    return tuple(
        SpiegelRecord(entity, id_, (), rev, head, True, {}, {})
        for entity, pairs in here.items()
        for id_, rev in pairs
        if (entity, id_) not in seen
    )


def _follow(round_: Round, cursor: str) -> int:
    head = 0
    for page in _pages(round_, cursor):
        head = page.header.head
        left_over = () if page.header.more else _old(round_, page)
        cursor = _apply(round_, page, cursor, left_over)
    return head


def _old(round_: Round, last: CheckedPage) -> tuple[SpiegelRecord, ...]:
    """What the municipality had before it was put back and, now that all was read, has no more."""
    here = round_.act(lambda work: work.brievenbus.achtergebleven())
    fresh = {(record.entity, record.id) for record in last.records}
    return tuple(
        SpiegelRecord(entity, id_, (), 0, last.header.head, True, {}, {})
        for entity, id_ in here
        if (entity, id_) not in fresh
    )


def _pages(round_: Round, cursor: str) -> Iterator[CheckedPage]:
    """Pages from ``cursor`` to the end: at least one, and smaller ones when the records are large."""
    count = PAGE_RECORDS
    while True:
        round_.go_on()
        try:
            value = round_.wire.changes(cursor, count)
        except TooLarge:
            if count == 1:
                raise
            count = max(1, count // 8)
            continue
        page = read_page(value, round_.koppeling.epoch)
        yield page
        if not page.header.more:
            return
        if page.header.next == cursor:
            raise ServerWeigert(NOT_UNDERSTOOD)
        cursor = page.header.next


def read_page(value: JsonValue, epoch: str) -> CheckedPage:
    """A page of which every record was checked. Raises ServerWeigert, AndereServer, ApparaatIngetrokken."""
    if not isinstance(value, dict):
        raise ServerWeigert(NOT_UNDERSTOOD)
    raw = value.get("changes", [])
    header = read_model(ChangesPage, {**value, "changes": []})
    if header is None or not isinstance(raw, list):
        raise ServerWeigert(NOT_UNDERSTOOD)
    if header.device_state is DeviceState.REVOKED:
        raise ApparaatIngetrokken
    if header.epoch != epoch:
        raise AndereServer
    return CheckedPage(header, tuple(_record(change) for change in raw))


def _record(raw: JsonValue) -> SpiegelRecord:
    entity = raw.get("entity") if isinstance(raw, dict) else None
    known = isinstance(entity, str) and entity in _KNOWN
    change = read_model(Change, raw) if known else read_model(UnknownChange, raw)
    fits = change is not None and _body_fits(change)
    if change is None or not (fits or _of_tomorrow(change)):
        what = entity if known else "onbekend"
        raise ServerWeigert(
            f"De gemeente stuurde een gegeven dat dit programma niet kan lezen (soort: {what}).",
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
        opzij=not fits,
    )


def _body_fits(change: Change | UnknownChange) -> bool:
    if change.deleted or isinstance(change, UnknownChange):
        return True
    return read_model(BODY[change.entity], change.fields) is not None


def _of_tomorrow(change: Change | UnknownChange) -> bool:
    """Whether a body only holds a word that a newer program added to a list (ADR 0011)."""
    if isinstance(change, UnknownChange) or not only_new_words(BODY[change.entity], change.fields):
        return False
    _LOG.warning("a %s holds a value of a newer program: set aside", change.entity)
    return True


def _body_of(record: SpiegelRecord) -> Model | None:
    return read_model(BODY[Entity(record.entity)], json.loads(json.dumps(record.fields)))


def _readable_again(round_: Round) -> None:
    """Records that were set aside and that this program, newer by now, can read: they take their place."""
    aside = round_.act(lambda work: work.brievenbus.opzijgelegd())
    readable = tuple(
        replace(record, opzij=False) for record in aside if record.entity in _KNOWN and _body_of(record)
    )
    if not readable:
        return

    def act(work: Work) -> Touched:
        cursor = work.brievenbus.cursor()
        return work.brievenbus.pas_toe(Feedpagina(cursor, cursor, (), readable))

    round_.tally.touched.append(round_.act(act))


def _apply(round_: Round, page: CheckedPage, cursor: str, left_over: tuple[SpiegelRecord, ...] = ()) -> str:
    """Keep a page with its cursor. Returns the new cursor."""
    feed_page = Feedpagina(
        cursor,
        page.header.next,
        tuple(evict.dossier for evict in page.header.evict),
        page.records + left_over,
    )

    if feed_page == Feedpagina(cursor, cursor, (), ()):  # nothing happened since: no need to write that down
        return cursor

    def act(work: Work) -> Touched:
        return work.brievenbus.pas_toe(feed_page)

    try:
        round_.tally.touched.append(round_.act(act))
    except ValueError:
        if round_.act(lambda work: work.brievenbus.cursor()) == cursor:
            raise
        raise _MovedError from None
    round_.tally.received += len(page.records)
    round_.report()
    return page.header.next
