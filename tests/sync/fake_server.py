"""A municipal server in memory that obeys the wire contract, and the transport that reaches it.

Every rule that an invariant rests on is a method of its own, so that a mutant can break exactly one.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

import httpx
from pydantic import JsonValue, ValidationError

from leerplicht_protocol.codec import fingerprint, read, revision_hash
from leerplicht_protocol.messages import (
    Ambtenaar,
    Change,
    ChangesPage,
    Create,
    Device,
    DeviceCode,
    DeviceState,
    Digest,
    DigestLine,
    Enrol,
    Evict,
    Hello,
    OpResult,
    OpStatus,
    Problem,
    PushRequest,
    PushResponse,
    Token,
    TokenRequest,
)
from leerplicht_protocol.model import PROTOCOL, Model
from leerplicht_protocol.records import BODY, OWN_WORK, Entity

BEGIN = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Weigering(Exception):  # noqa: N818 - an answer, raised from deep inside
    """An answer other than 200."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


@dataclass
class Rec:
    """A record as the municipality holds it."""

    entity: Entity
    id: str
    dossiers: tuple[str, ...]
    rev: int
    seq: int
    fields: dict[str, JsonValue]
    door: str = ""
    deleted: bool = False


@dataclass
class Toegang:
    """Whether an officer may see a dossier, and since when."""

    gegeven: int
    ingetrokken: int | None = None


