"""The manual's page of rules is what the data and the rules say today."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from leerplicht_desktop.domain.handleiding.regels import opgemaakt, schrijf
from leerplicht_desktop.domain.handleiding.regelvoorbeelden import HANDLEIDINGREGELS
from leerplicht_desktop.domain.wet.wetboek import wetboek

BLADZIJDE = Path(__file__).parents[3] / "docs" / "handleiding" / "regels.md"


def test_the_page_is_current() -> None:
    assert BLADZIJDE.read_text("utf-8") == opgemaakt(), (
        "Maak de bladzijde opnieuw:"
        " python -m leerplicht_desktop.domain.handleiding.regels > docs/handleiding/regels.md"
    )


def test_shows_every_rule_with_an_example_and_every_provision_with_its_source() -> None:
    bladzijde = opgemaakt()
    for regel in HANDLEIDINGREGELS:
        assert f"## {regel.titel} ({regel.nummer})" in bladzijde
        assert all(vraag and antwoord for vraag, antwoord in regel.voorbeelden())
        assert any(True for _ in regel.voorbeelden())
    for versies in wetboek().bepalingen.values():
        for versie in versies:
            assert f"| {versie.sleutel} | " in bladzijde
            assert versie.bron.replace("|", "\\|") in bladzijde


def test_the_numbers_are_those_of_the_rules() -> None:
    nummers = [regel.nummer for regel in HANDLEIDINGREGELS]
    assert nummers == list(dict.fromkeys(nummers))
    assert nummers[:30] == [f"R{n:02d}" for n in range(1, 31)]
    assert all(regel.bepalingen for regel in HANDLEIDINGREGELS[:30])


@pytest.mark.parametrize("als_programma", [False, True])
def test_writes_the_page_to_standard_output(
    als_programma: bool, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    if als_programma:
        monkeypatch.delitem(sys.modules, "leerplicht_desktop.domain.handleiding.regels")
        with pytest.raises(SystemExit) as einde:
            runpy.run_module("leerplicht_desktop.domain.handleiding.regels", run_name="__main__")
        assert einde.value.code == 0
    else:
        assert schrijf() == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == opgemaakt()
