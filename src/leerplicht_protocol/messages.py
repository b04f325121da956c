"""Requests and answers: sign in, enrol, push, pull, digest.

The server orders: one strictly rising ``seq`` per municipality. Every field of a shared record carries the
revision it was based on. Access is data and travels in the feed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from .model import Claimed, Count, Id, Model, Moment, Seconds, Seen, ShortText, Whole
from .records import Entity
from .recovery import MOST_CUSTODIANS, Custodian


class DeviceState(StrEnum):
    """What the municipality says of this laptop; the first thing in every answer."""

    ACTIVE = "active"
    REVOKED = "revoked"


class JournalHead(Model):
    """The last line of the municipality's journal: laptops keep it, so that a tail that was cut off shows."""

    nr: Count
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class JournalLine(Model):
    """One line of the journal: who did what, when, to what, and why; nothing of what stands in a file."""

    nr: Count
    op: str
    wie: str
    apparaat: str
    wat: str
    waarop: tuple[str, ...]
    waarom: str
    hash: str


class JournalPage(Model):
    """GET /v1/journaal: the newest lines first; ``wrong`` says what is wrong with the chain, if anything."""

    lines: tuple[JournalLine, ...]
    wrong: str


class Hello(Model):
    """GET /v1/hello: who the server is. ``epoch`` changes when its data were put back or replaced.

    ``journal`` is the head of its journal; ``journal_seen`` the hash of the line whose number the laptop gave
    in the question (``?journal=``), empty when there is no such line. A server of before sends neither.

    ``sign_in`` is the road in: the account of the identity provider, or a code, which is for practice only.
    """

    municipality: ShortText
    practice: bool
    sign_in: Literal["provider", "code"] = "code"
    epoch: Id
    protocol_min: Count
    protocol_max: Count
    max_ops: Annotated[int, Field(ge=1, le=10_000)]
    server_time: Claimed
    journal: JournalHead | None = None
    journal_seen: ShortText = ""
    receipts: bool = False
    """Whether POST /v1/receipts is answered; a server of before does not."""
    custodians: Annotated[tuple[Custodian, ...], Field(max_length=MOST_CUSTODIANS)] = ()
    """Those of whom two can open a vault; fewer than two, or a server of before: nobody can."""


class DeviceCode(Model):
    """POST /v1/device-code: the code an officer approves elsewhere (shape of RFC 8628)."""

    device_code: ShortText
    user_code: ShortText
    verification_uri: ShortText
    expires_in: Seconds
    interval: Seconds


class TokenRequest(Model):
    """POST /v1/token."""

    device_code: ShortText


class Ambtenaar(Model):
    """The officer behind a token, as the municipality knows him. ``eed`` is how he was sworn in, if told."""

    id: Id
    naam: ShortText
    functie: ShortText = "leerplichtambtenaar"
    organisatie: ShortText = ""
    telefoon: ShortText = ""
    aktenummer: ShortText = ""
    standplaats: ShortText = ""
    parket: ShortText = ""
    eed: Literal["", "ambtseed", "ambtsbelofte"] = ""


class Token(Model):
    """The answer to a token request: ``pending`` until somebody approved the code."""

    state: Literal["pending", "granted", "expired", "denied"]
    token: ShortText = ""
    ambtenaar: Ambtenaar | None = None


class Enrol(Model):
    """POST /v1/devices: this laptop, under a name the officer recognises.

    ``right`` is the one-time right that the administrator gave out; empty where a code let this key in.
    """

    name: ShortText
    incarnation: Id
    right: ShortText = ""


class Device(Model):
    """The device as the server registered it."""

    device: Id
    state: DeviceState


class FieldChange(Model):
    """A new value and the revision of that field it was based on."""

    value: JsonValue
    base: Count


class Create(Model):
    """A new record of the officer's own work.

    ``n`` is the place in the outbox; ``after`` names the records (not operations) that must be there first,
    such as the visit that this one corrects.
    """

    kind: Literal["create"] = "create"
    op: Id
    n: Annotated[Count, Field(ge=1)]
    entity: Entity
    id: Id
    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    body: dict[str, JsonValue]
    at: Moment
    after: Annotated[tuple[Id, ...], Field(max_length=200)] = ()


class Patch(Model):
    """A change of shared fields, each with its own base revision."""

    kind: Literal["patch"] = "patch"
    op: Id
    n: Annotated[Count, Field(ge=1)]
    entity: Entity
    id: Id
    dossiers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    set: Annotated[dict[str, FieldChange], Field(min_length=1)]
    at: Moment


Op = Annotated[Create | Patch, Field(discriminator="kind")]


class Clock(Model):
    """The laptop's own time, kept as claimed; no merge depends on it."""

    wall: Claimed
    offset_ms: Whole = 0


MAX_OPS = 200
"""Most operations in one push."""


class PushEnvelope(Model):
    """A push but for its operations, which are read one by one: a bad one is refused alone.

    ``seen`` is the newest ``at`` of any answer. A server that does not know it had a backup put back: it
    answers 409 ``teruggezet`` and does nothing. A program of before sends none.
    """

    device: Id
    incarnation: Id
    protocol: Count
    epoch: Id
    clock: Clock
    seen: Seen = ""