@dataclass
class Gemeente:
    """State and rules."""

    epoch: str = "epoch-1"
    protocol: tuple[int, int] = (1, PROTOCOL)
    max_ops: int = 200
    max_page: int = 1_000
    ambtenaren: dict[str, Ambtenaar] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    apparaten: dict[str, tuple[str, Enrol]] = field(default_factory=dict)
    ingetrokken: set[str] = field(default_factory=set)
    records: dict[tuple[str, str], Rec] = field(default_factory=dict)
    toegang: dict[tuple[str, str], Toegang] = field(default_factory=dict)
    ops: dict[str, tuple[str, OpResult]] = field(default_factory=dict)
    quarantaine: dict[str, str] = field(default_factory=dict)
    goedkeuring: Literal["pending", "granted", "expired", "denied"] = "granted"
    codes: dict[str, str] = field(default_factory=dict)
    seq: int = 0
    duwen: int = 0

    # -- the office -------------------------------------------------------------------------------

    def volgende(self) -> int:
        """The next place in the one order there is."""
        self.seq += 1
        return self.seq

    def schrijf(
        self, entity: Entity, id_: str, dossiers: tuple[str, ...], fields: dict[str, JsonValue]
    ) -> None:
        """The office writes a record of the register."""
        oud = self.records.get((entity.value, id_))
        rev = oud.rev + 1 if oud else 1
        self.records[entity.value, id_] = Rec(entity, id_, dossiers, rev, self.volgende(), fields)

    def geef(self, officer: str, dossier: str) -> None:
        """Assign a dossier."""
        self.toegang[officer, dossier] = Toegang(self.volgende())

    def trek_in(self, officer: str, dossier: str) -> None:
        """Take a dossier away."""
        toegang = self.toegang.get((officer, dossier))
        if toegang is not None and toegang.ingetrokken is None:
            toegang.ingetrokken = self.volgende()

    def wis(self, dossier: str) -> None:
        """Delete a dossier and what hangs on it: tombstones."""
        for rec in self.records.values():
            if dossier in rec.dossiers and not rec.deleted:
                rec.deleted, rec.fields = True, {}
                rec.rev, rec.seq = rec.rev + 1, self.volgende()

    def ziet(self, officer: str, rec: Rec) -> Toegang | None:
        """The grant through which an officer sees a record."""
        grants = [self.toegang.get((officer, d)) for d in rec.dossiers]
        levend = [t for t in grants if t is not None and t.ingetrokken is None]
        return max(levend, key=lambda t: t.gegeven) if levend else None

    # -- push -------------------------------------------------------------------------------------

    def duw(self, officer: str, device: str, ruw: JsonValue) -> PushResponse:
        """POST /v1/ops."""
        try:
            verzoek = PushRequest.model_validate(ruw)
        except ValidationError:
            raise Weigering(422, "vorm") from None
        if verzoek.epoch != self.epoch:
            raise Weigering(410, "epoch")
        assert isinstance(ruw, dict)
        inhoud = ruw["ops"]
        assert isinstance(inhoud, list)
        self.duwen += 1
        uit = [self.een(officer, op, rauw) for op, rauw in zip(verzoek.ops, inhoud, strict=True)]
        return PushResponse(
            device_state=self.staat(device), results=tuple(uit), head=self.seq, server_time=BEGIN
        )

    def staat(self, device: str) -> DeviceState:
        """What the municipality says of a laptop."""
        return DeviceState.REVOKED if device in self.ingetrokken else DeviceState.ACTIVE

    def een(self, officer: str, op: object, ruw: JsonValue) -> OpResult:
        """One operation: judged once, answered the same for ever."""
        assert isinstance(op, Create)
        merk = fingerprint(ruw)
        eerder = self.bekend(op.op)
        if eerder is not None:
            if eerder[0] != merk:
                raise Weigering(422, "op_gewijzigd")
            return eerder[1]
        resultaat = self.oordeel(officer, op)
        if resultaat.status is not OpStatus.WAITING:
            self.ops[op.op] = (merk, resultaat)
        if resultaat.status is OpStatus.REJECTED:
            self.quarantaine[op.op] = op.id
        return resultaat

    def bekend(self, op: str) -> tuple[str, OpResult] | None:
        """The answer that was given before."""
        return self.ops.get(op)

    def oordeel(self, officer: str, op: Create) -> OpResult:
        """Apply an operation, or say why not."""
        reden = self.bezwaar(officer, op)
        if reden:
            return OpResult(op=op.op, status=OpStatus.REJECTED, reason=reden)
        aanwezig = {id_ for _, id_ in self.records}
        if set(op.after) <= aanwezig:
            return self.maak(officer, op)
        if set(op.after) & set(self.quarantaine.values()) - aanwezig:
            return OpResult(op=op.op, status=OpStatus.REJECTED, reason="after_rejected")
        return OpResult(op=op.op, status=OpStatus.WAITING)

    def bezwaar(self, officer: str, op: Create) -> str:
        """Why an operation cannot be accepted; empty when it can."""
        for dossier in op.dossiers:
            toegang = self.toegang.get((officer, dossier))
            if toegang is None or toegang.ingetrokken is not None:
                return "out_of_scope"
            rec = self.records.get((Entity.DOSSIER.value, dossier))
            if rec is None or rec.deleted:
                return "dossier_gone"
        try:
            BODY[op.entity].model_validate(op.body)
        except ValidationError:
            return "invalid"
        return "" if op.entity in OWN_WORK else "invalid"

    def maak(self, officer: str, op: Create) -> OpResult:
        """A new record; a second one with the same id must be the very same."""
        oud = self.records.get((op.entity.value, op.id))
        if oud is None:
            rec = Rec(op.entity, op.id, op.dossiers, 1, self.volgende(), dict(op.body), officer)
            self.records[op.entity.value, op.id] = rec
            return OpResult(op=op.op, status=OpStatus.APPLIED, rev=1, seq=rec.seq)
        if oud.fields != op.body or oud.door != officer:
            return OpResult(op=op.op, status=OpStatus.REJECTED, reason="immutable")
        return OpResult(op=op.op, status=OpStatus.APPLIED, rev=oud.rev, seq=oud.seq)

    # -- pull -------------------------------------------------------------------------------------

    def pagina(self, officer: str, device: str, cursor: str, limit: int) -> ChangesPage:
        """GET /v1/changes."""
        na = self.lees_cursor(cursor)
        limit = min(limit, self.max_page)
        rijen = sorted(
            (self.plaats(officer, rec), rec.entity.value, rec.id)
            for rec in self.records.values()
            if self.ziet(officer, rec) is not None
        )
        rijen = [rij for rij in rijen if self.later(rij, na)]
        meer = len(rijen) > limit
        rijen = rijen[:limit]
        volgende = rijen[-1] if meer else (self.seq, "~", "~")
        return ChangesPage(
            device_state=self.staat(device),
            epoch=self.epoch,
            evict=tuple(self.ontruim(officer, na[0], volgende[0])) if cursor else (),
            changes=tuple(self.wijziging(officer, self.records[soort, id_]) for _, soort, id_ in rijen),
            next=base64.urlsafe_b64encode(json.dumps(volgende).encode()).decode(),
            more=meer,
            head=self.seq,
            server_time=BEGIN,
        )

    def lees_cursor(self, cursor: str) -> tuple[int, str, str]:
        """The place that a cursor names."""
        if not cursor:
            return (0, "", "")
        try:
            seq, soort, id_ = json.loads(base64.urlsafe_b64decode(cursor))
        except ValueError:
            raise Weigering(400, "cursor") from None
        return int(seq), str(soort), str(id_)

    def plaats(self, officer: str, rec: Rec) -> int:
        """When a record came into an officer's sight, or changed there."""
        toegang = self.ziet(officer, rec)
        assert toegang is not None
        return max(rec.seq, toegang.gegeven)

    def later(self, rij: tuple[int, str, str], na: tuple[int, str, str]) -> bool:
        """Whether a record comes after a cursor: one grant gives many records the same number."""
        return rij > na

    def ontruim(self, officer: str, na: int, tot: int) -> Iterable[Evict]:
        """Dossiers that left since."""
        for (wie, dossier), toegang in self.toegang.items():
            if wie == officer and toegang.ingetrokken is not None and na < toegang.ingetrokken <= tot:
                yield Evict(dossier=dossier, reason="overgedragen", seq=toegang.ingetrokken)

    def wijziging(self, officer: str, rec: Rec) -> Change:
        """A record as it travels, with the dossiers that the officer may know of."""
        binnen = tuple(d for d in rec.dossiers if (t := self.toegang.get((officer, d))) and not t.ingetrokken)
        return Change(
            entity=rec.entity,
            id=rec.id,
            dossiers=binnen,
            rev=rec.rev,
            seq=self.plaats(officer, rec),
            deleted=rec.deleted,
            fields=rec.fields,
        )

    def beeld(self, officer: str) -> dict[tuple[str, str], int]:
        """What an officer's laptop must hold, with revisions."""
        return {
            key: rec.rev
            for key, rec in self.records.items()
            if not rec.deleted and self.ziet(officer, rec) is not None
        }

    def overzicht(self, officer: str) -> Digest:
        """GET /v1/digest."""
        beeld = self.beeld(officer)
        regels = []
        for entity in Entity:
            paren = [(id_, rev) for (soort, id_), rev in beeld.items() if soort == entity.value]
            regels.append(DigestLine(entity=entity, count=len(paren), hash=revision_hash(paren)))
        return Digest(epoch=self.epoch, head=self.seq, lines=tuple(regels))

    # -- sign in ----------------------------------------------------------------------------------

    def groet(self) -> Hello:
        """GET /v1/hello."""
        laagste, hoogste = self.protocol
        return Hello(
            municipality="Oefenstad",
            practice=True,
            epoch=self.epoch,
            protocol_min=laagste,
            protocol_max=hoogste,
            max_ops=self.max_ops,
            server_time=BEGIN,
        )

    def code(self, officer: str) -> DeviceCode:
        """POST /v1/device-code."""
        geheim = f"code-{len(self.codes)}"
        self.codes[geheim] = officer
        return DeviceCode(
            device_code=geheim,
            user_code="BCDF-GHJK",
            verification_uri="http://127.0.0.1/aanmelden",
            expires_in=600,
            interval=2,
        )

    def token(self, verzoek: TokenRequest) -> Token:
        """POST /v1/token."""
        officer = self.codes.get(verzoek.device_code)
        if officer is None or self.goedkeuring != "granted":
            return Token(state="expired" if officer is None else self.goedkeuring)
        geheim = f"token-{len(self.tokens)}"
        self.tokens[geheim] = officer
        return Token(state="granted", token=geheim, ambtenaar=self.ambtenaren[officer])

    def schrijf_in(self, officer: str, verzoek: Enrol) -> Device:
        """POST /v1/devices: the same vault asking again is the same laptop."""
        for device, (wie, eerder) in self.apparaten.items():
            if wie == officer and eerder.incarnation == verzoek.incarnation:
                return Device(device=device, state=self.staat(device))
        device = f"dev-{len(self.apparaten)}"
        self.apparaten[device] = (officer, verzoek)
        return Device(device=device, state=DeviceState.ACTIVE)


