"""A municipal server in memory that obeys the wire contract, and the transport that reaches it.

Every rule that an invariant rests on is a method of its own, so that a mutant can break exactly one.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

import httpx
from pydantic import JsonValue, ValidationError

from leerplicht_protocol.codec import fingerprint, read, revision_hash
from leerplicht_protocol.messages import (
    Change,
    ChangesPage,
    Create,
    Digest,
    DigestLine,
    Enrol,
    Evict,
    Noted,
    OpResult,
    OpStatus,
    Problem,
    PushRequest,
    PushResponse,
    Receipts,
    ReceiptsRequest,
    TokenRequest,
    UnreadableReport,
)
from leerplicht_protocol.model import Model
from leerplicht_protocol.numbers import BLOCK_SIZE, Nummerblok, NummerblokRequest
from leerplicht_protocol.proof import HEADER, NONCE_HEADER, Proof, ProofError, Target, address_of, read_proof
from leerplicht_protocol.records import BODY, OWN_WORK, Entity
from leerplicht_protocol.session import RENEW, SESSION, SIGN_IN, Refused, RenewRequest, SessionRequest

from .fake_office import BEGIN, Archief, Loket, Rec, Zitting


class WeigeringError(Exception):
    """An answer other than 200."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


@dataclass
class Gemeente(Loket, Archief):
    """State and rules."""

    max_page: int = 1_000
    ops: dict[str, tuple[str, OpResult]] = field(default_factory=dict)
    quarantaine: dict[str, str] = field(default_factory=dict)
    duwen: int = 0
    blokken: dict[tuple[str, int, int], int] = field(default_factory=dict)
    onleesbaar: list[UnreadableReport] = field(default_factory=list)

    # -- push -------------------------------------------------------------------------------------

    def duw(self, officer: str, device: str, ruw: JsonValue) -> PushResponse:
        """POST /v1/ops."""
        try:
            verzoek = PushRequest.model_validate(ruw)
        except ValidationError:
            raise WeigeringError(422, "vorm") from None
        if verzoek.epoch != self.epoch:
            raise WeigeringError(410, "epoch")
        if not self.kent(verzoek.seen):
            raise WeigeringError(409, "teruggezet")
        assert isinstance(ruw, dict)
        inhoud = ruw["ops"]
        assert isinstance(inhoud, list)
        self.duwen += 1
        uit = [self.een(officer, op, rauw) for op, rauw in zip(verzoek.ops, inhoud, strict=True)]
        return PushResponse(
            device_state=self.staat(device),
            results=tuple(uit),
            head=self.seq,
            server_time=BEGIN,
            at=self.merk(),
        )

    def een(self, officer: str, op: object, ruw: JsonValue) -> OpResult:
        """One operation: judged once, answered the same for ever."""
        assert isinstance(op, Create)
        merk = fingerprint(ruw)
        eerder = self.bekend(op.op)
        if eerder is not None:
            if eerder[0] != merk:
                raise WeigeringError(422, "op_gewijzigd")
            return eerder[1]
        resultaat = self.oordeel(officer, op)
        if resultaat.status is not OpStatus.WAITING:
            self.ops[op.op] = (merk, resultaat)
        if resultaat.status is OpStatus.REJECTED:
            self.quarantaine[op.op] = op.id
            self.volgende()
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

    def nummers(self, device: str, vraag: NummerblokRequest) -> Nummerblok:
        """POST /v1/nummers: the same question, the same block."""
        sleutel = (device, vraag.jaar, vraag.volg)
        van = self.blokken.setdefault(sleutel, 1 + BLOCK_SIZE * len(self.blokken))
        return Nummerblok(
            organisatie="OEF", jaar=vraag.jaar, volg=vraag.volg, van=van, tot=van + BLOCK_SIZE - 1
        )

    # -- pull -------------------------------------------------------------------------------------

    def pagina(self, officer: str, device: str, cursor: str, limit: int, seen: str = "") -> ChangesPage:
        """GET /v1/changes."""
        if not self.kent(seen):
            raise WeigeringError(409, "teruggezet")
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
            at=self.merk(),
        )

    def lees_cursor(self, cursor: str) -> tuple[int, str, str]:
        """The place that a cursor names."""
        if not cursor:
            return (0, "", "")
        try:
            seq, soort, id_ = json.loads(base64.urlsafe_b64decode(cursor))
        except ValueError:
            raise WeigeringError(400, "cursor") from None
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


