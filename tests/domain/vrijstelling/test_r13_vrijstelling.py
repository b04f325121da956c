"""R13: an appeal to article 5 works by law or fails on its conditions; it never gets a beschikking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.vrijstelling.kennisgeving import (
    Kennisgeving,
    Uitkomst,
    beroep_op_vrijstelling,
)
from leerplicht_desktop.domain.vrijstelling.vrijstelling import (
    Aard,
    Grond,
    aard,
    artikel_15,
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
    kennisgeving = Kennisgeving(
        Grond.BUITENLAND,
        ontvangen,
        verklaring_hoofd_buitenland=True,
        voor=voor,
        eerste=False,
        eerdere_geldig=True,
    )
    assert beroep_op_vrijstelling(kennisgeving, date(2020, 9, 1)).voldoet is voldoet


def test_a_first_notice_of_who_sat_at_school_for_years_never_simply_meets_the_conditions() -> None:
    begin, ontvangen = date(2024, 10, 1), date(2027, 6, 10)
    eerste = Kennisgeving(
        Grond.RICHTING, ontvangen, laatste_dag_zelfde_richting=date(2026, 5, 1), eerste=True
    )
    nee = beroep_op_vrijstelling(eerste, begin)
    assert (nee.uitkomst, nee.geldt_tot, nee.volgende) == (Uitkomst.VOLDOET_NIET, None, None)
    assert "in beginsel niet meer mogelijk" in nee.redenen[0]
    verhuisd = beroep_op_vrijstelling(replace(eerste, uitzondering="verhuisd"), begin)
    assert (verhuisd.uitkomst, verhuisd.redenen) == (Uitkomst.NIET_TE_ZEGGEN, ())
    assert "Hier wordt genoemd: verhuisd." in verhuisd.vragen[0]
    ziek = Kennisgeving(
        Grond.ONGESCHIKT, ontvangen, date(2027, 6, 1), verklaarder_aangewezen=True, eerste=True
    )
    assert beroep_op_vrijstelling(ziek, begin).uitkomst is Uitkomst.NIET_TE_ZEGGEN


@pytest.mark.parametrize(
    ("eerste", "geldig", "uitkomst"),
    [
        (None, None, Uitkomst.NIET_TE_ZEGGEN),
        (False, None, Uitkomst.NIET_TE_ZEGGEN),
        (False, False, Uitkomst.VOLDOET_NIET),
        (False, True, Uitkomst.VOLDOET),
    ],
)
def test_a_yearly_notice_follows_one_that_held(
    eerste: bool | None, geldig: bool | None, uitkomst: Uitkomst
) -> None:
    kennisgeving = replace(RICHTING, ontvangen_op=date(2027, 6, 30), eerste=eerste, eerdere_geldig=geldig)
    beroep = beroep_op_vrijstelling(kennisgeving, BEGIN)
    assert (beroep.uitkomst, beroep.voldoet) == (uitkomst, uitkomst is Uitkomst.VOLDOET)
    assert bool(beroep.vragen) is (uitkomst is Uitkomst.NIET_TE_ZEGGEN)


@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [
        (date(2029, 6, 30), Uitkomst.VOLDOET),
        (date(2029, 7, 2), Uitkomst.NIET_TE_ZEGGEN),
        (date(2029, 7, 3), Uitkomst.VOLDOET_NIET),
    ],
)
def test_the_first_working_day_after_a_weekend_is_uncertain(dag: date, uitkomst: Uitkomst) -> None:
    kennisgeving = replace(RICHTING, ontvangen_op=dag, eerste=False, eerdere_geldig=True)
    assert beroep_op_vrijstelling(kennisgeving, BEGIN).uitkomst is uitkomst


def test_the_year_and_the_three_months_are_counted_from_the_day_on_the_notice() -> None:
    laat = replace(RICHTING, dagtekening=date(2026, 9, 20), laatste_dag_zelfde_richting=date(2025, 9, 25))
    assert not beroep_op_vrijstelling(laat, BEGIN).voldoet
    assert beroep_op_vrijstelling(replace(laat, dagtekening=date(2026, 9, 26)), BEGIN).voldoet
    oud = replace(MEDISCH, verklaring_op=date(2026, 6, 25))
    assert not beroep_op_vrijstelling(oud, BEGIN).voldoet
    assert beroep_op_vrijstelling(replace(oud, dagtekening=date(2026, 9, 25)), BEGIN).voldoet
    with pytest.raises(DomainError) as fout:
        replace(RICHTING, dagtekening=date(2026, 10, 3))
    assert fout.value.veld == "dagtekening"


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
    assert aanvraag.beslissen.laatste_dag == date(2026, 12, 18)
    assert aanvraag.overeenstemming is (grond is Grond.VERVANGEND)


def test_each_replacing_duty_hears_its_own_parties() -> None:
    geboren, ontvangen = date(2011, 3, 1), date(2026, 11, 20)
    een, twee = (
        vervangende_leerplicht(grond, geboren, ontvangen, ontvangen).horen
        for grond in (Grond.VERVANGEND, Grond.VERVANGEND_LAATSTE_JAAR)
    )
    assert een == ("aanvrager", "jongere", "hoofd")
    assert twee[2:] == (
        "hoofd van de laatste school",
        "hoofd van de instelling",
        "betrokken maatschappelijke zorg",
    )


def test_the_last_year_may_be_the_twelfth_full_one() -> None:
    geboren, vanaf = date(2011, 8, 1), date(2026, 12, 1)
    een = (Grond.VERVANGEND_LAATSTE_JAAR, geboren, date(2026, 11, 20), vanaf)
    assert not vervangende_leerplicht(*een)
    assert vervangende_leerplicht(*een, Schooljaar(2026))
    assert not vervangende_leerplicht(*een, Schooljaar(2025))


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
