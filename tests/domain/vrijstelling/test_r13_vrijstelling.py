"""R13: an appeal to article 5 works by law or fails on its conditions; it never gets a beschikking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.vrijstelling.vrijstelling import (
    Aard,
    Grond,
    Kennisgeving,
    aard,
    artikel_15,
    beroep_op_vrijstelling,
    document_bij,
    namen_naar_arbeidsinspectie,
    trekkend_bestaan,
    verlenging_aanvragen_voor,
    vervangende_leerplicht,
)
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Schooljaar

BEGIN = date(2026, 11, 2)
OP_TIJD = date(2026, 10, 2)
MEDISCH = Kennisgeving(Grond.ONGESCHIKT, OP_TIJD, date(2026, 9, 1), verklaarder_aangewezen=True)
RICHTING = Kennisgeving(Grond.RICHTING, OP_TIJD)


@pytest.mark.parametrize("grond", list(Grond))
def test_no_beschikking_for_what_works_by_law(grond: Grond) -> None:
    van_rechtswege = grond.value.startswith("5")
    assert (aard(grond) is Aard.KENNISGEVING) is van_rechtswege
    assert document_bij(grond).is_besluit(OP_TIJD) is not van_rechtswege
    assert (document_bij(grond) is Documentsoort.REACTIE_VRIJSTELLING) is van_rechtswege


@pytest.mark.parametrize(
    ("ontvangen", "voldoet"), [(date(2026, 10, 1), True), (OP_TIJD, True), (date(2026, 10, 3), False)]
)
def test_a_first_notice_comes_a_month_before_the_duty(ontvangen: date, voldoet: bool) -> None:
    beroep = beroep_op_vrijstelling(Kennisgeving(Grond.RICHTING, ontvangen), BEGIN)
    assert (beroep.voldoet, beroep.aard) == (voldoet, Aard.KENNISGEVING)
    assert ("Te laat" in beroep.uitleg.regel) is not voldoet
    assert beroep.geldt_tot == (date(2027, 7, 31) if voldoet else None)
    assert (beroep.volgende is not None) is voldoet


def test_three_weeks_before_is_too_late() -> None:
    assert not beroep_op_vrijstelling(Kennisgeving(Grond.RICHTING, date(2026, 10, 12)), BEGIN).voldoet


@pytest.mark.parametrize(
    ("ontvangen", "voor", "voldoet"),
    [
        (date(2026, 6, 30), None, True),
        (date(2026, 7, 1), None, False),
        (date(2026, 8, 1), None, False),
        (date(2026, 8, 1), Schooljaar(2027), True),
        (date(2027, 1, 15), None, True),
    ],
)
def test_after_that_every_year_before_1_july(ontvangen: date, voor: Schooljaar | None, voldoet: bool) -> None:
    kennisgeving = Kennisgeving(Grond.BUITENLAND, ontvangen, verklaring_hoofd_buitenland=True, voor=voor)
    assert beroep_op_vrijstelling(kennisgeving, date(2020, 9, 1)).voldoet is voldoet


@pytest.mark.parametrize(
    ("laatste_dag", "voldoet"),
    [
        (date(2026, 5, 2), False),
        (date(2025, 10, 2), False),
        (date(2025, 10, 1), True),
        (None, True),
    ],
)
def test_a_year_away_from_schools_of_that_richting(laatste_dag: date | None, voldoet: bool) -> None:
    beroep = beroep_op_vrijstelling(replace(RICHTING, laatste_dag_zelfde_richting=laatste_dag), BEGIN)
    assert beroep.voldoet is voldoet
    assert beroep.uitleg.artikel == "artikel 5 onder b en 8 Leerplichtwet 1969"


@pytest.mark.parametrize(
    ("verklaring_op", "aangewezen", "redenen"),
    [
        (date(2026, 7, 2), True, 0),
        (date(2026, 7, 1), True, 1),
        (date(2026, 6, 2), True, 1),
        (date(2026, 9, 1), False, 1),
        (None, False, 2),
    ],
)
def test_a_medical_statement_is_fresh_and_by_somebody_designated(
    verklaring_op: date | None, aangewezen: bool, redenen: int
) -> None:
    kennisgeving = replace(MEDISCH, verklaring_op=verklaring_op, verklaarder_aangewezen=aangewezen)
    beroep = beroep_op_vrijstelling(kennisgeving, BEGIN)
    assert (beroep.voldoet, len(beroep.redenen)) == (redenen == 0, redenen)


def test_never_fit_needs_no_yearly_notice() -> None:
    blijvend = beroep_op_vrijstelling(replace(MEDISCH, nooit_geschikt=True), BEGIN)
    assert (blijvend.voldoet, blijvend.geldt_tot, blijvend.volgende) == (True, None, None)
    jaarlijks = beroep_op_vrijstelling(MEDISCH, BEGIN).volgende
    assert jaarlijks is not None
    assert jaarlijks.laatste_dag == date(2027, 6, 30)


def test_a_school_abroad_needs_its_head() -> None:
    zonder = beroep_op_vrijstelling(Kennisgeving(Grond.BUITENLAND, OP_TIJD), BEGIN)
    assert zonder.redenen == ("De verklaring van het hoofd van de school in het buitenland ontbreekt.",)


def test_impossible_notices_are_refused() -> None:
    with pytest.raises(DomainError) as fout:
        Kennisgeving(Grond.ANDER_ONDERWIJS, OP_TIJD)
    assert fout.value.veld == "grond"
    with pytest.raises(DomainError) as fout:
        replace(MEDISCH, verklaring_op=date(2026, 10, 3))
    assert fout.value.veld == "verklaring_op"


@pytest.mark.parametrize(
    ("dag", "reist_mee", "kilometer", "mogelijk"),
    [
        (date(2026, 3, 1), True, None, True),
        (date(2026, 10, 31), True, 5.1, True),
        (date(2026, 2, 28), True, None, False),
        (date(2026, 11, 1), True, None, False),
        (date(2026, 6, 1), False, None, False),
        (date(2026, 6, 1), True, 5, False),
    ],
)
def test_travelling_life(dag: date, reist_mee: bool, kilometer: float | None, mogelijk: bool) -> None:
    assert bool(trekkend_bestaan(dag, "kermisexploitant", reist_mee, kilometer)) is mogelijk


def test_another_trade_is_not_travelling_life() -> None:
    with pytest.raises(DomainError) as fout:
        trekkend_bestaan(date(2026, 6, 1), "schipper", True)
    assert fout.value.veld == "beroep"


def test_article_15_is_for_kwalificatieplicht_and_decided_in_eight_weeks() -> None:
    aanvraag = artikel_15(Plicht.KWALIFICATIEPLICHT, date(2026, 11, 20))
    assert (bool(aanvraag), aanvraag.beslissen.laatste_dag) == (True, date(2027, 1, 15))
    assert not artikel_15(Plicht.LEERPLICHT, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("grond", "geboren", "vanaf", "mogelijk"),
    [
        (Grond.VERVANGEND, Geboortedatum(2012, 12, 1), date(2026, 12, 1), True),
        (Grond.VERVANGEND, Geboortedatum(2012, 12, 2), date(2026, 12, 1), False),
        (Grond.VERVANGEND, Geboortedatum(2012, 12), date(2026, 12, 1), False),
        (Grond.VERVANGEND_LAATSTE_JAAR, Geboortedatum(2011, 7, 31), date(2026, 12, 1), True),
        (Grond.VERVANGEND_LAATSTE_JAAR, Geboortedatum(2011, 8, 1), date(2026, 12, 1), False),
    ],
)
def test_replacing_duties(grond: Grond, geboren: Geboortedatum, vanaf: date, mogelijk: bool) -> None:
    aanvraag = vervangende_leerplicht(grond, geboren, date(2026, 11, 20), vanaf)
    assert bool(aanvraag) is mogelijk
    assert (aanvraag.beslissen.laatste_dag, aanvraag.horen[2]) == (date(2026, 12, 18), "hoofd")


def test_replacing_duties_refuse_another_article_or_a_start_in_the_past() -> None:
    for veld, grond, vanaf in (
        ("grond", Grond.RICHTING, date(2026, 12, 1)),
        ("gevraagd_vanaf", Grond.VERVANGEND, date(2026, 11, 19)),
    ):
        with pytest.raises(DomainError) as fout:
            vervangende_leerplicht(grond, date(2012, 1, 1), date(2026, 11, 20), vanaf)
        assert fout.value.veld == veld
    assert verlenging_aanvragen_voor(date(2027, 7, 31)) == date(2027, 6, 5)


def test_names_to_the_arbeidsinspectie_within_two_weeks() -> None:
    dag = date(2026, 11, 2)
    laatste_jaar = namen_naar_arbeidsinspectie(Grond.VERVANGEND_LAATSTE_JAAR, date(2011, 3, 1), dag)
    assert laatste_jaar is not None
    assert laatste_jaar.laatste_dag == date(2026, 11, 16)
    assert namen_naar_arbeidsinspectie(Grond.ONGESCHIKT, date(2010, 11, 2), dag) is not None
    assert namen_naar_arbeidsinspectie(Grond.ONGESCHIKT, date(2010, 11, 3), dag) is None
    assert namen_naar_arbeidsinspectie(Grond.BUITENLAND, date(2010, 11, 2), dag) is None


def test_an_article_in_words_is_the_same_article_and_another_is_refused() -> None:
    for grond in Grond:
        woord: Any = grond.value
        assert document_bij(woord) is document_bij(grond)
    onbekend: Any = "5 onder d"
    with pytest.raises(DomainError) as fout:
        aard(onbekend)
    assert fout.value.veld == "grond"
    in_woorden: Any = "5 onder b"
    kennisgeving = Kennisgeving(in_woorden, date(2026, 10, 2))
    assert beroep_op_vrijstelling(kennisgeving, date(2026, 11, 2)).voldoet
