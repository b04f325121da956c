"""R25: the Wpg line and the clocks of retention, side by side."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.privacy.bewaring import (
    Inzagedoel,
    Toestand,
    bewaarklokken,
    inzage,
    leerplicht_klok,
    wpg_klok,
)
from leerplicht_desktop.domain.privacy.regime import Grens, Recordsoort, Regime, regime_van
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_INGEVOERD = date(2026, 11, 21)
_PV = wpg_klok(_INGEVOERD, "proces-verbaal")


@pytest.mark.parametrize(
    ("dag", "toestand"),
    [
        (date(2026, 11, 20), Toestand.VRIJ),
        (date(2026, 11, 21), Toestand.VRIJ),
        (date(2027, 11, 21), Toestand.VRIJ),
        (date(2027, 11, 22), Toestand.GERICHT),
        (date(2031, 11, 21), Toestand.GERICHT),
        (date(2031, 11, 22), Toestand.AFGESCHERMD),
        (date(2036, 11, 21), Toestand.AFGESCHERMD),
        (date(2036, 11, 22), Toestand.VERNIETIGEN),
    ],
)
def test_the_clock_of_a_proces_verbaal(dag: date, toestand: Toestand) -> None:
    assert _PV.toestand_op(dag) is toestand
    assert _PV.in_gewone_lijst(dag) is (toestand is Toestand.VRIJ)


def test_the_file_beside_it_runs_on_its_own_clock() -> None:
    klokken = bewaarklokken(
        date(2008, 12, 5), date(2024, 9, 1), [("proces-verbaal", _INGEVOERD)], date(2026, 12, 4)
    )
    assert [(klok.naam, klok.vernietigen_vanaf) for klok in klokken] == [
        ("leerplichtdossier", date(2027, 12, 5)),
        ("dossier kwalificatieplicht", date(2028, 12, 5)),
        ("proces-verbaal", date(2036, 11, 22)),
    ]
    assert [klok.regime for klok in klokken] == [Regime.AVG, Regime.AVG, Regime.WPG]
    assert klokken[0].toestand_op(date(2027, 12, 4)) is Toestand.VRIJ
    assert klokken[0].toestand_op(date(2027, 12, 5)) is Toestand.VERNIETIGEN
    assert len(bewaarklokken(date(2008, 12, 5), date(2024, 9, 1))) == 1


def test_an_unknown_birth_day_keeps_the_file_longest() -> None:
    klok = leerplicht_klok(Geboortedatum(2008, 12), date(2024, 9, 1))
    assert klok.vernietigen_vanaf == date(2027, 12, 31)
    assert klok.uitleg.invoer == (("geboren", "december 2008, dag onbekend"),)


def test_every_step_reads_as_a_sentence() -> None:
    assert [stap.tekst for stap in _PV.stappen][1] == (
        "vanaf 22 november 2027 niet in gewone lijsten; alleen gericht te zoeken met een reden"
    )
    assert _PV.uitleg.artikel == "artikel 8 lid 1 en 6 en artikel 14 Wet politiegegevens"


@given(st.dates(date(1994, 1, 1), date(2150, 1, 1)), st.integers(0, 5000))
def test_a_state_never_goes_back(eerst: date, dagen: int) -> None:
    klok, order = wpg_klok(eerst), list(Toestand)
    vroeger, later = klok.toestand_op(eerst), klok.toestand_op(eerst + timedelta(days=dagen))
    assert order.index(vroeger) <= order.index(later)


def _at(jaar: int) -> datetime:
    return datetime(jaar, 11, 25, 14, 30, tzinfo=UTC)


def test_opening_leaves_a_line_with_who_when_and_why() -> None:
    line = inzage(_PV, "S. de Jong", _at(2026), Inzagedoel.DAGELIJKS)
    assert (line.wie, line.wanneer, line.wat, line.waarom) == (
        "S. de Jong",
        _at(2026),
        "proces-verbaal",
        "dagelijkse taak",
    )
    targeted = inzage(_PV, "S. de Jong", _at(2028), Inzagedoel.GERICHT_ZOEKEN, " recidive nagaan ")
    assert targeted.waarom == "gericht zoeken: recidive nagaan"


@pytest.mark.parametrize(
    ("jaar", "doel", "reden", "veld"),
    [
        (2028, Inzagedoel.DAGELIJKS, "even kijken", "doel"),
        (2028, Inzagedoel.GERICHT_ZOEKEN, "  ", "reden"),
        (2032, Inzagedoel.GERICHT_ZOEKEN, "recidive", "doel"),
        (2032, Inzagedoel.KLACHT, "", "reden"),
        (2037, Inzagedoel.KLACHT, "klacht van de ouder", "doel"),
    ],
)
def test_what_may_not_be_opened(jaar: int, doel: Inzagedoel, reden: str, veld: str) -> None:
    with pytest.raises(DomainError) as caught:
        inzage(_PV, "S. de Jong", _at(jaar), doel, reden)
    assert caught.value.veld == veld


def test_a_complaint_still_opens_what_is_locked() -> None:
    assert inzage(_PV, "FG", _at(2032), Inzagedoel.KLACHT, "klacht 12").waarom.endswith("klacht 12")


@pytest.mark.parametrize(
    ("soort", "standaard", "vanaf_melding"),
    [
        (Recordsoort.VERZUIMMELDING, Regime.AVG, Regime.WPG),
        (Recordsoort.DEURBEZOEK, Regime.AVG, Regime.WPG),
        (Recordsoort.VERLOFAANVRAAG, Regime.AVG, Regime.AVG),
        (Recordsoort.VRIJSTELLING, Regime.AVG, Regime.AVG),
        (Recordsoort.VERHOOR, Regime.WPG, Regime.WPG),
        (Documentsoort.OPROEP_VERHOOR, Regime.WPG, Regime.WPG),
        (Documentsoort.PROCES_VERBAAL, Regime.WPG, Regime.WPG),
        (Documentsoort.HALT_VERWIJZING, Regime.WPG, Regime.WPG),
        (Documentsoort.UITNODIGING_GESPREK, Regime.AVG, Regime.WPG),
        (Documentsoort.BESCHIKKING_VERLOF, Regime.AVG, Regime.AVG),
    ],
)
def test_the_line_is_the_organisations(
    soort: Recordsoort | Documentsoort, standaard: Regime, vanaf_melding: Regime
) -> None:
    assert regime_van(soort, _INGEVOERD).regime is standaard
    assert regime_van(soort, _INGEVOERD, Grens.VERZUIMMELDING).regime is vanaf_melding


def test_as_investigator_it_is_always_wpg() -> None:
    answer = regime_van(Recordsoort.DEURBEZOEK, _INGEVOERD, opsporing=True)
    assert answer.regime is Regime.WPG
    assert ("fase", "opsporing") in answer.uitleg.invoer
    assert ("grens van de organisatie", "vanaf oproep verhoor") in answer.uitleg.invoer


def test_a_year_from_29_february_ends_on_28_february() -> None:
    klok = wpg_klok(date(2028, 2, 29))
    assert klok.toestand_op(date(2029, 2, 28)) is Toestand.VRIJ
    assert klok.toestand_op(date(2029, 3, 1)) is Toestand.GERICHT
    assert [stap.vanaf for stap in klok.stappen[2:]] == [date(2033, 3, 1), date(2038, 3, 1)]
    assert wpg_klok(date(2027, 2, 28)).stappen[1].vanaf == date(2028, 2, 29)
