"""A withdrawn report and a jongere elsewhere, wherever days are counted and doors are looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from leerplicht_desktop.casework.brief.elders import elders_zinnen
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, Werkplek
from leerplicht_desktop.domain.verzuim.meldstatus import ingetrokken_in_woorden, ingetrokken_merk
from leerplicht_desktop.ui.deurbezoek.model import waarschuwingen as aan_de_deur
from leerplicht_desktop.ui.dossiers.paneelbeeld import Paneelbeeld, lees_paneel
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.dossiers.volgende_stap import volgende_stap
from leerplicht_desktop.ui.dossiers.waarschuwingen import waarschuwingen
from tests.ui.wereld import PAOLO, Wereld, persoon

from .zien import leest

MELDING, MENS = ("verzuimmelding", "m-999990408"), ("persoon", "p-999990408")


def _wijzig(wereld: Wereld, ding: tuple[str, str], **velden: Any) -> None:
    """Let the municipality send a record again, with some fields changed."""
    oud = _velden(wereld, ding)

    def pas_toe(work: Work) -> None:
        cursor = work.brievenbus.cursor()
        record = SpiegelRecord(*ding, (PAOLO,), 2, 2, False, {**oud, **velden}, {})
        work.brievenbus.pas_toe(Feedpagina(cursor, f"{cursor}+", (), (record,)))

    wereld.doe(pas_toe)


def _velden(wereld: Wereld, ding: tuple[str, str]) -> dict[str, Any]:
    if ding == MENS:
        return persoon("999990408").model_dump(mode="json")
    [melding] = _beeld(wereld).meldingen
    return {
        "meldingsnummer": melding.meldingsnummer,
        "datum_melding": melding.datum_melding.isoformat(),
        "begindatum": melding.begindatum.isoformat(),
        "soort": melding.soort,
        "eenheid": melding.eenheid,
        "verzuim": [{"datum": dag.isoformat(), "uren": uren} for dag, uren in melding.dagen],
    }


def _paneel(wereld: Wereld) -> Paneelbeeld:
    beeld = lees_paneel(wereld.kluis, PAOLO, wereld.klok.vandaag())
    assert beeld is not None
    return beeld


def _beeld(wereld: Wereld) -> DossierBeeld:
    return _paneel(wereld).dossier


def _trek_in(wereld: Wereld) -> None:
    _wijzig(wereld, MELDING, status="ingetrokken", status_toelichting="Verkeerde leerling")


def test_no_count_and_no_proposal_is_left_of_it(wereld: Wereld) -> None:
    voor = _paneel(wereld)
    assert voor.recht.weken
    assert voor.laatste_melding is not None
    _trek_in(wereld)
    na = _paneel(wereld)
    assert na.recht.weken == ()
    assert na.laatste_melding is None
    # What is left to propose comes from his age, not from a report.
    assert [voorstel.sleutel for voorstel in na.voorstellen] == ["doorstroompunt:achttien"]
    assert len(voor.voorstellen) > 1
    assert volgende_stap(na).doe == "Kijk of dit dossier dicht kan"
    assert [merk.text for merk in waarschuwingen(na.dossier)][-1] == "Melding ingetrokken, geen andere"


def test_the_tab_shows_it_with_its_reason(wereld: Wereld, scherm: DossiersScherm) -> None:
    _trek_in(wereld)
    scherm.toon(Werkplek("dossiers", PAOLO, "verzuim"))
    assert leest(scherm, "School trok in wat zij meldde.")
    assert leest(scherm, ingetrokken_in_woorden("Verkeerde leerling"))
    assert leest(scherm, "Reden: Verkeerde leerling.")


@pytest.mark.parametrize(
    ("velden", "merk", "stap"),
    [
        (
            {"opgeschort": "E", "vertrokken_naar": "0000"},
            "Leerling uit Nederland vertrokken",
            "waar het gezin",
        ),
        ({"opgeschort": "R", "vertrokken_naar": "5010"}, "Niet-ingezetene (RNI)", "in Nederland woont"),
    ],
)
def test_who_lives_elsewhere_is_told_before_a_visit_and_a_letter(
    wereld: Wereld, velden: dict[str, str], merk: str, stap: str
) -> None:
    assert elders_zinnen([_beeld(wereld)]) == ()
    _wijzig(wereld, MENS, **velden)
    paneel = _paneel(wereld)
    assert merk in [badge.text for badge in waarschuwingen(paneel.dossier)]
    assert merk in [een.tekst for een in aan_de_deur([paneel.dossier])]
    assert stap in volgende_stap(paneel).doe
    [zin] = elders_zinnen([paneel.dossier])
    assert "Kijk na of deze brief aankomt." in zin


@pytest.mark.parametrize(
    ("aantal", "laatste", "merk"),
    [
        (0, None, ""),
        (1, None, "Melding ingetrokken, geen andere"),
        (2, None, "Alle meldingen ingetrokken"),
        (1, date(2026, 11, 9), "Een melding ingetrokken"),
        (3, date(2026, 11, 9), "3 meldingen ingetrokken"),
    ],
)
def test_the_badge_counts(aantal: int, laatste: date | None, merk: str) -> None:
    assert ingetrokken_merk(aantal, laatste) == merk


def test_the_tab_says_which_hours_the_chart_leaves_out(wereld: Wereld, scherm: DossiersScherm) -> None:
    """A second report in lessons: neither added to the clock hours nor left out without a word."""
    ander = ("verzuimmelding", "m-lessen")
    [uren] = [sum(uur for _, uur in melding.dagen) for melding in _beeld(wereld).meldingen]
    _wijzig(wereld, ander, eenheid="lesuur", meldingsnummer="M-2", datum_melding="2026-01-05")
    scherm.toon(Werkplek("dossiers", PAOLO, "verzuim"))
    assert leest(scherm, f"School meldde ook {uren:g} lesuren. Dat staat hier niet bij")