class PushRequest(PushEnvelope):
    """POST /v1/ops: 1 to 200 operations, one database transaction each, results in order."""

    ops: Annotated[tuple[Op, ...], Field(min_length=1, max_length=MAX_OPS)]


class FieldConflict(Model):
    """A field that somebody else changed first."""

    theirs: JsonValue
    rev: Count
    by: ShortText = ""
    at: Moment | None = None


class OpStatus(StrEnum):
    """What became of an operation. ``rejected`` ones stand in the server's quarantine.

    Of a ``waiting`` one nothing is kept: it is offered again later. ``reason`` is empty when a record of
    ``after`` is not there yet, else the limit that was reached (``quarantaine_vol``, ``dag_vol``).
    """

    APPLIED = "applied"
    CONFLICT = "conflict"
    REJECTED = "rejected"
    WAITING = "waiting"


class OpResult(Model):
    """The answer to one operation; repeated unchanged when the operation comes again."""

    op: Id
    status: OpStatus
    rev: Count = 0
    seq: Count = 0
    reason: ShortText = ""
    applied: dict[str, Count] = Field(default_factory=dict)
    conflicts: dict[str, FieldConflict] = Field(default_factory=dict)


class ReceiptsRequest(Model):
    """POST /v1/receipts: what became of operations that this laptop sent before."""

    device: Id
    ops: Annotated[tuple[Id, ...], Field(min_length=1, max_length=500)]


class Receipts(Model):
    """The answers as they are now, of those operations that the server knows of this officer.

    A person may have decided since: ``reason`` then begins with ``vrijgegeven``, ``overgedragen`` (both
    applied) or ``afgewezen`` (rejected for good), and after a colon stands why.
    """

    results: tuple[OpResult, ...]


class PushResponse(Model):
    """Results in the order of the operations. ``at`` is the mark of the commit that holds them all."""

    device_state: DeviceState
    results: tuple[OpResult, ...]
    head: Count
    server_time: Claimed
    at: Seen = ""


class Author(Model):
    """Whose a record is, by the server's own knowledge: who signed in, at which laptop, and when it came.

    ``recorded_at`` is the moment by the officer's own clock, ``received_at`` by the server's; ``clock_ms``
    says how far the laptop's clock was behind the server's when it came in.
    """

    officer: Id
    name: ShortText
    device: ShortText = ""
    recorded_at: Claimed | None = None
    received_at: Claimed
    clock_ms: Whole = 0


class ChangeEnvelope(Model):
    """A record as it now is, but for its kind.

    ``dossiers`` are those of the caller's scope; empty = everybody's (a school). ``author`` stands with the
    work of an officer; a server of before sends none.
    """

    id: Id
    dossiers: tuple[Id, ...] = ()
    rev: Count
    seq: Count
    deleted: bool = False
    fields: dict[str, JsonValue] = Field(default_factory=dict)
    frev: dict[str, Count] = Field(default_factory=dict)
    author: Author | None = None


class Change(ChangeEnvelope):
    """A record of a kind that this program knows."""

    entity: Entity


class Evict(Model):
    """A dossier that left the officer's caseload: its records leave the laptop."""

    dossier: Id
    reason: ShortText
    seq: Count


class ChangesPage(Model):
    """GET /v1/changes: a page of the scoped feed. ``next`` is an opaque cursor.

    ``at`` is the mark of the commit that the page shows; the question shows the one of before as ``seen``.
    """

    device_state: DeviceState
    epoch: Id
    evict: tuple[Evict, ...] = ()
    changes: tuple[Change, ...] = ()
    next: Annotated[str, Field(max_length=400)]
    more: bool
    head: Count
    server_time: Claimed
    at: Seen = ""


class DigestLine(Model):
    """Count of one kind of record in the caller's scope, and a hash over its ids and revisions."""

    entity: Entity
    count: Count
    hash: ShortText


class Digest(Model):
    """GET /v1/digest: what the laptop must hold at ``head`` if nothing went wrong."""

    epoch: Id
    head: Count
    lines: tuple[DigestLine, ...]


class Unreadable(Model):
    """A record of the feed that a laptop had to set aside; ``id`` and ``entity`` empty when even those could
    not be read. ``reason`` is a word of ``gate``, ``vorm`` or ``nieuw`` (a word of a newer program).
    """

    entity: Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z_]*$")]
    id: Annotated[str, StringConstraints(max_length=80, pattern=r"^[A-Za-z0-9._:-]*$")]
    rev: Count
    reason: Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z_]+$")]


class UnreadableReport(Model):
    """POST /v1/unreadable: all that this laptop cannot read now, instead of what it said before."""

    device: Id
    records: Annotated[tuple[Unreadable, ...], Field(max_length=200)]


class Noted(Model):
    """The answer to a report: how many records it named."""

    count: Count


class Problem(Model):
    """The body of every refusal (RFC 9457 in spirit): a code for the program, a sentence for people."""

    code: ShortText
    bericht: ShortText
