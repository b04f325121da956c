"""The office of the municipality in memory: its records and grants, and the counter where laptops sign in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from pydantic import JsonValue

from leerplicht_protocol.messages import Ambtenaar, DeviceCode, DeviceState, Enrol, Hello, TokenRequest
from leerplicht_protocol.model import PROTOCOL
from leerplicht_protocol.records import Entity
from leerplicht_protocol.session import CodeToken, Enrolled, Session, SessionRequest, SessionState, SignIn

_MERKEN = itertools.count()
BEGIN = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


AANMELDEN = SignIn(
    handle="handvat",
    nonce="nonce-van-de-server",
    issuer="https://inloggen.example",
    authorization_endpoint="https://inloggen.example/authorize",
    client_id="leerplicht-laptop",
    scope="openid groups",
    iss_required=True,
)


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
class Archief:
    """Records, who may see them, and the one order there is."""

    records: dict[tuple[str, str], Rec] = field(default_factory=dict)
    toegang: dict[tuple[str, str], Toegang] = field(default_factory=dict)
    seq: int = 0
    merken: dict[int, str] = field(default_factory=dict)

    def volgende(self) -> int:
        """The next place in the one order there is."""
        self.seq += 1
        return self.seq

    def merk(self) -> str:
        """The mark of the last place: one that no other history has."""
        return f"{self.seq}.{self.merken.setdefault(self.seq, self.nieuw_merk())}"

    def nieuw_merk(self) -> str:
        """Never the same twice."""
        return str(next(_MERKEN))

    def kent(self, gezien: str) -> bool:
        """Whether a laptop saw a place of this history."""
        plaats, _, merk = gezien.partition(".")
        return not gezien or self.merken.get(int(plaats)) == merk

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


@dataclass
class Zitting:
    """A session: whose, of which laptop (empty: not enrolled), under which key."""

    officer: str
    device: str = ""
    sleutel: str = ""


@dataclass
class Loket:
    """Who the server is, and whom it knows."""

    epoch: str = "epoch-1"
    protocol: tuple[int, int] = (1, PROTOCOL)
    max_ops: int = 200
    ambtenaren: dict[str, Ambtenaar] = field(default_factory=dict)
    tokens: dict[str, Zitting] = field(default_factory=dict)
    vernieuwingen: dict[str, Zitting] = field(default_factory=dict)
    uitgegeven: int = 0
    nonce: str = "nonce-0"
    apparaten: dict[str, tuple[str, Enrol]] = field(default_factory=dict)
    ingetrokken: set[str] = field(default_factory=set)
    weg: Literal["code", "provider"] = "code"
    aanmelden: SignIn = AANMELDEN
    gewisseld: list[SessionRequest] = field(default_factory=list)
    goedkeuring: Literal["pending", "granted", "expired", "denied"] = "granted"
    codes: dict[str, str] = field(default_factory=dict)

    def groet(self) -> Hello:
        """GET /v1/hello."""
        laagste, hoogste = self.protocol
        return Hello(
            municipality="Oefenstad",
            practice=True,
            sign_in=self.weg,
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

    def token(self, verzoek: TokenRequest, sleutel: str) -> CodeToken:
        """POST /v1/token."""
        officer = self.codes.get(verzoek.device_code)
        if officer is None or self.goedkeuring != "granted":
            return CodeToken(state="expired" if officer is None else self.goedkeuring)
        return CodeToken(state="granted", session=self.sessie(self.zitting(officer, sleutel)))

    def zitting(self, officer: str, sleutel: str) -> Zitting:
        """The session of this officer under this key."""
        zelfde = (z for z in self.vernieuwingen.values() if (z.officer, z.sleutel) == (officer, sleutel))
        return next(zelfde, None) or Zitting(officer, "", sleutel)

    def sessie(self, zitting: Zitting) -> Session:
        """A new pair. The renewal before it stays good, as for a minute in earnest: answers get lost."""
        self.tokens = {token: wie for token, wie in self.tokens.items() if wie is not zitting}
        self.uitgegeven += 1
        nummer = self.uitgegeven
        self.tokens[f"token-{nummer}"] = self.vernieuwingen[f"vernieuw-{nummer}"] = zitting
        return Session(
            token=f"token-{nummer}",
            renewal=f"vernieuw-{nummer}",
            seconds=300,
            until=BEGIN + timedelta(hours=10),
            state=self.stand(zitting.device),
            name=zitting.officer,
            ambtenaar=self.ambtenaren[zitting.officer],
            device=zitting.device,
        )

    def stand(self, device: str) -> SessionState:
        """What a session of this laptop may do."""
        if not device:
            return SessionState.NEW
        return SessionState.REVOKED if device in self.ingetrokken else SessionState.ACTIVE

    def schrijf_in(self, zitting: Zitting, verzoek: Enrol) -> Enrolled:
        """POST /v1/devices: the same key asking again is the same laptop."""
        if not zitting.device:
            zitting.device = f"dev-{len(self.apparaten)}"
            self.apparaten[zitting.device] = (zitting.officer, verzoek)
        return Enrolled(
            device=zitting.device,
            state=self.staat(zitting.device),
            ambtenaar=self.ambtenaren[zitting.officer],
        )

    def staat(self, device: str) -> DeviceState:
        """What the municipality says of a laptop."""
        return DeviceState.REVOKED if device in self.ingetrokken else DeviceState.ACTIVE