class Kabel(httpx.BaseTransport):
    """The shortest way to a Gemeente; ``aanmelder`` is who approves a code. Counts what passes."""

    def __init__(self, gemeente: Gemeente, aanmelder: str = "a") -> None:
        self.gemeente = gemeente
        self.aanmelder = aanmelder
        self.verzoeken: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as the server would."""
        self.verzoeken.append(f"{request.method} {request.url.path}")
        sent = request.read()
        body = gzip.decompress(sent) if request.headers.get("Content-Encoding") == "gzip" else sent
        try:
            uit = antwoord(200, self._route(request, sent, body))
        except WeigeringError as weigering:
            uit = antwoord(weigering.status, Problem(code=weigering.code, bericht="Dat gaat niet."))
        uit.headers[NONCE_HEADER] = self.gemeente.nonce
        return uit

    def _bewijs(self, request: httpx.Request, sent: bytes, token: str) -> Proof:
        """The proof of a request, judged as the server judges it."""
        adres = address_of(f"{request.url.scheme}://{request.url.netloc.decode()}", request.url.path)
        try:
            bewijs = read_proof(request.headers.get(HEADER, ""), Target(request.method, adres), token=token)
        except ProofError:
            raise WeigeringError(401, Refused.SIGN_IN) from None
        if bewijs.nonce != self.gemeente.nonce:
            raise WeigeringError(401, Refused.NONCE)
        if not bewijs.covers(sent):
            raise WeigeringError(401, Refused.SIGN_IN)
        return bewijs

    def _route(self, request: httpx.Request, sent: bytes, body: bytes) -> Model:
        gemeente = self.gemeente
        if request.url.path == "/v1/hello":
            return gemeente.groet()
        token = request.headers.get("Authorization", "").removeprefix(f"{HEADER} ")
        bewijs = self._bewijs(request, sent, token)
        binnen = self._aanmelden(request.url.path, body, bewijs)
        if binnen is not None:
            return binnen
        zitting = gemeente.tokens.get(token)
        if zitting is None or zitting.sleutel not in {"", bewijs.thumbprint}:
            raise WeigeringError(401, Refused.SIGN_IN)
        if request.url.path == "/v1/devices":
            return gemeente.schrijf_in(zitting, Enrol.model_validate(read(body)))
        return self._werk(request, body, zitting)

    def _aanmelden(self, path: str, body: bytes, bewijs: Proof) -> Model | None:
        """What needs a proof and no token."""
        gemeente, sleutel = self.gemeente, bewijs.thumbprint
        if path == "/v1/device-code":
            return gemeente.code(self.aanmelder)
        if path == "/v1/token":
            return gemeente.token(TokenRequest.model_validate(read(body)), sleutel)
        if path == SIGN_IN:
            return gemeente.aanmelden
        if path == SESSION:
            gemeente.gewisseld.append(SessionRequest.model_validate(read(body)))
            return gemeente.sessie(gemeente.zitting(self.aanmelder, sleutel))
        if path == RENEW:
            return self._vernieuw(RenewRequest.model_validate(read(body)), bewijs)
        return None

    def _vernieuw(self, verzoek: RenewRequest, bewijs: Proof) -> Model:
        zitting = self.gemeente.vernieuwingen.get(verzoek.renewal)
        if zitting is None or zitting.sleutel not in {"", bewijs.thumbprint}:
            raise WeigeringError(401, Refused.SIGN_IN)
        zitting.sleutel = bewijs.thumbprint
        return self.gemeente.sessie(zitting)

    def _werk(self, request: httpx.Request, body: bytes, zitting: Zitting) -> Model:
        gemeente, officer, device = self.gemeente, zitting.officer, zitting.device
        if device not in gemeente.apparaten:
            raise WeigeringError(403, Refused.NOT_ENROLLED)
        match request.url.path:
            case "/v1/ops":
                return gemeente.duw(officer, device, read(body))
            case "/v1/receipts":
                gevraagd = ReceiptsRequest.model_validate(read(body)).ops
                return Receipts(results=tuple(gemeente.ops[op][1] for op in gevraagd if op in gemeente.ops))
            case "/v1/nummers":
                return gemeente.nummers(device, NummerblokRequest.model_validate(read(body)))
            case "/v1/changes":
                vraag = request.url.params
                return gemeente.pagina(officer, device, vraag["cursor"], int(vraag["limit"]), vraag["seen"])
            case "/v1/unreadable":
                gemeente.onleesbaar.append(UnreadableReport.model_validate(read(body)))
                return Noted(count=len(gemeente.onleesbaar[-1].records))
            case "/v1/digest":
                return gemeente.overzicht(officer)
        raise WeigeringError(404, "onbekend")


def antwoord(status: int, model: Model) -> httpx.Response:
    """An answer as it travels, large ones compressed."""
    body = model.model_dump_json().encode()
    kop = {"Content-Type": "application/json"}
    if len(body) > 1_000:
        body, kop = gzip.compress(body, 1), {**kop, "Content-Encoding": "gzip"}
    return httpx.Response(status, headers=kop, stream=httpx.ByteStream(body))
