from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.queries.caseload import DossierFilter, DossierRegel, Pagina
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.store.reading.asked import read
from leerplicht_desktop.store.spiegel.folding import fold, indexed, words
from leerplicht_desktop.store.vault import SqlKluis
from tests.bench.caseload import pages
from tests.store.world import (
    StilleKlok,
    apply,
    begin_bezoek,
    dossier,
    leg_bezoek_vast,
    melding,
    persoon,
    pull,
    record,
)

MENSEN = {
    "d-1": ("Łukasz Jan", "Wójcik", "999993653", "Demo Maascollege"),
    "d-2": ("Anaïs", "D'Hondt-van 't Zand", "999990408", "Demo Maascollege"),
    "d-3": ("Björn", "Øberg", "999996186", "Demo De Ooievaar"),
    "d-4": ("Çağla", "Yıldız", "100000421", "Demo ROC"),
}


@pytest.fixture
def gevuld(kluis: SqlKluis) -> SqlKluis:
    for nummer, (id_, (voornamen, naam, bsn, school)) in enumerate(MENSEN.items()):
        pull(
            kluis,
            record("school", f"s-{id_}", (), {"naam": school}),
            dossier(
                id_, f"p-{id_}", f"{voornamen} {naam}", school=f"s-{id_}", nummer=f"2026-{nummer + 140:04d}"
            ),
            persoon(f"p-{id_}", (id_,), voornamen, naam, bsn=bsn, adres_sleutel=f"huis-{nummer // 2}"),
        )
    return kluis


def _page(kluis: SqlKluis, na: tuple[str, str] | None, aantal: int) -> Pagina:
    return kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, na, aantal))


def _zoek(kluis: SqlKluis, tekst: str, filter_: DossierFilter = DossierFilter.ALLE) -> list[DossierRegel]:
    page = kluis.lees(lambda caseload: caseload.zoek(tekst, filter_, None, 50))
    assert page.totaal == len(page.regels)
    return list(page.regels)


def _holds(kluis: SqlKluis, id_: str, tekst: str, filter_: DossierFilter) -> bool:
    return kluis.lees(lambda caseload: caseload.in_lijst(id_, tekst, filter_))


@pytest.mark.parametrize(
    ("tekst", "hits", "waar"),
    [
        ("lukasz", ["d-1"], "naam"),
        ("Łuk", ["d-1"], "naam"),
        ("WOJ luk", ["d-1"], "naam"),
        ("jan", ["d-1"], "naam"),
        ("anais", ["d-2"], "naam"),
        ("dhondt", ["d-2"], "naam"),
        ("d'hondt", ["d-2"], "naam"),
        ("d hondt", ["d-2"], "naam"),
        ("zand", ["d-2"], "naam"),
        ("'t zand", ["d-2"], "naam"),
        ("oberg", ["d-3"], "naam"),
        ("cagla yildiz", ["d-4"], "naam"),
        ("maas", ["d-2", "d-1"], "school"),
        ("maas luk", ["d-1"], "school"),
        ("3653", ["d-1"], "bsn"),
        ("luk 3653", ["d-1"], "bsn"),
        ("365", [], ""),
        ("93653", [], ""),
        ("2026-0141", ["d-2"], "nummer"),
        ("0141", ["d-2"], "nummer"),
        ("ukasz", ["d-1"], "lijkt"),
        ("!?", [], ""),
        ('"', [], ""),
        ("NEAR(", [], ""),
        ("naam: luk*", [], ""),
    ],
)
def test_search_as_you_type(gevuld: SqlKluis, tekst: str, hits: list[str], waar: str) -> None:
    found = _zoek(gevuld, tekst)
    assert [regel.dossier for regel in found] == hits
    assert {regel.gevonden_in for regel in found} <= {waar}


@pytest.mark.parametrize("tekst", ["", "lukasz", "maas", "3653", "0141", "!?", "ukasz", "  "])
def test_the_list_holds_what_its_pages_hold(gevuld: SqlKluis, tekst: str) -> None:
    hits = {regel.dossier for regel in _zoek(gevuld, tekst)}
    for id_ in (*MENSEN, "d-weg"):
        assert _holds(gevuld, id_, tekst, DossierFilter.ALLE) is (id_ in hits), id_


def test_the_list_of_a_filter_holds_what_its_pages_hold(gevuld: SqlKluis, klok: StilleKlok) -> None:
    gevuld.doe(lambda work: taak_maken(work, klok, ("d-2",), "Bel", date(2026, 12, 1)))
    assert {id_ for id_ in MENSEN if _holds(gevuld, id_, "", DossierFilter.TAAK)} == {"d-2"}


