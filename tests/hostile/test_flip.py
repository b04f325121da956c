"""A server that was real when the laptop was enrolled, and says later that it is for practice."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.problems import ServerWeigert
from tests.sync.fake_server import Kabel
from tests.sync.laptop import Laptop, gemeente


def test_a_server_that_turns_to_practice_gets_nothing_and_the_officer_hears_it() -> None:
    kabel = Kabel(gemeente())
    laptop = Laptop(kabel.gemeente, transport=kabel)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    tie = laptop.kluis.staat.koppeling
    assert tie is not None
    laptop.kluis.staat.koppeling = replace(tie, oefenen=False)
    problem = laptop.loop.round().problem
    assert isinstance(problem, ServerWeigert)
    assert "nu om te oefenen is, en was bij het inrichten echt" in problem.bericht
    assert kabel.verzoeken == ["GET /v1/hello"]
    assert [row.open for row in laptop.kluis.staat.uitvak] == [True]
