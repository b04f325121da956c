"""When a proces-verbaal is complete (R05, R06, R14, R15, R21)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from leerplicht_desktop.domain.handhaving.compleet import is_compleet, punten
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.handhaving.pvzin import Spreker, Zinsoort
from leerplicht_desktop.domain.handhaving.verhoor import Gewicht
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from tests.documents.pv_voorbeelden import absoluut, jongere_zelf, luxe

Wijziging = Callable[[ProcesVerbaal], ProcesVerbaal]


def blokkerend(pv: ProcesVerbaal) -> list[str]:
    return [punt.veld for punt in punten(pv) if punt.moet]


def advies(pv: ProcesVerbaal) -> list[str]:
    return [punt.veld for punt in punten(pv) if not punt.moet]


def vragen(pv: ProcesVerbaal) -> list[str]:
    return [punt.veld for punt in punten(pv) if punt.gewicht is Gewicht.ANTWOORD]


def test_a_complete_one_has_no_points() -> None:
    assert punten(luxe()) == ()
    assert is_compleet(jongere_zelf())


def test_nobody_swears_to_days_that_must_still_come() -> None:
    """A fact that ends after the day of closing cannot have been seen."""
    pv = luxe()
    laatste = max(feit.grondslag.tot for feit in pv.feiten)
    rest = replace(pv, bevindingen=(), verhoren=())
    assert "datum" not in blokkerend(replace(rest, datum=laatste))
    assert "datum" in blokkerend(replace(rest, datum=laatste - timedelta(days=1)))


def test_each_jongere_has_days_that_the_school_reported() -> None:
    pv = luxe()
    ander = pv.feiten[-1].jongere.naam
    zonder = replace(pv, verzuim=tuple(regel for regel in pv.verzuim if regel.jongere != ander))
    found = [punt for punt in punten(zonder) if punt.veld.endswith(".periode")]
    assert [punt.veld for punt in found] == [f"feiten.{len(pv.feiten) - 1}.periode"]
    assert ander in found[0].bericht
    assert found[0].gewicht is Gewicht.BLOKKEERT
    assert punten(replace(zonder, aanvulling_op="OEF-2026-000101")) == ()
    assert "feiten.0.periode" not in advies(absoluut())


def test_every_point_names_what_to_do_and_who_asks() -> None:
    found = punten(absoluut())
    assert len(found) > 10
    assert all(punt.bericht[-1] in ".?" and punt.regel for punt in found)
    assert [punt.moet for punt in found] == sorted((punt.moet for punt in found), reverse=True)


def _verbalisant(**velden: Any) -> Wijziging:
    return lambda pv: replace(pv, verbalisant=replace(pv.verbalisant, **velden))


def _verdachte(veld: str, waarde: Any) -> Wijziging:
    return lambda pv: replace(pv, verdachte=replace(pv.verdachte, **{veld: waarde}))


@pytest.mark.parametrize(
    ("veld", "wijziging"),
    [
        ("verbalisant.aktenummer", _verbalisant(aktenummer="")),
        ("verbalisant.standplaats", _verbalisant(standplaats=" ")),
        ("verbalisant.domein", _verbalisant(domein="")),
        ("verbalisant.eed", _verbalisant(eed=None)),
        ("plaats", lambda pv: replace(pv, plaats="")),
        ("datum", lambda pv: replace(pv, datum=None)),
        ("feiten", lambda pv: replace(pv, feiten=())),
        ("verdachte.naam", _verdachte("naam", "")),
        ("verdachte.geboren", _verdachte("geboren", None)),
        ("verdachte.adres", _verdachte("adres", "")),
        ("verdachte.hoedanigheid", _verdachte("hoedanigheid", "")),
        ("redenen_van_wetenschap", lambda pv: replace(pv, redenen_van_wetenschap="")),
        ("bevindingen", lambda pv: replace(pv, bevindingen=())),
        ("feiten.0.plaats", lambda pv: replace(pv, feiten=(replace(pv.feiten[0], plaats=""),))),
    ],
)
def test_each_missing_part_blocks(veld: str, wijziging: Wijziging) -> None:
    """R15."""
    assert blokkerend(wijziging(luxe())) == [veld]
    assert not is_compleet(wijziging(luxe()))


def test_an_expired_akte_blocks() -> None:
    pv = luxe()
    expired = replace(pv, verbalisant=replace(pv.verbalisant, akte_geldig_tot=date(2026, 11, 1), parket=""))
    assert set(blokkerend(expired)) == {"verbalisant.akte_geldig_tot"}
    assert advies(expired) == ["verbalisant.parket"]


def test_nobody_under_twelve_and_nobody_for_his_own_enrolment() -> None:
    """R05 and R06."""
    pv = jongere_zelf()
    child = replace(pv, verdachte=replace(pv.verdachte, geboren=Geboortedatum(2015, 3, 10)))
    assert "feiten.0.periode" in blokkerend(child)
    enrolment = replace(pv, feiten=(replace(pv.feiten[0], soort=Feitsoort.ABSOLUUT),))
    assert blokkerend(enrolment) == ["feiten.0.soort"]


def test_a_jongere_without_a_birth_date_is_asked_for_it_and_not_judged_by_age() -> None:
    pv = jongere_zelf()
    onbekend = replace(pv, verdachte=replace(pv.verdachte, geboren=None))
    velden = {punt.veld for punt in punten(onbekend)}
    assert "verdachte.geboren" in velden
    assert not {veld for veld in velden if veld.endswith(".periode")}


@pytest.mark.parametrize(
    "geboren", [Geboortedatum(2030, 12, 31), Geboortedatum(2031), Geboortedatum(2019, 4, 1)]
)
def test_a_birth_date_that_makes_nobody_a_verdachte_blocks(geboren: Geboortedatum) -> None:
    """Sv 487; also one after the fact, which has no age at all."""
    ouder, kind = luxe(), jongere_zelf()
    assert blokkerend(replace(ouder, verdachte=replace(ouder.verdachte, geboren=geboren))) == [
        "verdachte.geboren"
    ]
    assert "feiten.0.periode" in blokkerend(replace(kind, verdachte=replace(kind.verdachte, geboren=geboren)))


@pytest.mark.parametrize("geboren", [Geboortedatum(None), Geboortedatum(1985), Geboortedatum(1985, 3, 1)])
def test_a_birth_date_of_which_little_is_known_does_not_block(geboren: Geboortedatum) -> None:
    ouder = luxe()
    assert blokkerend(replace(ouder, verdachte=replace(ouder.verdachte, geboren=geboren))) == []


def test_luxe_needs_how_the_school_told_parents() -> None:
    """R14, and what the guideline asks beside it."""
    pv = luxe()
    bare = replace(pv, school=replace(pv.school, voorlichting="", verlof="", ziekmelding=""))
    assert blokkerend(bare) == ["school.voorlichting", "school.ziekmelding", "school.verlof"]
    assert vragen(bare) == ["school.ziekmelding", "school.verlof"]


def test_hearsay_needs_its_speaker() -> None:
    pv = luxe()
    hearsay = next(een for een in pv.bevindingen if een.soort is Zinsoort.GEZEGD)
    nameless = replace(pv, bevindingen=(replace(hearsay, spreker=Spreker("")),))
    assert blokkerend(nameless) == ["bevindingen.0"]


def test_points_of_a_hearing_are_points_of_the_whole() -> None:
    pv = luxe()
    assert blokkerend(replace(pv, verhoren=(replace(pv.verhoren[0], cautie_om=None),))) == [
        "verhoor.0.cautie_om"
    ]
    assert "niet_gehoord" in vragen(replace(pv, verhoren=()))
    assert advies(replace(pv, verhoren=(), niet_gehoord="Hij verscheen twee keer niet.")) == []


def test_it_is_not_closed_before_what_it_tells() -> None:
    pv = luxe()
    assert blokkerend(replace(pv, datum=date(2026, 11, 12))) == ["datum"]
    assert blokkerend(replace(pv, datum=date(2026, 11, 13))) == []
    zonder_verhoor = replace(pv, verhoren=(), datum=date(2026, 11, 9))
    assert blokkerend(zonder_verhoor) == ["niet_gehoord"]
    zonder_verhoor = replace(zonder_verhoor, niet_gehoord="Hij kwam twee keer niet.")
    assert "datum" in blokkerend(replace(zonder_verhoor, datum=date(2026, 11, 8)))


def test_illness_is_asked_for_every_absence_of_somebody_enrolled() -> None:
    """Leerplichtwet 12: the classic defence; somebody who is not enrolled cannot be reported ill."""
    relatief = replace(jongere_zelf(), aanvulling_op="")
    zonder = replace(relatief, school=replace(relatief.school, ziekmelding=""))
    assert "school.ziekmelding" in vragen(zonder)
    assert "school.ziekmelding" not in vragen(absoluut())


def test_without_earlier_outcomes_or_facts_nothing_follows_from_them() -> None:
    assert luxe().gevolg_van_eerdere is not None
    assert replace(luxe(), feiten=()).gevolg_van_eerdere is None
    assert jongere_zelf().gevolg_van_eerdere is None


def test_an_earlier_conviction_of_a_parent_asks_for_the_copy_to_the_raad() -> None:
    """R21."""
    pv = luxe()
    without = replace(pv, bijlagen=pv.bijlagen[:-1])
    assert advies(without) == ["bijlagen"]
    clean = replace(without, persoon=replace(pv.persoon, eerdere=()))
    assert advies(clean) == []
    youth = replace(
        jongere_zelf(), persoon=replace(pv.persoon, eerdere=(EerdereAfdoening(date(2024, 3, 4), "2 lid 3"),))
    )
    assert "bijlagen" not in advies(youth)
    assert youth.verdachte.rol is Rol.JONGERE


def test_jongeren_are_listed_once() -> None:
    pv = absoluut()
    assert len(pv.feiten) == 2
    assert len(pv.jongeren) == 1