def test_every_beginning_of_a_name_finds_it(gevuld: SqlKluis) -> None:
    for id_, (voornamen, naam, *_) in MENSEN.items():
        for word in f"{voornamen} {naam}".split():
            for end in range(1, len(word) + 1):
                part = word[:end]
                if words(part):
                    assert id_ in [regel.dossier for regel in _zoek(gevuld, part)], part


def test_the_list_is_ordered_by_surname_and_pages_by_key(kluis: SqlKluis) -> None:
    for page in pages(120, 200):
        apply(kluis, page)
    seen: list[str] = []
    na: tuple[str, str] | None = None
    while True:
        found = _page(kluis, na, 7)
        assert found.totaal == 120
        seen += [regel.dossier for regel in found.regels]
        na = found.na
        if na is None:
            break
    assert len(seen) == len(set(seen)) == 120
    assert kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 120)).na is None


def test_a_page_goes_on_although_the_list_changed(gevuld: SqlKluis) -> None:
    first = gevuld.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 2))
    assert [regel.dossier for regel in first.regels] == ["d-2", "d-3"]
    pull(gevuld, dossier("d-0", None, "Aardig"), evict=("d-3",))
    rest = gevuld.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, first.na, 2))
    assert [regel.dossier for regel in rest.regels] == ["d-1", "d-4"]
    assert rest.na is None


def test_filters_hold_what_they_count(gevuld: SqlKluis, klok: StilleKlok) -> None:
    pull(
        gevuld,
        melding("m-1", ("d-1",), "2026-11-07"),
        melding("m-2", ("d-2",), "2026-11-06"),
    )
    gevuld.doe(lambda work: taak_maken(work, klok, ("d-3",), "vandaag", date(2026, 11, 21)))
    gevuld.doe(lambda work: taak_maken(work, klok, ("d-4",), "morgen", date(2026, 11, 22)))
    begin_bezoek(gevuld, klok, ("d-2", "d-4"))
    counts = gevuld.lees(lambda caseload: caseload.tellingen(klok.vandaag()))
    # The rail tells what cannot wait; the filter shows every task that is still open.
    assert gevuld.lees(lambda caseload: caseload.taken_nu(klok.vandaag())) == 1
    expected = {
        DossierFilter.ALLE: {"d-1", "d-2", "d-3", "d-4"},
        DossierFilter.NIEUW: {"d-1"},
        DossierFilter.TAAK: {"d-3", "d-4"},
        DossierFilter.CONCEPT: {"d-2", "d-4"},
    }
    assert counts == {filter_: len(ids) for filter_, ids in expected.items()}
    for filter_, ids in expected.items():
        assert {regel.dossier for regel in _zoek(gevuld, "", filter_)} == ids
    assert [regel.dossier for regel in _zoek(gevuld, "maas", DossierFilter.CONCEPT)] == ["d-2"]


def test_a_line_shows_its_task_draft_and_what_waits(gevuld: SqlKluis, klok: StilleKlok) -> None:
    gevuld.doe(lambda work: taak_maken(work, klok, ("d-3",), "later", date(2026, 12, 9)))
    gevuld.doe(lambda work: taak_maken(work, klok, ("d-3",), "eerst", date(2026, 12, 1)))
    begin_bezoek(gevuld, klok, ("d-3",))
    leg_bezoek_vast(gevuld, klok, ("d-1",))
    lines = {regel.dossier: regel for regel in _zoek(gevuld, "")}
    assert lines["d-3"].taak_uiterlijk == date(2026, 12, 1)
    assert (lines["d-3"].concept, lines["d-3"].te_verzenden) == (True, True)
    assert (lines["d-1"].concept, lines["d-1"].te_verzenden) == (False, True)
    assert (lines["d-2"].concept, lines["d-2"].te_verzenden) == (False, False)


def test_a_household_is_who_lives_at_one_address(gevuld: SqlKluis) -> None:
    assert [r.dossier for r in gevuld.lees(lambda caseload: caseload.gezin("d-2"))] == ["d-2", "d-1"]
    pull(gevuld, persoon("p-d-2", ("d-2",), "Anaïs", "Zand", adres_sleutel=None))
    assert [r.dossier for r in gevuld.lees(lambda caseload: caseload.gezin("d-2"))] == ["d-2"]
    assert gevuld.lees(lambda caseload: caseload.gezin("geen")) == ()


@given(st.text(max_size=40))
def test_whatever_is_typed_can_be_read(tekst: str) -> None:
    asked = read(tekst)
    assert bool(asked) <= bool(words(tekst))


def test_every_character_folds_to_something_that_stays() -> None:
    """All of Unicode: a sign that holds a capital once came back in capitals (㎐)."""
    wrong = [c for c in map(chr, range(sys.maxunicode + 1)) if fold(fold(c)) != fold(c)]
    assert wrong == []


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(tekst: str) -> None:
    assert fold(fold(tekst)) == fold(tekst)
    assert set(words(tekst)) <= set(indexed(tekst).split())