class Kabel(httpx.BaseTransport):
    """The shortest way to a Gemeente; ``aanmelder`` is who approves a code. Counts what passes."""

    def __init__(self, gemeente: Gemeente, aanmelder: str = "a") -> None:
        self.gemeente = gemeente
        self.aanmelder = aanmelder
        self.verzoeken: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as the server would."""
        self.verzoeken.append(f"{request.method} {request.url.path}")
        body = request.read()
        if request.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        try:
            return antwoord(200, self._route(request, body))
        except Weigering as weigering:
            return antwoord(weigering.status, Problem(code=weigering.code, bericht="Dat gaat niet."))

    def _route(self, request: httpx.Request, body: bytes) -> Model:
        gemeente = self.gemeente
        match request.url.path:
            case "/v1/hello":
                return gemeente.groet()
            case "/v1/device-code":
                return gemeente.code(self.aanmelder)
            case "/v1/token":
                return gemeente.token(TokenRequest.model_validate(read(body)))
        officer = gemeente.tokens.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if officer is None:
            raise Weigering(401, "aanmelden")
        if request.url.path == "/v1/devices":
            return gemeente.schrijf_in(officer, Enrol.model_validate(read(body)))
        return self._werk(request, body, officer)

    def _werk(self, request: httpx.Request, body: bytes, officer: str) -> Model:
        gemeente = self.gemeente
        device = request.headers.get("X-Device", "")
        if device not in gemeente.apparaten:
            raise Weigering(403, "apparaat")
        match request.url.path:
            case "/v1/ops":
                return gemeente.duw(officer, device, read(body))
            case "/v1/changes":
                vraag = request.url.params
                return gemeente.pagina(officer, device, vraag["cursor"], int(vraag["limit"]))
            case "/v1/digest":
                return gemeente.overzicht(officer)
        raise Weigering(404, "onbekend")


def antwoord(status: int, model: Model) -> httpx.Response:
    """An answer as it travels, large ones compressed."""
    body = model.model_dump_json().encode()
    kop = {"Content-Type": "application/json"}
    if len(body) > 1_000:
        body, kop = gzip.compress(body, 1), {**kop, "Content-Encoding": "gzip"}
    return httpx.Response(status, headers=kop, stream=httpx.ByteStream(body))
