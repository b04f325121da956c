from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import reden_correctie_schrijven
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.caseload import TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.casework.taak.maken import taak_afhandelen, taak_maken
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksvorm
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.domain.taak.taak import Afhandeling
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.spiegel.test_brievenbus import KOPPELING
from tests.store.world import (
    StilleKlok,
    begin_bezoek,
    dossier,
    leg_bezoek_vast,
    made_by,
    melding,
    pull,
    record,
)

BEZOEK: dict[str, Json] = {
    "dossiers": ["d-1"],
    "begonnen_op": "2026-11-10T15:00:00Z",
    "geeindigd_op": "2026-11-10T15:20:00Z",
    "vastgelegd_op": "2026-11-10T15:21:00Z",
    "adres": "Boterdiep 31",
    "uitkomst": "niet_thuis",
    "aangetroffen": [],
    "vinkjes": [{"soort": "legitimatie", "tijd": "2026-11-10T15:00:00Z"}],
    "segmenten": [
        {"soort": "gezegd", "spreker": "Buurvrouw", "tijd": "2026-11-10T15:05:00Z", "tekst": "Ze zijn weg."},
        {"soort": "gezien", "tijd": "2026-11-10T15:06:00Z", "tekst": "Post achter de deur."},
    ],
    "niet_thuis": {"gezien": ["post"], "achtergelaten": "kaart", "kaartnummer": "K-7"},
    "verbalisant": "P. de Vries",
}
NOTITIE: dict[str, Json] = {
    "dossiers": ["d-1"],
    "met_wie": "mentor",
    "gesproken_op": "2026-11-11T09:00:00Z",
    "hoe": "school",
    "tekst": "Rustig gesprek.",
    "afspraken": [{"wat": "Belt", "wie": "mentor", "uiterlijk": "2026-11-18"}],
    "vastgelegd_op": "2026-11-11T09:30:00Z",
}


def _lijn(kluis: SqlKluis, dossier_: str = "d-1") -> tuple[TijdlijnItem, ...]:
    return kluis.lees(lambda caseload: caseload.tijdlijn(dossier_))


def test_everything_stands_once_and_the_newest_first(kluis: SqlKluis, klok: StilleKlok) -> None:
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    pull(
        kluis,
        dossier("d-1", None, "Zoë"),
        melding("m-1", ("d-1",), "2026-11-09", melder_naam="S. El Amrani"),
        made_by(record("deurbezoek", "b-1", ("d-1",), BEZOEK), "a-7", "P. de Vries"),
        record("gespreksnotitie", "n-1", ("d-1",), NOTITIE),
    )
    leg_bezoek_vast(kluis, klok, ("d-1",))
    kluis.doe(
        lambda work: taak_maken(work, klok, ("d-1",), "Bellen", date(2026, 11, 24), tijdstip=time(9, 0))
    )
    items = _lijn(kluis)
    assert [item.kop for item in items] == [
        "Bellen",
        "Deurbezoek, niet thuis",
        "Gesprek met mentor",
        "Deurbezoek, niet thuis",
        "Melding 16 uur",
    ]
    assert [item.wie for item in items] == ["", "K. van Es", "onbekend", "P. de Vries", "S. El Amrani"]
    assert [item.verzonden for item in items] == [False, False, True, True, True]
    assert items[3].tekst == "Buurvrouw: “Ze zijn weg.”\nPost achter de deur."
    assert _lijn(kluis, "d-2") == ()


ALIKE = "K. van Es"


@pytest.mark.parametrize(
    ("officer", "name", "shown"),
    [
        (KOPPELING.ambtenaar_id, "Iemand anders", ALIKE),
        ("a-7", "K. Bakker", "K. Bakker"),
        ("a-7", ALIKE, f"{ALIKE} (a-7)"),
        ("a-7", "", " (a-7)"),
    ],
)
def test_who_it_was_is_what_the_municipality_knows(
    kluis: SqlKluis, officer: str, name: str, shown: str
) -> None:
    """The body names P. de Vries; nobody sees that."""
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    pull(kluis, made_by(record("deurbezoek", "b-1", ("d-1",), BEZOEK), officer, name))
    (item,) = _lijn(kluis)
    assert (item.wie, item.klok) == (shown, "")
    mine = kluis.doe(lambda work: work.stukkenkast.collega_van_verslag("b-1"))
    assert mine == ("" if shown == ALIKE else shown)


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (timedelta(minutes=2), ""),
        (timedelta(minutes=-2), ""),
        (timedelta(minutes=14), "liep 14 minuten achter op"),
        (timedelta(minutes=-61), "liep 1 uur voor op"),
        (timedelta(days=1), "liep 1 dag achter op"),
        (timedelta(days=-9_000), "liep 9000 dagen voor op"),
    ],
)
def test_clocks_that_differ_are_told(kluis: SqlKluis, behind: timedelta, said: str) -> None:
    pull(kluis, made_by(record("gespreksnotitie", "n-1", ("d-1",), NOTITIE), "a-7", "K. Bakker", behind))
    (item,) = _lijn(kluis)
    assert said in item.klok
    assert bool(item.klok) is ("De gemeente ontving dit op " in item.klok) is bool(said)


