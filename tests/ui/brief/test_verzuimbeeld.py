"""The verzuimbeeld from the screen: from what schools reported to a sealed page a parent can keep."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, rust, typ, zichtbaar
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import Opener
from .papiertekst import bladen_van, brieven, concept, papier


def _begin(scherm: BriefScherm) -> str:
    druk(scherm, "brief.formulier.verzuimbeeld")
    druk(scherm, "brief.begin")
    return scherm.werkplek().ding


def _dag(scherm: BriefScherm, veld: str, dag: str) -> None:
    deel(scherm, f"brief.veld.{veld}", QLineEdit).clear()
    typ(scherm, f"brief.veld.{veld}", dag)
    rust()


def test_it_shows_what_the_school_reported(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    assert not zichtbaar(scherm, "brief.melding")
    tekst = papier(wereld, id_)
    assert "CONCEPT Hoe vaak was" in tekst
    meldingen = wereld.lees(lambda caseload: caseload.dossier(DRIELING[0])).meldingen  # type: ignore[union-attr]
    uren = sum(aantal for melding in meldingen for _, aantal in melding.dagen)
    assert f"{uren:g}".replace(".", ",") + " klokuren zonder geldige reden" in tekst
    assert "Bel M. de Groot: 06 1234 5678." in tekst


@pytest.mark.parametrize(
    ("taal", "woord"),
    [("en", "In English"), ("tr", "Türkçe"), ("uk", "Українською"), ("pl", "Po polsku"), ("ar", "يرجى")],
)
def test_the_explanation_in_another_language(wereld: Wereld, toon: Opener, taal: str, woord: str) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    assert woord not in papier(wereld, id_)
    druk(scherm, f"brief.veld.taal.{taal}")
    assert concept(wereld, id_).concept.velden["taal"] == taal
    assert woord in papier(wereld, id_)
    druk(scherm, "brief.veld.taal.nl")
    assert woord not in papier(wereld, id_)


def test_it_is_sealed_like_a_letter(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    druk(scherm, "brief.veld.taal.ar")
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.wel")
    (regel,) = brieven(wereld, DRIELING[0])
    assert (regel.id, regel.soort, regel.concept) == (id_, Documentsoort.VERZUIMBEELD, False)
    assert bladen_van(wereld.kluis.bekijk(lambda kast: kast.pdf(id_))) == 1
    assert [zending.entity for zending in wereld.uitvak()][-1:] == ["stuk"]


@pytest.mark.parametrize(
    ("van", "tot", "zin"),
    [
        ("20-11-2026", "10-11-2026", "De eerste dag ligt na de laatste."),
        ("1-5-2026", "20-11-2026", "Kies 1 tot 14 weken"),
    ],
)
def test_an_impossible_period_is_told(toon: Opener, van: str, tot: str, zin: str) -> None:
    scherm = toon()
    _begin(scherm)
    _dag(scherm, "van", van)
    _dag(scherm, "tot", tot)
    scherm._presenter.teken()
    rust()
    assert zin in deel(scherm, "brief.melding", Notice).accessibleName()
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.wel")
    assert zin in deel(scherm, "brief.melding", Notice).accessibleName()
    assert scherm.werkplek().ding


def test_weeks_without_a_missed_hour_are_told_kindly(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm)
    _dag(scherm, "van", "7-9-2026")
    _dag(scherm, "tot", "25-9-2026")
    druk(scherm, "brief.veld.taal.en")
    tekst = papier(wereld, id_)
    assert "geen gemiste klokuren" in tekst
    assert "Daarom staat hier geen grafiek." in tekst
    assert "The school reported no missed hours" in tekst
    assert "Your child missed school" not in tekst


def test_it_gives_no_address_away(wereld: Wereld, toon: Opener) -> None:
    """R24: not even in the name that the officer may change."""
    scherm = toon(PAOLO)
    id_ = _begin(scherm)
    assert not any(geheim in papier(wereld, id_) for geheim in concept(wereld, id_).verborgen)
    typ(scherm, "brief.veld.jongere", " van de Thorbeckelaan")
    druk(scherm, "brief.definitief")
    assert scherm.window().findChild(QWidget, "brief.definitief.venster") is None


def test_without_reported_hours_there_is_nothing_to_show(wereld: Wereld, toon: Opener) -> None:
    weg = SpiegelRecord("verzuimmelding", "m-999996435", (DRIELING[0],), 2, 2, True, {}, {})
    wereld.doe(lambda work: work.brievenbus.pas_toe(Feedpagina("1", "2", (), (weg,))))
    scherm = toon()
    _begin(scherm)
    assert "nog geen verzuim met uren gemeld" in deel(scherm, "brief.melding", Notice).accessibleName()
    assert "Vul in: Vanaf welke dag." in " ".join(punt.zin for punt in scherm._presenter.punten({}))


def test_it_names_who_to_call_or_is_not_sealed(wereld: Wereld, toon: Opener) -> None:
    wereld.doe(lambda work: work.inrichting.zet("boa.telefoon", ""))
    scherm = toon()
    id_ = _begin(scherm)
    assert "Bel M. de Groot: [nog invullen: jouw telefoonnummer]." in papier(wereld, id_)
    with pytest.raises(BekendProbleem, match="jouw nummer ontbreekt"):
        wereld.context.papier.brief(id_, definitief=True)
