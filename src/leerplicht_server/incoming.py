"""The operations of a push, read one by one: what is wrong with one says nothing of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue, TypeAdapter, ValidationError

from leerplicht_protocol import gate
from leerplicht_protocol.codec import canonical, fingerprint
from leerplicht_protocol.messages import Create, Op

MALFORMED = "vorm"
"""Why an operation is refused that is not what the protocol says; what is wrong stands behind a colon."""

_ID = re.compile(r"[A-Za-z0-9._:-]{1,80}")
_READ: TypeAdapter[Op] = TypeAdapter(Op)


@dataclass(frozen=True)
class Incoming:
    """One operation as it came. ``op`` is None when it cannot be read; ``objection`` says why.

    ``key`` is its id, or one made of its content when it has none that can be used; ``size`` is in bytes as
    it is kept, and 0 for what cannot be written down at all.
    """

    key: str
    raw: JsonValue
    op: Op | None
    objection: str
    size: int

    @property
    def subject(self) -> str:
        """The record that it speaks of; empty when it does not say."""
        return _id_in(self.raw, "id")

    @property
    def keepable(self) -> bool:
        """Whether it may lie in quarantine: it can be written, and is no larger than a record."""
        return self.size > 0 and self.objection != gate.HEAVY


def read_ops(raw: Sequence[JsonValue]) -> list[Incoming]:
    """Each operation of a request, in order."""
    return [_read(one, place) for place, one in enumerate(raw)]


def read_operation(raw: JsonValue) -> Op:
    """One operation. Raises pydantic's ValidationError, and ValueError for what cannot be written."""
    return _READ.validate_json(canonical(raw), strict=True)


def _read(raw: JsonValue, place: int) -> Incoming:
    try:
        size, mark = len(canonical(raw)), fingerprint(raw)
    except ValueError:  # a number or a character that nobody can write again
        return Incoming(_id_in(raw, "op") or f"zonder-kenmerk-{place}", raw, None, MALFORMED, 0)
    key = _id_in(raw, "op") or f"zonder-kenmerk-{mark[:40]}"
    try:
        op = read_operation(raw)
    except ValidationError as fault:
        against = gate.HEAVY if size > gate.RECORD_BYTES else _what(fault)
        return Incoming(key, raw, None, against, size)
    fields = op.body if isinstance(op, Create) else {name: one.value for name, one in op.set.items()}
    return Incoming(key, raw, op, gate.HEAVY if gate.heavy(op.entity, fields) else "", size)


def _id_in(raw: JsonValue, name: str) -> str:
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


_NAMES = frozenset(
    {"kind", "op", "n", "entity", "id", "dossiers", "body", "set", "at", "after", "create", "patch"}
)


def _what(fault: ValidationError) -> str:
    """The fields at fault, of those that the protocol names: what somebody typed is never repeated."""
    where = {str(part) for error in fault.errors() for part in error["loc"][:2]} & _NAMES
    named = ", ".join(sorted(where - {"create", "patch"}))
    return f"{MALFORMED}: {named}" if named else MALFORMED
