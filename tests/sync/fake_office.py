"""The office of the municipality in memory: its records and grants, and the counter where laptops sign in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from pydantic import JsonValue

from leerplicht_protocol.messages import (
    Ambtenaar,
    Device,
    DeviceCode,
    DeviceState,
    Enrol,
    Hello,
    Token,
    TokenRequest,
)
from leerplicht_protocol.model import PROTOCOL
from leerplicht_protocol.records import Entity

BEGIN = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


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


@dataclass
class Loket:
    """Who the server is, and whom it knows."""

    epoch: str = "epoch-1"
    protocol: tuple[int, int] = (1, PROTOCOL)
    max_ops: int = 200
    ambtenaren: dict[str, Ambtenaar] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    apparaten: dict[str, tuple[str, Enrol]] = field(default_factory=dict)
    ingetrokken: set[str] = field(default_factory=set)
    goedkeuring: Literal["pending", "granted", "expired", "denied"] = "granted"
    codes: dict[str, str] = field(default_factory=dict)

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

    def staat(self, device: str) -> DeviceState:
        """What the municipality says of a laptop."""
        return DeviceState.REVOKED if device in self.ingetrokken else DeviceState.ACTIVE
