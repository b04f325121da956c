"""Police data by their clock on the laptop: free, then only with a reason, then not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.problems import Afgeschermd, GrondGevraagd
from leerplicht_desktop.casework.queries.caseload import Tijdlijnsoort
from leerplicht_desktop.casework.queries.stukkenkast import Zaakstuksoort
from leerplicht_desktop.domain.privacy.bewaring import Toestand, wpg_klok
from leerplicht_desktop.store.reading import kept
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.proces_verbaal.test_zinnen import aan_de_deur
from tests.casework.zaak import FLEUR, MOEDER, WEEK, begin_pv, bezoek, geef_nummers, verhoor, vul_pv, zaak
from tests.store.verzegelaar import _zegel
from tests.store.world import StilleKlok

FIRST = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # the 21st in the Netherlands
STEPS = {step.toestand: step.vanaf for step in wpg_klok(FIRST.date() + timedelta(days=1)).stappen}
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("later", "before"),
    [
        (Toestand.GERICHT, Toestand.VRIJ),
        (Toestand.AFGESCHERMD, Toestand.GERICHT),
        (Toestand.VERNIETIGEN, Toestand.AFGESCHERMD),
    ],
)
def test_each_state_begins_on_its_day_in_the_netherlands(later: Toestand, before: Toestand) -> None:
    assert kept.state(FIRST, STEPS[later]) is later
    assert kept.state(FIRST, STEPS[later] - DAY) is before


def test_a_reason_is_asked_and_later_refused() -> None:
    assert not kept.demand(FIRST, STEPS[Toestand.GERICHT] - DAY, named=False)
    assert kept.demand(FIRST, STEPS[Toestand.GERICHT], named=False)
    assert not kept.demand(FIRST, STEPS[Toestand.GERICHT], named=True)
    assert not kept.demand(FIRST, FIRST.date() - DAY, named=False)  # a clock that was put back
    for state in (Toestand.AFGESCHERMD, Toestand.VERNIETIGEN):
        with pytest.raises(Afgeschermd) as refused:
            kept.demand(FIRST, STEPS[state], named=True)
    assert str(refused.value).startswith("Dit politiegegeven is vanaf 22 november 2036 te vernietigen")


def _sealed(kluis: SqlKluis, klok: StilleKlok) -> tuple[str, str]:
    zaak(kluis)
    geef_nummers(kluis, 101, 110)
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok, MOEDER, Feitkeuze(WEEK.soort, WEEK.van, WEEK.tot, "Demostad"))
    vul_pv(kluis, klok, id_)
    _zegel(kluis, klok, id_)
    (stuk,) = [one for one in kluis.bekijk(lambda kast: kast.stukken()) if not one.concept]
    return stuk.id, stuk.dossiers[0]


def _on(klok: StilleKlok, state: Toestand) -> None:
    first = klok.vandaag()
    steps = {step.toestand: step.vanaf for step in wpg_klok(first).stappen}
    klok.verder((steps[state] - first).days * 24 * 3600)


def _kinds(kluis: SqlKluis, dossier: str) -> list[tuple[Zaakstuksoort, str]]:
    found = kluis.bekijk(lambda kast: kast.tijdlijn(dossier))
    return [(one.soort, one.kop) for one in found if one.soort is not Zaakstuksoort.AFDRUK]


def test_a_paper_of_last_year_leaves_the_lists_until_somebody_says_why(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    stuk, dossier = _sealed(kluis, klok)
    assert any("Verhoor van" in kop for _, kop in _kinds(kluis, dossier))
    before = kluis.bekijk(lambda kast: kast.tijdlijn(dossier))
    _on(klok, Toestand.GERICHT)
    assert kluis.bekijk(lambda kast: kast.stukken()) == ()
    assert (
        kluis.doe(lambda work: work.stukkenkast.stukken()) == ()
    )  # the list of papers reads without a watch
    assert kluis.bekijk(lambda kast: kast.stukken(dossier)) == ()
    told = _kinds(kluis, dossier)
    assert {kop for _, kop in told} == {"Ouder politiegegeven, alleen gericht te zoeken"}
    assert {soort for soort, _ in told} == {Zaakstuksoort.STUK, Zaakstuksoort.VERHOOR}
    with pytest.raises(GrondGevraagd):  # that he made it himself is no reason now
        kluis.bekijk(lambda kast: kast.pdf(stuk))
    kluis.doe(lambda work: work.leeslog.noem_grond((dossier,), "Vraag van de officier van justitie"))
    assert kluis.bekijk(lambda kast: kast.pdf(stuk))
    assert kluis.bekijk(lambda kast: kast.tijdlijn(dossier)) == before
    assert [one.id for one in kluis.bekijk(lambda kast: kast.stukken(dossier))] == [stuk]
    assert kluis.bekijk(lambda kast: kast.stukken()) == ()


@pytest.mark.parametrize("state", [Toestand.AFGESCHERMD, Toestand.VERNIETIGEN])
def test_a_locked_paper_is_shown_to_nobody_here(kluis: SqlKluis, klok: StilleKlok, state: Toestand) -> None:
    stuk, dossier = _sealed(kluis, klok)
    hearing = kluis.bekijk(lambda kast: kast.verhoren(dossier))[0].blad.verhoor.id
    _on(klok, state)
    kluis.doe(lambda work: work.leeslog.noem_grond((dossier,), "Vraag van de officier van justitie"))
    assert _kinds(kluis, dossier) == []
    assert kluis.bekijk(lambda kast: kast.stukken(dossier)) == ()
    with pytest.raises(Afgeschermd):
        kluis.bekijk(lambda kast: kast.pdf(stuk))
    with pytest.raises(Afgeschermd):
        kluis.bekijk(lambda kast: kast.verhoor(hearing))


def test_a_visit_after_the_cautie_runs_on_the_same_clock(kluis: SqlKluis, klok: StilleKlok) -> None:
    zaak(kluis)
    toezicht = bezoek(kluis, klok)
    opsporing = aan_de_deur(kluis, klok)

    def told() -> dict[str, tuple[str, str]]:
        found = kluis.lees(lambda caseload: caseload.tijdlijn(FLEUR))
        return {one.id: (one.kop, one.tekst) for one in found if one.soort is Tijdlijnsoort.BEZOEK}

    free = told()
    assert kluis.lees(lambda caseload: caseload.bezoek(opsporing))
    _on(klok, Toestand.GERICHT)
    assert told()[opsporing][0] == "Ouder politiegegeven, alleen gericht te zoeken"
    assert "vakantie" not in told()[opsporing][1]
    assert told()[toezicht] == free[toezicht]
    assert kluis.lees(lambda caseload: caseload.bezoek(toezicht))
    with pytest.raises(GrondGevraagd):
        kluis.lees(lambda caseload: caseload.bezoek(opsporing))
    kluis.doe(lambda work: work.leeslog.noem_grond((FLEUR,), "Vraag van de officier van justitie"))
    assert told() == free
    assert kluis.lees(lambda caseload: caseload.bezoek(opsporing))
    klok.verder(9 * 366 * 24 * 3600)
    assert told() == {toezicht: free[toezicht]}
    with pytest.raises(Afgeschermd):
        kluis.lees(lambda caseload: caseload.bezoek(opsporing))
