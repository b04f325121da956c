"""Push: the outbox in order, in batches; every item gets its own receipt.

Nothing that the officer wrote blocks what comes after it. An operation that the server cannot read is found
by halving the batch and marked rejected with the reason; one over which the server falls (500) is left for a
later round while the rest goes on. A repeat after a lost answer is byte for byte the same, so the server
recognises it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import JsonValue

from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.casework.ports.werk import Json, Verzending
from leerplicht_desktop.casework.problems import ApparaatIngetrokken, ServerWeigert, SyncProblem
from leerplicht_desktop.casework.uitvak.deelveld import DOSSIER
from leerplicht_desktop.casework.uitvak.draad import wereldtijd
from leerplicht_protocol import gate
from leerplicht_protocol.codec import canonical
from leerplicht_protocol.messages import Create, DeviceState, OpResult, OpStatus, Patch, PushResponse
from leerplicht_protocol.model import PROTOCOL

from .refusals import Busy, Unprocessable
from .rounds import Round
from .wire import read_model

BATCH_BYTES = 4 * 1024 * 1024
"""Largest batch, in bytes before compression; a single larger operation still goes alone."""

BATCH_OPS = 200
"""Most operations in a batch, as the protocol allows."""

_HALVINGS = 24
"""How often a round halves a batch over which the server fell; more would only burden a sick server."""

_KINDS = {
    OpStatus.APPLIED: AntwoordSoort.APPLIED,
    OpStatus.CONFLICT: AntwoordSoort.CONFLICT,
    OpStatus.REJECTED: AntwoordSoort.REJECTED,
    OpStatus.WAITING: AntwoordSoort.WAITING,
}


class Push:
    """One push, until the outbox holds nothing that can go now."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self._offset_ms = _offset_ms(round_.clock.nu(), round_.hello.server_time)
        self._skipped: set[str] = set()
        self._answered: set[str] = set()
        self._suspect: list[tuple[str, Unprocessable]] = []
        self._stumbled: SyncProblem | None = None
        self._halvings = _HALVINGS
        self._revoked = False
        self._read = False

    def push(self) -> SyncProblem | None:
        """Send what waits. Returns a problem that need not stop the pull; raises one that must."""
        while batch := self._next():
            self._send(batch)
        if self._revoked:
            raise ApparaatIngetrokken
        return self._judge() or self._stumbled

    def _next(self) -> list[Verzending]:
        at_most = max(1, min(BATCH_OPS, self._round.hello.max_ops))
        question = at_most + len(self._skipped)
        open_ = self._round.act(lambda work: work.brievenbus.openstaand(question))
        batch: list[Verzending] = []
        size = 0
        for item in open_:
            if item.op in self._skipped or item.op in self._answered:
                continue
            size += _size(item) + item.later
            if batch and (size > BATCH_BYTES or len(batch) == at_most):
                break
            batch.append(item)
        return batch

    def _send(self, batch: Sequence[Verzending]) -> None:
        """Send a batch, or halves of it when the server cannot take it whole."""
        readable = [item for item in batch if self._check(item)]
        if not readable:
            return
        self._round.go_on()
        try:
            answer = self._round.wire.push(self._request(self._whole(readable)))
        except Unprocessable as refusal:
            if len(readable) == 1:
                self._suspect.append((readable[0].op, refusal))
        except Busy as busy:
            if not busy.stumbles or self._halvings == 0:
                raise
            self._halvings -= 1
            if len(readable) == 1:
                self._stumbled = busy
        else:
            self._settle(readable, answer)
            return
        self._halve(readable)

    def _halve(self, batch: Sequence[Verzending]) -> None:
        if len(batch) == 1:
            self._skipped.add(batch[0].op)
            return
        middle = len(batch) // 2
        self._send(batch[:middle])
        self._send(batch[middle:])

    def _check(self, item: Verzending) -> bool:
        """Whether it obeys the protocol and is not too large; if not, no server will ever take it."""
        model = Patch if item.entity == DOSSIER else Create
        against = "vorm" if read_model(model, operation(item)) is None else _too_heavy(item)
        if against:
            self._keep([Antwoord(item.op, AntwoordSoort.REJECTED, reden=against)])
        return not against

    def _whole(self, batch: Sequence[Verzending]) -> Sequence[Verzending]:
        """The batch with its content, which is only taken out of the vault when it leaves."""
        if not any(item.later for item in batch):
            return batch
        return self._round.act(lambda work: [work.brievenbus.volledig(item) for item in batch])

    def _request(self, batch: Sequence[Verzending]) -> JsonValue:
        koppeling = self._round.koppeling
        return {
            "device": koppeling.device,
            "incarnation": koppeling.incarnation,
            "protocol": PROTOCOL,
            "epoch": koppeling.epoch,
            "seen": self._round.act(lambda work: work.plaats.gezien()),
            "clock": {"wall": wereldtijd(self._round.clock.nu()), "offset_ms": self._offset_ms},
            "ops": [operation(item) for item in batch],
        }

    def _settle(self, batch: Sequence[Verzending], answer: PushResponse) -> None:
        """Settle what was answered. A server that leaves operations out is asked again another time."""
        asked = {item.op for item in batch}
        results = [result for result in answer.results if result.op in asked]
        self._skipped |= {r.op for r in results if r.status is OpStatus.WAITING}
        self._revoked |= answer.device_state is DeviceState.REVOKED
        self._read = True
        self._keep([answer_of(result) for result in results], answer.at)
        unanswered = asked - {result.op for result in results}
        if unanswered:
            self._skipped |= unanswered
            self._stumbled = ServerWeigert("De server van de gemeente beantwoordde niet alles.")

    def _keep(self, answers: Sequence[Antwoord], at: str = "") -> None:
        self._answered |= {answer.op for answer in answers}  # nothing goes twice in one round
        tally = self._round.tally
        tally.touched.append(self._round.act(lambda work: work.brievenbus.verwerk(answers, at)))
        for answer in answers:
            tally.sent += answer.soort in {AntwoordSoort.APPLIED, AntwoordSoort.CONFLICT}
            tally.refused += answer.soort is AntwoordSoort.REJECTED
        self._round.report()

    def _judge(self) -> SyncProblem | None:
        """Reject what the server could not read, unless it read nothing at all: then it is not the work."""
        if not self._suspect:
            return None
        own = [(op, refusal.code) for op, refusal in self._suspect if refusal.code]
        if len(own) != len(self._suspect) or not (self._read or len(own) == 1):
            return self._suspect[0][1]
        self._keep([Antwoord(op, AntwoordSoort.REJECTED, reden=code) for op, code in own])
        return None


