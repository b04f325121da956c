"""R15: each thing the rule names keeps a proces-verbaal a concept; with all of them it can be sealed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leerplicht_desktop.domain.handhaving.compleet import is_compleet, punten
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal, Verdachte
from leerplicht_desktop.domain.handhaving.pvfeiten import Pvfeiten, Registerstand
from tests.documents.pv_voorbeelden import jongere_zelf, luxe

VOL = luxe()
GATEN: dict[str, ProcesVerbaal] = {
    "verbalisant.aktenummer": replace(VOL, verbalisant=replace(VOL.verbalisant, aktenummer=" ")),
    "verbalisant.standplaats": replace(VOL, verbalisant=replace(VOL.verbalisant, standplaats="")),
    "verbalisant.domein": replace(VOL, verbalisant=replace(VOL.verbalisant, domein="")),
    "verbalisant.eed": replace(VOL, verbalisant=replace(VOL.verbalisant, eed=None)),
    "plaats": replace(VOL, plaats="\t"),
    "datum": replace(VOL, datum=None),
    "feiten": replace(VOL, feiten=()),
    "verdachte.naam": replace(VOL, verdachte=replace(VOL.verdachte, naam="")),
    "verdachte.geboren": replace(VOL, verdachte=replace(VOL.verdachte, geboren=None)),
    "redenen_van_wetenschap": replace(VOL, redenen_van_wetenschap=" \n"),
}


@pytest.mark.parametrize("veld", GATEN)
def test_one_gap_is_listed_and_keeps_it_a_concept(veld: str) -> None:
    (gat,) = (punt for punt in punten(GATEN[veld]) if punt.moet)
    assert (gat.veld, bool(gat.bericht), bool(gat.regel)) == (veld, True, True)
    assert not is_compleet(GATEN[veld])


def test_two_gaps_are_both_listed() -> None:
    beide = replace(GATEN["datum"], plaats="")
    assert [punt.veld for punt in punten(beide) if punt.moet] == ["plaats", "datum"]


def test_all_filled_in_can_be_sealed_also_with_advice_left_open() -> None:
    assert is_compleet(VOL)
    assert is_compleet(jongere_zelf())
    zonder_parket = replace(VOL, verbalisant=replace(VOL.verbalisant, parket=""))
    assert [punt.moet for punt in punten(zonder_parket)] == [False]
    assert is_compleet(zonder_parket)


def test_a_dead_suspect_is_not_prosecuted() -> None:
    """Sr 69."""
    (punt,) = punten(VOL, Pvfeiten(Registerstand(VOL.verdachte.adres, overleden=True)))
    assert (punt.veld, punt.regel, punt.moet) == ("verdachte", "Sr 69", True)


@pytest.mark.parametrize(
    ("verdachte", "register", "gevraagd"),
    [
        (VOL.verdachte, Registerstand(VOL.verdachte.adres), False),
        (VOL.verdachte, Registerstand("Nieuwegracht 9, 1234 ZZ Demostad"), True),
        (
            replace(VOL.verdachte, verblijfadres="Nieuwegracht 9, 1234 ZZ Demostad"),
            Registerstand("Nieuwegracht 9, 1234 ZZ Demostad"),
            False,
        ),
        (VOL.verdachte, Registerstand(), False),
        (VOL.verdachte, None, False),
    ],
)
def test_an_address_that_changed_is_advice(
    verdachte: Verdachte, register: Registerstand | None, gevraagd: bool
) -> None:
    open_ = punten(replace(VOL, verdachte=verdachte), Pvfeiten(register))
    assert [punt.veld for punt in open_] == ["verdachte.adres"] * gevraagd
    assert not any(punt.moet for punt in open_)
