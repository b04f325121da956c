"""The verzuimbeeld from what a screen asks: the unit of the school, the period that was reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.casework.concepten import ConceptBrief, Veldwaarde
from leerplicht_desktop.casework.queries.caseload import MeldingBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld
from leerplicht_desktop.documents.bureau import verzuimbeeld
from leerplicht_desktop.documents.bureau.verzuimbeeld import FORMULIER, Afdrukkader
from leerplicht_desktop.documents.formulieren.opdracht import Afzender
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.problemen import FormulierProblem
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from tests.casework.beelden import dossierbeeld, iemand, melding
from tests.documents.pv_voorbeelden import HUISSTIJL, tijd

AFZENDER = Afzender("K. van Es", "leerplichtambtenaar", "06 11", "")
KADER = Afdrukkader(HUISSTIJL, AFZENDER, meegeleverde_formulieren(), tijd(24, 12, 0), "K-7", True)
LEEG = dossierbeeld(iemand("jongere"))


def _brief(**velden: Veldwaarde) -> ConceptBriefBeeld:
    concept = ConceptBrief(
        "q-1", ("d-1",), Documentsoort.VERZUIMBEELD, FORMULIER, None, tijd(24, 9, 0), velden
    )
    return ConceptBriefBeeld(concept, "", ("Verborgenlaan",))


def _melding(day: int, hours: float, unit: str) -> MeldingBeeld:
    return replace(melding(day), eenheid=unit, dagen=((date(2026, 11, day), hours),))


@pytest.mark.parametrize(("unit", "word"), [("lesuur", "lesuren"), ("klokuur", "klokuren"), ("dag", "uren")])
@pytest.mark.parametrize("many", [1, 2])
def test_hours_are_told_in_the_unit_of_the_school(
    words: Callable[[bytes], str], unit: str, word: str, many: int
) -> None:
    reports = tuple(_melding(10 + day, 3, unit) for day in range(many))
    read = words(verzuimbeeld.zet(_brief(), replace(LEEG, meldingen=reports), KADER).data)
    assert f"{3 * many} {word} zonder geldige reden" in read
    assert "Noor Vos" in read


@pytest.mark.parametrize(
    ("velden", "said"),
    [
        ({"van": "2026-11-12", "tot": "2026-11-11"}, "De eerste dag ligt na de laatste"),
        ({"jongere": "Noor, Verborgenlaan 7"}, "Bij de naam staat iets wat niet"),
        ({"jongere": "Noor 999993653"}, "Bij de naam staat iets wat niet"),
        ({"van": "2026-01-05"}, "Kies 1 tot 14 weken"),
    ],
)
def test_what_cannot_be_shown_is_told(velden: dict[str, Veldwaarde], said: str) -> None:
    dossier = replace(LEEG, meldingen=(_melding(10, 3, "lesuur"),))
    with pytest.raises(FormulierProblem, match=said):
        verzuimbeeld.zet(_brief(**velden), dossier, KADER)


def test_without_hours_or_a_number_to_call_there_is_no_page() -> None:
    dossier = replace(LEEG, meldingen=(_melding(10, 3, "lesuur"),))
    for nothing in (LEEG, None):
        with pytest.raises(FormulierProblem, match="geen verzuim met uren"):
            verzuimbeeld.zet(_brief(), nothing, KADER)
    silent = replace(KADER, afzender=replace(AFZENDER, telefoon=""))
    with pytest.raises(FormulierProblem, match="jouw nummer ontbreekt"):
        verzuimbeeld.zet(_brief(), dossier, silent)
    assert verzuimbeeld.zet(_brief(), dossier, replace(silent, definitief=False)).pages == 1


def test_hours_in_another_unit_are_told_under_the_numbers(words: Callable[[bytes], str]) -> None:
    """Only those of the chosen days, whether the page shows a chart or nothing missed."""
    reports = (_melding(12, 3, "lesuur"), _melding(10, 2, "klokuur"))
    both = verzuimbeeld.zet(
        _brief(van="2026-11-09", tot="2026-11-13"), replace(LEEG, meldingen=reports), KADER
    )
    read = words(both.data)
    assert "3 lesuren zonder geldige reden" in read
    assert "School meldde ook 2 klokuren. Dat staat hier niet bij" in read
    other = verzuimbeeld.zet(
        _brief(van="2026-11-10", tot="2026-11-10"), replace(LEEG, meldingen=reports), KADER
    )
    assert "geen gemiste lesuren" in words(other.data)
    assert "School meldde ook 2 klokuren." in words(other.data)
    alone = verzuimbeeld.zet(
        _brief(van="2026-11-12", tot="2026-11-13"), replace(LEEG, meldingen=reports), KADER
    )
    assert "klokuren" not in words(alone.data)
