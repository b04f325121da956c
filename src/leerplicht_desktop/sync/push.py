"""Push: the outbox in order, in batches; every item gets its own receipt.

Nothing that the officer wrote blocks what comes after it. An operation that the server cannot read is found
by halving the batch and marked rejected with the reason; one over which the server falls (500) is left for a
later round while the rest goes on. A repeat after a lost answer is byte for byte the same, so the server
recognises it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from pydantic import JsonValue

from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.casework.ports.werk import Json, Verzending
from leerplicht_desktop.casework.problems import ApparaatIngetrokken, ServerWeigert, SyncProblem
from leerplicht_protocol.codec import canonical
from leerplicht_protocol.messages import Create, DeviceState, OpResult, OpStatus, PushResponse
from leerplicht_protocol.model import PROTOCOL

from .refusals import Bezet, Onverwerkbaar
from .ronde import Ronde
from .wire import lees_model

BATCH_BYTES = 4 * 1024 * 1024
"""Largest batch, in bytes before compression; a single larger operation still goes alone."""

BATCH_OPS = 200
"""Most operations in a batch, as the protocol allows."""

_HALVERINGEN = 24
"""How often a round halves a batch over which the server fell; more would only burden a sick server."""

_SOORT = {
    OpStatus.APPLIED: AntwoordSoort.APPLIED,
    OpStatus.CONFLICT: AntwoordSoort.CONFLICT,
    OpStatus.REJECTED: AntwoordSoort.REJECTED,
    OpStatus.WAITING: AntwoordSoort.WAITING,
}


class Push:
    """One push, until the outbox holds nothing that can go now."""

    def __init__(self, ronde: Ronde) -> None:
        self._ronde = ronde
        self._afwijking_ms = _afwijking_ms(ronde.klok.nu(), ronde.hello.server_time)
        self._overgeslagen: set[str] = set()
        self._beantwoord: set[str] = set()
        self._verdacht: list[tuple[str, Onverwerkbaar]] = []
        self._gestruikeld: SyncProblem | None = None
        self._halveringen = _HALVERINGEN
        self._ingetrokken = False
        self._gelezen = False

    def duw(self) -> SyncProblem | None:
        """Send what waits. Returns a problem that need not stop the pull; raises one that must."""
        while batch := self._volgende():
            self._stuur(batch)
        if self._ingetrokken:
            raise ApparaatIngetrokken
        return self._beoordeel() or self._gestruikeld

    def _volgende(self) -> list[Verzending]:
        hoogstens = max(1, min(BATCH_OPS, self._ronde.hello.max_ops))
        vraag = hoogstens + len(self._overgeslagen)
        open_ = self._ronde.doe(lambda work: work.brievenbus.openstaand(vraag))
        batch: list[Verzending] = []
        grootte = 0
        for verzending in open_:
            if verzending.op in self._overgeslagen or verzending.op in self._beantwoord:
                continue
            grootte += _grootte(verzending) + verzending.later
            if batch and (grootte > BATCH_BYTES or len(batch) == hoogstens):
                break
            batch.append(verzending)
        return batch

    def _stuur(self, batch: Sequence[Verzending]) -> None:
        """Send a batch, or halves of it when the server cannot take it whole."""
        leesbaar = [verzending for verzending in batch if self._keur(verzending)]
        if not leesbaar:
            return
        self._ronde.ga_door()
        try:
            antwoord = self._ronde.wire.push(self._verzoek(self._volledig(leesbaar)))
        except Onverwerkbaar as weigering:
            if len(leesbaar) == 1:
                self._verdacht.append((leesbaar[0].op, weigering))
        except Bezet as bezet:
            if not bezet.struikelt or self._halveringen == 0:
                raise
            self._halveringen -= 1
            if len(leesbaar) == 1:
                self._gestruikeld = bezet
        else:
            self._verwerk(leesbaar, antwoord)
            return
        self._halveer(leesbaar)

    def _halveer(self, batch: Sequence[Verzending]) -> None:
        if len(batch) == 1:
            self._overgeslagen.add(batch[0].op)
            return
        midden = len(batch) // 2
        self._stuur(batch[:midden])
        self._stuur(batch[midden:])

    def _keur(self, verzending: Verzending) -> bool:
        """Whether the envelope obeys the protocol; if not, no server will ever take it."""
        if lees_model(Create, bewerking(verzending)) is not None:
            return True
        self._leg_vast([Antwoord(verzending.op, AntwoordSoort.REJECTED, reden="vorm")])
        return False

    def _volledig(self, batch: Sequence[Verzending]) -> Sequence[Verzending]:
        """The batch with its content, which is only taken out of the vault when it leaves."""
        if not any(verzending.later for verzending in batch):
            return batch
        return self._ronde.doe(lambda work: [work.brievenbus.volledig(verzending) for verzending in batch])

    def _verzoek(self, batch: Sequence[Verzending]) -> JsonValue:
        koppeling = self._ronde.koppeling
        return {
            "device": koppeling.device,
            "incarnation": koppeling.incarnation,
            "protocol": PROTOCOL,
            "epoch": koppeling.epoch,
            "clock": {"wall": _moment(self._ronde.klok.nu()), "offset_ms": self._afwijking_ms},
            "ops": [bewerking(verzending) for verzending in batch],
        }

    def _verwerk(self, batch: Sequence[Verzending], antwoord: PushResponse) -> None:
        """Settle what was answered. A server that leaves operations out is asked again another time."""
        gevraagd = {verzending.op for verzending in batch}
        resultaten = [resultaat for resultaat in antwoord.results if resultaat.op in gevraagd]
        self._overgeslagen |= {r.op for r in resultaten if r.status is OpStatus.WAITING}
        self._ingetrokken |= antwoord.device_state is DeviceState.REVOKED
        self._gelezen = True
        self._leg_vast([_antwoord(resultaat) for resultaat in resultaten])
        onbeantwoord = gevraagd - {resultaat.op for resultaat in resultaten}
        if onbeantwoord:
            self._overgeslagen |= onbeantwoord
            self._gestruikeld = ServerWeigert("De server van de gemeente beantwoordde niet alles.")

    def _leg_vast(self, antwoorden: Sequence[Antwoord]) -> None:
        self._beantwoord |= {antwoord.op for antwoord in antwoorden}  # nothing goes twice in one round
        teller = self._ronde.teller
        teller.touched.append(self._ronde.doe(lambda work: work.brievenbus.verwerk(antwoorden)))
        for antwoord in antwoorden:
            teller.verzonden += antwoord.soort in {AntwoordSoort.APPLIED, AntwoordSoort.CONFLICT}
            teller.geweigerd += antwoord.soort is AntwoordSoort.REJECTED
        self._ronde.meld()

    def _beoordeel(self) -> SyncProblem | None:
        """Reject what the server could not read, unless it read nothing at all: then it is not the work."""
        if not self._verdacht:
            return None
        eigen = [(op, weigering.code) for op, weigering in self._verdacht if weigering.code]
        if len(eigen) != len(self._verdacht) or not (self._gelezen or len(eigen) == 1):
            return self._verdacht[0][1]
        self._leg_vast([Antwoord(op, AntwoordSoort.REJECTED, reden=code) for op, code in eigen])
        return None


def bewerking(verzending: Verzending) -> dict[str, JsonValue]:
    """The operation as JSON: made of the outbox row alone, so that it is the same at every try."""
    return {
        "kind": "create",
        "op": verzending.op,
        "n": verzending.n,
        "entity": verzending.entity,
        "id": verzending.id,
        "dossiers": list(verzending.dossiers),
        "body": {naam: als_json(waarde) for naam, waarde in verzending.body.items()},
        "at": _moment(verzending.at),
        "after": list(verzending.after),
    }


def _grootte(verzending: Verzending) -> int:
    try:
        return len(canonical(bewerking(verzending)))
    except ValueError:  # half a character, or no number: _keur rejects it
        return 0


def als_json(waarde: Json) -> JsonValue:
    """A port's JSON value as pydantic names it."""
    if isinstance(waarde, Mapping):
        return {naam: als_json(deel) for naam, deel in waarde.items()}
    if waarde is None or isinstance(waarde, bool | int | float | str):
        return waarde
    return [als_json(deel) for deel in waarde]


def _antwoord(resultaat: OpResult) -> Antwoord:
    return Antwoord(
        resultaat.op,
        _SOORT[resultaat.status],
        resultaat.rev,
        resultaat.seq,
        resultaat.reason,
        canonical(resultaat.model_dump(mode="json")).decode(),
    )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _afwijking_ms(eigen: datetime, server: datetime) -> int:
    return round((server - eigen).total_seconds() * 1000)