def test_what_was_pulled_reads_as_a_visit_and_a_note(kluis: SqlKluis) -> None:
    pull(
        kluis,
        record("deurbezoek", "b-1", ("d-1",), BEZOEK),
        record("gespreksnotitie", "n-1", ("d-1",), NOTITIE),
    )
    bezoek = kluis.lees(lambda caseload: caseload.bezoek("b-1"))
    assert (bezoek.uitkomst, bezoek.is_concept, bezoek.segmenten[0].spreker) == (
        Uitkomst.NIET_THUIS,
        False,
        "Buurvrouw",
    )
    assert bezoek.niet_thuis is not None
    assert bezoek.niet_thuis.achtergelaten is Achtergelaten.KAART
    notitie = kluis.lees(lambda caseload: caseload.notitie("n-1"))
    assert (notitie.hoe, notitie.afspraken[0].uiterlijk) == (Gespreksvorm.SCHOOL, date(2026, 11, 18))


def test_an_own_visit_that_comes_back_is_one_item_and_sent(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = leg_bezoek_vast(kluis, klok, ("d-1",))
    (before,) = _lijn(kluis)
    pull(kluis, record("deurbezoek", id_, ("d-1",), BEZOEK))
    (after,) = _lijn(kluis)
    # The answer to the push was lost; that it came back proves that it arrived.
    assert (before.verzonden, after.verzonden) == (False, True)
    assert replace(after, verzonden=False, wie=before.wie) == before


def test_an_answer_makes_it_sent(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    (waiting,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    kluis.doe(lambda work: work.brievenbus.verwerk([Antwoord(waiting.op, AntwoordSoort.APPLIED)]))
    assert [item.verzonden for item in _lijn(kluis)] == [True]


def test_a_correction_names_the_newest_version(kluis: SqlKluis, klok: StilleKlok) -> None:
    oud = leg_bezoek_vast(kluis, klok, ("d-1",))
    klok.verder(60)
    nieuw = kluis.doe(lambda work: deurbezoek_verbeteren(work, klok, oud))
    items = {item.id: item for item in _lijn(kluis)}
    assert (items[oud].verbeterd_door, items[nieuw].concept) == (None, True)
    kluis.doe(lambda work: reden_correctie_schrijven(work, nieuw, "Tijd klopte niet."))
    kluis.doe(lambda work: deurbezoek_vastleggen(work, klok, nieuw))
    items = {item.id: item for item in _lijn(kluis)}
    assert (items[oud].verbeterd_door, items[nieuw].concept) == (nieuw, False)
    pull(kluis, record("deurbezoek", "zz-van-kantoor", ("d-1",), {**BEZOEK, "corrigeert": oud}))
    assert {item.id: item for item in _lijn(kluis)}[oud].verbeterd_door == "zz-van-kantoor"


def test_a_draft_is_a_draft(kluis: SqlKluis, klok: StilleKlok) -> None:
    begin_bezoek(kluis, klok, ("d-1",), "„Nee”")
    (item,) = _lijn(kluis)
    assert (item.soort, item.kop, item.concept, item.verzonden) == (
        Tijdlijnsoort.BEZOEK,
        "Deurbezoek",
        True,
        False,
    )


def test_a_visit_says_who_was_met(kluis: SqlKluis) -> None:
    met: dict[str, list[Json]] = {
        "Deurbezoek, ouder en leerling gesproken": ["jongere", "ouder"],
        "Deurbezoek, leerling gesproken": ["jongere"],
        "Deurbezoek, ouder gesproken": ["ouder"],
        "Deurbezoek, opengedaan": [],
    }
    for kop, wie in met.items():
        pull(
            kluis,
            record("deurbezoek", "b-1", ("d-1",), {**BEZOEK, "uitkomst": "open_gedaan", "aangetroffen": wie}),
        )
        assert [item.kop for item in _lijn(kluis)] == [kop]


def test_a_task_says_how_it_ended(kluis: SqlKluis, klok: StilleKlok) -> None:
    taak = kluis.doe(lambda work: taak_maken(work, klok, ("d-1",), "Bellen", date(2026, 11, 24), wie="vader"))
    assert [(item.tekst, item.wanneer, item.wie) for item in _lijn(kluis)] == [
        ("", date(2026, 11, 24), "vader")
    ]
    kluis.doe(lambda work: taak_afhandelen(work, klok, taak.id, Afhandeling.VERVALLEN, "verhuisd"))
    assert [item.tekst for item in _lijn(kluis)] == ["Vervallen: verhuisd"]
