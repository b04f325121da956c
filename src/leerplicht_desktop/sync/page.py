"""One page of the feed: its header is believed or refused whole, its records one by one.

What stands in one record never decides over another. A record whose body cannot be read is set aside under
its own kind; one of which not even the envelope can be read is told, and left out.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, JsonValue

from leerplicht_desktop.casework.ports.brievenbus import Auteur, Onleesbaar, SpiegelRecord
from leerplicht_desktop.casework.problems import AndereServer, ApparaatIngetrokken, ServerWeigert
from leerplicht_protocol import gate
from leerplicht_protocol.messages import Author, Change, ChangeEnvelope, ChangesPage, DeviceState, Unreadable
from leerplicht_protocol.model import Count, Model, ShortText
from leerplicht_protocol.records import BODY, Entity

from .refusals import NOT_UNDERSTOOD
from .wire import only_new_words, read_model

_LOG = logging.getLogger("leerplicht.sync")
_KNOWN = frozenset(entity.value for entity in Entity)
MALFORMED, OF_TOMORROW = "vorm", "nieuw"
_KEPT = frozenset({"", MALFORMED, OF_TOMORROW, gate.UNKNOWN})
"""Kept whole for a newer program; what is too large or no attachment will not become so."""
_FREV_VALUES = 2_000


class UnknownChange(ChangeEnvelope):
    """A change of a kind that a newer server knows: only its envelope can be checked."""

    entity: Annotated[ShortText, Field(pattern=r"^[a-z_]+$", max_length=60)]


class Content(Model):
    """What a change brings, before it is known whether it can be read."""

    fields: dict[str, JsonValue] = Field(default_factory=dict)
    frev: dict[str, Count] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A page whose header is sound, with what could be read of its records and what could not."""

    header: ChangesPage
    records: tuple[SpiegelRecord, ...]
    unreadable: tuple[Onleesbaar, ...] = ()

    @property
    def last(self) -> int:
        """The highest place in the feed that its records name; 0 without records."""
        return max((record.seq for record in self.records), default=0)


def read_page(value: JsonValue, epoch: str) -> CheckedPage:
    """A page, checked. Raises ServerWeigert when it is none, AndereServer, ApparaatIngetrokken."""
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
    found = [_record(change) for change in raw]
    return CheckedPage(
        header,
        tuple(one for one in found if isinstance(one, SpiegelRecord)),
        tuple(one for one in found if isinstance(one, Onleesbaar)),
    )


def readable(record: SpiegelRecord) -> bool:
    """Whether this program can read a record that was set aside before."""
    fields: dict[str, JsonValue] = json.loads(json.dumps(record.fields))
    return record.entity in _KNOWN and not _against(record.entity, fields)


def _record(raw: JsonValue) -> SpiegelRecord | Onleesbaar:
    whole = raw if isinstance(raw, dict) else {}
    # The envelope apart: what is wrong with a body does not take its name away.
    envelope: dict[str, JsonValue] = {**whole, "fields": {}, "frev": {}}
    known = isinstance(whole.get("entity"), str) and whole.get("entity") in _KNOWN
    change = read_model(Change, envelope) if known else read_model(UnknownChange, envelope)
    if change is None:
        return _nameless(whole)
    content = read_model(Content, {name: whole.get(name, {}) for name in ("fields", "frev")})
    against = "" if change.deleted else _objection(change.entity, content)
    if against:
        _LOG.warning("a %s cannot be read (%s): set aside", change.entity, against)
    kept = content if content and against in _KEPT else Content()
    return SpiegelRecord(
        str(change.entity),
        change.id,
        change.dossiers,
        change.rev,
        change.seq,
        change.deleted,
        kept.fields,
        kept.frev,
        opzij=bool(against),
        bezwaar=against,
        auteur=_author(change.author),
    )


def _author(author: Author | None) -> Auteur | None:
    if author is None:
        return None
    return Auteur(
        author.officer,
        author.name,
        author.device,
        author.recorded_at,
        author.received_at,
        author.clock_ms,
    )


def _objection(entity: str, content: Content | None) -> str:
    if content is None or len(content.frev) > _FREV_VALUES:
        return MALFORMED
    return _against(entity, content.fields)


def _against(entity: str, fields: dict[str, JsonValue]) -> str:
    """What is against a body; empty when it can be read, or is of a kind that only a newer program knows."""
    if entity not in _KNOWN:
        return gate.objection(entity, fields, None)
    model = BODY[Entity(entity)]
    body = read_model(model, fields)
    if body is not None:
        return gate.objection(entity, fields, body)
    if gate.heavy(entity, fields):
        return gate.HEAVY
    # ADR 0011: nothing is wrong but a word that a newer program added to a list.
    return OF_TOMORROW if only_new_words(model, fields) else MALFORMED


def _nameless(raw: dict[str, JsonValue]) -> Onleesbaar:
    """As much of an envelope as can be told on; what cannot be named stays empty."""
    _LOG.warning("a record without a readable envelope: left out")
    for id_ in (raw.get("id"), ""):
        named = {"entity": raw.get("entity"), "id": id_, "rev": 0, "reason": MALFORMED}
        told = read_model(Unreadable, named)
        if told is not None:
            return Onleesbaar(told.entity, told.id)
    return Onleesbaar("", "")