def operation(item: Verzending) -> dict[str, JsonValue]:
    """The operation as JSON: made of the outbox row alone, so that it is the same at every try."""
    if item.entity == DOSSIER:
        return {
            "kind": "patch",
            "op": item.op,
            "n": item.n,
            "entity": item.entity,
            "id": item.id,
            "dossiers": list(item.dossiers),
            "set": as_json(item.body["set"]),
            "at": wereldtijd(item.at),
        }
    return {
        "kind": "create",
        "op": item.op,
        "n": item.n,
        "entity": item.entity,
        "id": item.id,
        "dossiers": list(item.dossiers),
        "body": {name: as_json(value) for name, value in item.body.items()},
        "at": wereldtijd(item.at),
        "after": list(item.after),
    }


def _too_heavy(item: Verzending) -> str:
    body = {name: as_json(value) for name, value in item.body.items()}
    return gate.HEAVY if gate.heavy(item.entity, body) else ""


def _size(item: Verzending) -> int:
    try:
        return len(canonical(operation(item)))
    except ValueError:  # half a character, or no number: _keur rejects it
        return 0


def as_json(value: Json) -> JsonValue:
    """A port's JSON value as pydantic names it."""
    if isinstance(value, Mapping):
        return {name: as_json(part) for name, part in value.items()}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return [as_json(part) for part in value]


def answer_of(result: OpResult) -> Antwoord:
    """A receipt as the vault keeps it."""
    return Antwoord(
        result.op,
        _KINDS[result.status],
        result.rev,
        result.seq,
        result.reason,
        canonical(result.model_dump(mode="json")).decode(),
    )


def _offset_ms(own: datetime, server: datetime) -> int:
    return round((server - own).total_seconds() * 1000)
