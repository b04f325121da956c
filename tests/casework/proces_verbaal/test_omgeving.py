"""What lies beside a paper is found in the vault: reports, other papers, leave, exemptions, other acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.procedure.schrijven import (
    procedure_antwoorden,
    procedure_starten,
    procedure_vastleggen,
)
from leerplicht_desktop.casework.proces_verbaal.aanvullen import aanvullend_proces_verbaal
from leerplicht_desktop.casework.proces_verbaal.opstellen import proces_verbaal_opstellen
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import (
    FLEUR,
    MOEDER,
    SAMEN,
    TEUN,
    VADER,
    WEEK,
    begin_pv,
    bezoek,
    papier,
    verhoor,
    verzegeld,
    vul_pv,
)
from tests.store.world import StilleKlok, melding, pull

ABSOLUUT = Feitkeuze(Feitsoort.ABSOLUUT, date(2026, 11, 2), date(2026, 11, 13), "Demostad")


def beeld(kluis: SqlKluis, id_: str) -> ConceptPVBeeld:
    return kluis.bekijk(lambda kast: kast.concept_pv(id_))


def gezegd(kluis: SqlKluis, id_: str, veld: str) -> str:
    return " ".join(punt.bericht for punt in beeld(kluis, id_).blokkerend if punt.veld == veld)


def leg_procedure_vast(
    kluis: SqlKluis, klok: StilleKlok, soort: Proceduresoort, antwoorden: Mapping[str, Waarde]
) -> None:
    id_ = kluis.doe(lambda work: procedure_starten(work, klok, FLEUR, soort))

    def antwoord(work: Work) -> None:
        for naam, waarde in antwoorden.items():
            procedure_antwoorden(work, id_, naam, waarde)

    kluis.doe(antwoord)
    kluis.doe(lambda work: procedure_vastleggen(work, klok, id_))


def meld(kluis: SqlKluis, dossier: str, dagen: tuple[int, ...], **meer: str) -> None:
    wie = "fleur" if dossier == FLEUR else "teun"
    pull(
        kluis,
        melding(
            f"m-{wie}",
            (dossier,),
            "2026-11-09",
            soort="LUXE",
            begindatum="2026-11-02",
            einddatum="2026-11-06",
            verzuim=[{"datum": f"2026-11-{dag:02d}", "uren": 6.0} for dag in dagen],
            school="07NU00",
            meldingsnummer=f"2026-{wie.capitalize()}",
            **meer,
        ),
    )


def test_only_the_days_that_were_reported_are_charged(kluis: SqlKluis, klok: StilleKlok) -> None:
    """A day on which the child was at school is no fact, and the paper says that the days are listed."""
    meld(kluis, FLEUR, (2, 3, 6))
    fleur, teun = beeld(kluis, begin_pv(kluis, klok)).concept.pv.feiten
    assert [dag.day for dag in fleur.grondslag.dagen] == [2, 3, 6]
    assert (fleur.losse_dagen, teun.losse_dagen) == (True, False)
    assert (fleur.grondslag.van, fleur.grondslag.tot) == (date(2026, 11, 2), date(2026, 11, 6))


def test_a_period_begins_and_ends_with_a_day_that_was_missed(kluis: SqlKluis, klok: StilleKlok) -> None:
    meld(kluis, FLEUR, (3, 4))
    ruim = replace(WEEK, van=date(2026, 10, 26), tot=date(2026, 11, 13))
    fleur = beeld(kluis, begin_pv(kluis, klok, keuze=ruim)).concept.pv.feiten[0]
    assert (fleur.grondslag.van, fleur.grondslag.tot) == (date(2026, 11, 3), date(2026, 11, 4))


def test_a_report_that_is_withdrawn_takes_its_days_along(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    assert gezegd(kluis, id_, "feiten.0.periode") == ""
    meld(kluis, FLEUR, (2, 3, 4, 5, 6), status="ingetrokken")
    bericht = gezegd(kluis, id_, "feiten.0.periode")
    assert "De school trok melding 2026-Fleur in: over 2 tot en met 6 november 2026" in bericht
    assert gezegd(kluis, id_, "feiten.1.periode") == ""


def test_days_that_stand_in_a_sealed_paper_are_not_charged_again(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok)
    weer = kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, SAMEN, MOEDER, WEEK))[0]
    for veld in ("feiten.0.periode", "feiten.1.periode"):
        assert f"2 tot en met 6 november 2026: al in proces-verbaal {stuk.nummer}" in gezegd(
            kluis, weer, veld
        )
    ander = kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, SAMEN, VADER, WEEK))[0]
    assert gezegd(kluis, ander, "feiten.0.periode") == ""


def test_an_addition_stands_on_the_paper_it_adds_to(kluis: SqlKluis, klok: StilleKlok) -> None:
    stuk = verzegeld(kluis, klok)
    id_ = kluis.doe(lambda work: aanvullend_proces_verbaal(work, klok, stuk.id))[0]
    concept = beeld(kluis, id_)
    assert concept.concept.pv.gehoord_in == stuk.nummer
    assert not [punt for punt in concept.punten if punt.veld.startswith(("feiten", "niet_gehoord"))]


def test_leave_that_was_granted_excuses_its_days(kluis: SqlKluis, klok: StilleKlok) -> None:
    antwoorden: dict[str, Waarde] = {
        "grond": "14",
        "van": "2026-11-05",
        "tot": "2026-11-06",
        "ontvangen_op": "2026-10-20",
        "toelichting": "Begrafenis.",
        "besluit": "verleend",
        "besluit_op": "2026-10-21",
        "afweging": "Gewichtig.",
    }
    leg_procedure_vast(kluis, klok, Proceduresoort.VERLOF, antwoorden)
    id_ = begin_pv(kluis, klok)
    assert "Op 5 tot en met 6 november 2026 gold voor Fleur van Wijngaarden: verleend verlof" in gezegd(
        kluis, id_, "feiten.0.periode"
    )
    assert gezegd(kluis, id_, "feiten.1.periode") == ""


@pytest.mark.parametrize(
    ("gekeken", "zin"),
    [
        ("", "Leg bij ‘Niet ingeschreven’ in het dossier vast"),
        ("2026-11-10", "Je controle van de inschrijving is van 10 november 2026"),
        ("2026-11-13", ""),
    ],
)
def test_not_enrolled_is_charged_up_to_the_day_of_the_register(
    kluis: SqlKluis, klok: StilleKlok, gekeken: str, zin: str
) -> None:
    if gekeken:
        leg_procedure_vast(
            kluis,
            klok,
            Proceduresoort.INSCHRIJVING,
            {"geraadpleegd_op": gekeken, "uitkomst": "geen", "vanaf": "2026-11-02"},
        )
    id_ = kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, (FLEUR,), MOEDER, ABSOLUUT))[0]
    bericht = gezegd(kluis, id_, "feiten.0.periode")
    assert bericht.startswith(zin) if zin else bericht == ""


def test_a_visit_during_the_hearing_blocks_the_seal(kluis: SqlKluis, klok: StilleKlok) -> None:
    """T24: the screen says it, and the act of sealing by itself too."""
    hoort = verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    assert gezegd(kluis, id_, "verhoor.0.begin") == ""
    drukwerk = papier(kluis, klok).proces_verbaal(id_, definitief=True)
    begin = beeld(kluis, id_).verhoren[0].verhoor.begin
    bezoek(kluis, StilleKlok(begin + timedelta(minutes=1)))
    assert beeld(kluis, id_).verhoren[0].id == hoort
    bericht = gezegd(kluis, id_, "verhoor.0.begin")
    assert "Op dit moment was je volgens je verslag ook bij een deurbezoek van" in bericht
    assert "Voorbeeldkade" not in bericht
    with pytest.raises(DomainError, match="ook bij een deurbezoek"):
        kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))


def test_the_other_child_keeps_its_days(kluis: SqlKluis, klok: StilleKlok) -> None:
    meld(kluis, TEUN, ())
    pv = beeld(kluis, begin_pv(kluis, klok)).concept.pv
    assert [len(feit.grondslag.dagen) for feit in pv.feiten] == [5, 5]
