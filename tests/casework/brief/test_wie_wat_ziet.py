"""What a letter must keep off its paper, worked out from the people of a dossier alone (R24)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.casework.brief.elders import elders_zinnen
from leerplicht_desktop.casework.brief.geheim import verklapt
from leerplicht_desktop.casework.brief.geheimhouding import afscherming_voor, bewoners
from leerplicht_desktop.casework.queries.caseload import Adres
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from tests.casework.beelden import SCHOOL, THUIS, dossierbeeld, iemand, met

DAG = date(2026, 11, 21)
ELDERS = Adres(("Verborgenlaan 7 hs", "9999 XY  'S-GRAVENHAGE"), "9999XY-7")
VADER_ELDERS = {
    "Verborgenlaan 7 hs",
    "Verborgenlaan",
    "9999 XY",
    "9999XY",
    "'S-GRAVENHAGE",
    "Den Haag",
}
KIND, MOEDER = iemand("jongere"), iemand("ouder1")
VADER = iemand("ouder2", "M", adres=ELDERS)


def _hidden(soort: Documentsoort, to: str, *people: object) -> set[str]:
    beeld = dossierbeeld(*people)  # type: ignore[arg-type]
    return set(afscherming_voor((beeld,), soort, DAG, to)[1])


def test_of_a_secret_address_every_spelling_is_hidden_from_the_other() -> None:
    people = (KIND, MOEDER, met(VADER, "geheim"))
    assert _hidden(Documentsoort.BERICHT_OUDERS, "ouder1", *people) == VADER_ELDERS


def test_his_own_secret_is_no_secret_on_his_own_letter() -> None:
    hidden = _hidden(Documentsoort.BERICHT_OUDERS, "ouder2", KIND, MOEDER, met(VADER, "geheim"))
    assert hidden.isdisjoint(VADER_ELDERS)


def test_where_the_child_lives_in_secret_the_school_is_a_clue_for_the_other_parent_only() -> None:
    people = (met(KIND, "geheim"), MOEDER, VADER)
    school = {"OBS De Ooievaar", "De Ooievaar"}
    home = {"Kade 1", "Kade", "1234 AB", "1234AB", "DEMOSTAD"}
    assert _hidden(Documentsoort.BERICHT_OUDERS, "ouder2", *people) == home | school
    assert _hidden(Documentsoort.BERICHT_SCHOOL, "", *people) >= home
    assert _hidden(Documentsoort.BERICHT_SCHOOL, "", *people).isdisjoint(school)
    named = replace(SCHOOL, naam="Het Anker")
    beeld = dossierbeeld(*people, school=named)
    told = afscherming_voor((beeld,), Documentsoort.BERICHT_OUDERS, DAG, "ouder2")[1]
    assert set(told) == home | {"Het Anker"}
    without = dossierbeeld(*people, school=None)
    assert set(afscherming_voor((without,), Documentsoort.BERICHT_OUDERS, DAG, "ouder2")[1]) == home


@pytest.mark.parametrize(
    ("lines", "hidden"),
    [
        ((), set()),
        (("Verborgenlaan 7",), {"Verborgenlaan 7", "Verborgenlaan"}),
        (("Boulevard 1", "B-1000 BRUSSEL"), {"Boulevard 1", "Boulevard", "B-1000 BRUSSEL"}),
    ],
)
def test_an_address_without_a_postcode_of_ours_is_hidden_as_it_stands(
    lines: tuple[str, ...], hidden: set[str]
) -> None:
    elsewhere = replace(VADER, adres=Adres(lines, "ergens"))
    assert _hidden(Documentsoort.BERICHT_OUDERS, "ouder1", KIND, MOEDER, met(elsewhere, "geheim")) == hidden


def test_who_is_not_in_the_register_has_nothing_to_hide() -> None:
    unknown = met(iemand("ouder2", persoon=None, adres=ELDERS), "geheim")
    beeld = dossierbeeld(KIND, MOEDER, unknown)
    assert [een.persoon for een in bewoners((beeld, beeld))] == ["jongere", "ouder1"]
    assert "Verborgenlaan" not in _hidden(Documentsoort.BERICHT_OUDERS, "ouder1", KIND, MOEDER, unknown)


@pytest.mark.parametrize(
    ("waarde", "verraden"),
    [
        ("Hij woont in de Verborgenlaan.", True),
        (("niets", ("dieper", "Verborgenlaan")), True),
        (["Verborgenlaan"], True),
        ("Verborgenlanen", False),
        (True, False),
        (None, False),
        (7, False),
    ],
)
def test_whatever_a_field_holds_is_read_for_a_secret(waarde: object, verraden: bool) -> None:
    assert verklapt(None, {"bericht": waarde}, ("Verborgenlaan",)) is verraden
    assert not verklapt(None, {"bezwaaradres": waarde}, ("Verborgenlaan",))


def test_a_letter_about_who_does_not_live_here_says_so() -> None:
    left, other = "uit Nederland vertrokken", "als niet-ingezetene (RNI)"
    assert elders_zinnen([dossierbeeld(KIND, MOEDER)]) == ()
    assert elders_zinnen([dossierbeeld(KIND, met(MOEDER, "vertrokken"))]) == ()
    (said,) = elders_zinnen([dossierbeeld(met(KIND, "vertrokken"))])
    assert "Noor Vos" in said
    assert left in said
    (said,) = elders_zinnen([dossierbeeld(met(KIND, "niet_ingezetene"))])
    assert other in said
    assert THUIS.regels[0] not in said
    both = dossierbeeld(met(KIND, "vertrokken", "niet_ingezetene"))
    assert [left in zin for zin in elders_zinnen([both, both])] == [True, False, True, False]
