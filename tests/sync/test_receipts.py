"""What a person decided of refused work reaches the laptop, once, and stops nothing when it does not."""

from __future__ import annotations

import pytest

from leerplicht_desktop.casework.ports.brievenbus import AntwoordSoort
from leerplicht_protocol.messages import Hello, OpResult, OpStatus

from .fake_server import Gemeente, Kabel
from .faults import Omweg, Storing, eenmaal, zegt
from .laptop import Laptop, gemeente

ASKED = "POST /v1/receipts"


class Judging(Gemeente):
    """A server on which people decide."""

    def groet(self) -> Hello:
        return super().groet().model_copy(update={"receipts": True})

    def decide(self, op: str, status: OpStatus, reason: str) -> None:
        mark, _ = self.ops[op]
        self.ops[op] = (mark, OpResult(op=op, status=status, rev=1, seq=90, reason=reason))


@pytest.fixture
def server() -> Judging:
    made = gemeente(soort=Judging)
    assert isinstance(made, Judging)
    return made


def _refused(server: Judging, cable: Kabel | Storing) -> tuple[Laptop, str]:
    """A laptop of which a note was refused: the dossier went to somebody else."""
    laptop = Laptop(server, transport=cable)
    laptop.loop.round()
    laptop.kluis.notitie("op-1", "n-1", ("d0",), "gesprek")
    server.trek_in("a", "d0")
    assert laptop.loop.round().refused == 1
    return laptop, laptop.kluis.staat.uitvak[-1].verzending.op


def _answer(laptop: Laptop) -> tuple[AntwoordSoort, str]:
    answer = laptop.kluis.staat.uitvak[-1].antwoord
    assert answer is not None
    return answer.soort, answer.reden


@pytest.mark.parametrize(
    ("status", "soort", "reason"),
    [
        (OpStatus.APPLIED, AntwoordSoort.APPLIED, "vrijgegeven: gebeld"),
        (OpStatus.APPLIED, AntwoordSoort.APPLIED, "overgedragen: Bram"),
        (OpStatus.REJECTED, AntwoordSoort.REJECTED, "afgewezen: ander gezin"),
    ],
)
def test_a_decision_is_heard_and_then_asked_no_more(
    server: Judging, status: OpStatus, soort: AntwoordSoort, reason: str
) -> None:
    cable = Kabel(server)
    laptop, op = _refused(server, cable)
    laptop.loop.round()
    assert _answer(laptop) == (AntwoordSoort.REJECTED, "out_of_scope")
    server.decide(op, status, reason)
    assert laptop.loop.round().problem is None
    assert _answer(laptop) == (soort, reason)
    cable.verzoeken.clear()
    assert laptop.loop.round().problem is None
    assert ASKED not in cable.verzoeken


def test_nothing_is_asked_when_nothing_was_refused_or_the_server_is_older(server: Judging) -> None:
    cable = Kabel(server)
    Laptop(server, transport=cable).loop.round()
    assert ASKED not in cable.verzoeken
    older = gemeente()
    cable = Kabel(older)
    laptop = Laptop(older, transport=cable)
    laptop.loop.round()
    laptop.kluis.notitie("op-1", "n-1", ("d0",), "gesprek")
    older.trek_in("a", "d0")
    laptop.loop.round()
    laptop.loop.round()
    assert ASKED not in cable.verzoeken


@pytest.mark.parametrize("trouble", [zegt(404, b"{}"), zegt(500, b""), zegt(200, b"{}"), zegt(429, b"")])
def test_a_server_that_does_not_answer_it_stops_nothing(server: Judging, trouble: Omweg) -> None:
    laptop, op = _refused(server, Kabel(server))
    server.decide(op, OpStatus.APPLIED, "vrijgegeven")
    laptop.transport = Storing(Kabel(server), eenmaal("/v1/receipts", trouble))
    laptop.herstart()
    laptop.kluis.notitie("op-2", "n-2", ("d1",), "volgende")
    result = laptop.loop.round()
    assert (result.problem, result.sent) == (None, 1)
    assert laptop.loop.round().problem is None
    first = laptop.kluis.staat.uitvak[0].antwoord
    assert first is not None
    assert first.soort is AntwoordSoort.APPLIED
