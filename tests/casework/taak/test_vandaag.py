"""The day from the whole caseload: every term, what is not finished, and what others did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.queries.caseload import Caseload, Tijdlijnsoort
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.taak.vandaag import (
    Dagdeel,
    Looptijd,
    NietAf,
    Nieuws,
    dagbegin,
    dagdeel,
    samen,
)
from leerplicht_desktop.casework.taak.voorstellen import voorstellen
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

KIND = DRIELING[0]
OM = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


def _voorstellen(caseload: Caseload, dossier: str, vandaag: date) -> tuple[Taakvoorstel, ...]:
    return voorstellen(caseload, dossier, vandaag)


def _dag(wereld: Wereld, sinds: date | None = None) -> Dagdeel:
    vandaag = wereld.klok.vandaag()
    begin = wereld.doe(dagbegin)
    deel = wereld.doe(
        lambda work: dagdeel(work, begin.dossiers, vandaag, sinds or vandaag - timedelta(days=1))
    )
    return samen((begin.deel, deel), begin.ambtenaar)


def test_every_proposal_of_every_dossier_is_a_term_without_a_tap(wereld: Wereld) -> None:
    vandaag = wereld.klok.vandaag()
    dossiers = [regel.dossier for regel in wereld.doe(dagbegin).dossiers]
    expected = {
        (dossier, een.sleutel, een.uiterlijk, een.wat)
        for dossier in dossiers
        for een in wereld.lees(partial(_voorstellen, dossier=dossier, vandaag=vandaag))
    }
    found = _dag(wereld).looptijden
    assert {(een.dossier, een.sleutel, een.uiterlijk, een.wat) for een in found} == expected
    assert expected
    assert all(een.uitleg is not None and een.naam for een in found)
    assert [een.uiterlijk for een in found] == sorted(een.uiterlijk for een in found)


def test_a_task_is_a_term_with_its_hour(wereld: Wereld) -> None:
    vandaag = wereld.klok.vandaag()
    taak = wereld.doe(
        lambda work: taak_maken(work, wereld.klok, DRIELING, "Bel school", vandaag, tijdstip=time(9, 30))
    )
    (found,) = [een for een in _dag(wereld).looptijden if een.taak]
    assert (found.taak, found.wat, found.uiterlijk, found.tijdstip) == (
        taak.id,
        "Bel school",
        vandaag,
        time(9, 30),
    )
    assert found.dossier in DRIELING


def test_what_was_begun_is_not_finished_and_opens_where_it_was(wereld: Wereld) -> None:
    visit = wereld.doe(lambda work: deurbezoek_starten(work, wereld.klok, DRIELING, "Kade 1")).bezoek
    note = wereld.doe(lambda work: gespreksnotitie_starten(work, wereld.klok, (KIND,)))
    found = {een.id: een.scherm for een in _dag(wereld).niet_af}
    assert found == {visit: "deurbezoek", note: "gesprek"}  # the visit once, though three have it


def test_looking_at_the_day_is_no_reading_of_a_file(wereld: Wereld) -> None:
    before = wereld.doe(lambda work: work.leeslog.regels(None, 50))
    _dag(wereld)
    assert wereld.doe(lambda work: work.leeslog.regels(None, 50)) == before
    wereld.lees(lambda caseload: caseload.dossier(KIND))
    assert len(wereld.doe(lambda work: work.leeslog.regels(None, 50))) == len(before) + 1


def test_own_work_is_no_news_and_a_report_is() -> None:
    own = Nieuws(OM, "d-1", "Kind", Tijdlijnsoort.NOTITIE, "Gesprek", "Anna")
    other = replace(own, wie="Bram")
    report = replace(own, soort=Tijdlijnsoort.MELDING, wanneer=date(2026, 11, 20))
    found = samen([Dagdeel(nieuws=(own, other, report))], "Anna").nieuws
    assert set(found) == {other, report}
    assert samen([Dagdeel(nieuws=(own, other))]).nieuws == (own, other)


def test_old_work_is_no_news(wereld: Wereld) -> None:
    vandaag = wereld.klok.vandaag()
    everything = _dag(wereld, date(2000, 1, 1)).nieuws
    assert everything
    assert _dag(wereld, vandaag + timedelta(days=1)).nieuws == ()
    assert all(een.wanneer <= vandaag for een in everything if not isinstance(een.wanneer, datetime))


TERMS = st.builds(
    Looptijd,
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    st.sampled_from(("Anna", "Bo")),
    st.sampled_from(("bel", "ga")),
    st.sampled_from(("d-1", "d-2")),
    st.none() | st.times(),
)


@given(st.lists(st.lists(TERMS, max_size=4), max_size=4), st.randoms())
def test_however_it_is_cut_the_day_is_the_same(parts: list[list[Looptijd]], chance: object) -> None:
    drafts = tuple(NietAf("gesprek", f"n-{n}", "Gesprek", "Kind", OM + timedelta(n)) for n in range(3))
    every = [Dagdeel(tuple(part), drafts[: len(part)]) for part in parts]
    one = Dagdeel(tuple(een for part in parts for een in part), drafts[: max(map(len, parts), default=0)])
    shuffled = list(every)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert (
        samen(shuffled).looptijden
        == samen([one]).looptijden
        == tuple(sorted(set(one.looptijden), key=lambda een: een.volgorde))
    )
    assert set(samen(shuffled).niet_af) == set(one.niet_af)
