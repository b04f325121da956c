"""Words of the list and of people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from leerplicht_desktop.casework.queries.caseload import DossierRegel, PersoonBeeld
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.dossiers.betrokkenen import gezagzin
from leerplicht_desktop.ui.dossiers.woorden import (
    begonnen_in_woorden,
    gezag_in_woorden,
    leeftijd_in_woorden,
    rij_van,
    sinds,
    termijn,
)
from leerplicht_desktop.ui.kit.notices import NoticeKind

VANDAAG = date(2026, 11, 24)
REGEL = DossierRegel(
    "d", "2026-1", "Anna", "De School", "groep 4", "LRV", date(2026, 10, 1), None, False, False, False
)
OUDER = PersoonBeeld("p", "ouder1", "Ouder", "19800101", "V", None, True, None, False, False, False, None)


def _badge(**anders: Any) -> str:
    rij = rij_van(replace(REGEL, **anders), VANDAAG)
    return rij.badge.text if rij.badge is not None else ""


def test_the_badge_that_matters_most_wins() -> None:
    gisteren = VANDAAG - timedelta(days=1)
    assert _badge() == ""
    assert _badge(te_verzenden=True) == "Niet verstuurd"
    assert _badge(te_verzenden=True, datum_melding=VANDAAG) == "Nieuw"
    assert _badge(taak_uiterlijk=VANDAAG + timedelta(days=6), datum_melding=VANDAAG) == "Nog 6 dagen"
    assert _badge(taak_uiterlijk=VANDAAG + timedelta(days=6), concept=True) == "Concept"
    assert _badge(taak_uiterlijk=gisteren, concept=True) == "1 dag te laat"
    assert _badge(geheim=True) == "Geheim adres"


def test_a_secret_address_never_gives_way_to_a_badge() -> None:
    rij = rij_van(replace(REGEL, geheim=True, concept=True), VANDAAG)
    assert rij.line == "Geheim adres · groep 4 · De School"
    assert "Geheim adres" in rij.spoken


def test_says_where_a_hit_was_found() -> None:
    assert rij_van(replace(REGEL, gevonden_in="bsn"), VANDAAG).kind == "Gevonden op BSN"
    assert rij_van(replace(REGEL, gevonden_in="lijkt"), VANDAAG).kind == "Lijkt op je zoekwoord"
    assert rij_van(replace(REGEL, gevonden_in="naam"), VANDAAG).kind == "Langer dan 4 weken weg"


@pytest.mark.parametrize(
    ("over", "woorden"),
    [(-4, "4 dagen te laat"), (-1, "1 dag te laat"), (0, "Vandaag"), (1, "Morgen"), (2, "Nog 2 dagen")],
)
def test_days_left_in_words(over: int, woorden: str) -> None:
    assert termijn(over).text == woorden


@pytest.mark.parametrize(
    ("geboren", "woorden"),
    [
        ("20121124", "14 jaar"),
        ("20121125", "13 jaar"),
        ("20121200", "13 jaar"),
        ("20120000", "13 of 14 jaar (geboortedatum niet volledig bekend)"),
        ("00000000", "leeftijd onbekend"),
        ("20270101", "leeftijd onbekend"),
        ("", ""),
    ],
)
def test_age_is_honest_about_gaps(geboren: str, woorden: str) -> None:
    assert leeftijd_in_woorden(geboren, VANDAAG) == woorden


def test_gezag_in_words_for_those_of_whom_it_is_asked() -> None:
    assert [gezag_in_woorden(replace(OUDER, gezag=gezag)) for gezag in (True, False, None)] == [
        "heeft gezag",
        "geen gezag",
        "gezag onbekend",
    ]
    assert gezag_in_woorden(replace(OUDER, rol="broer_zus", gezag=False)) == ""
    assert gezag_in_woorden(replace(OUDER, rol="medebewoner", gezag=True)) == "heeft gezag"


def test_what_to_find_out_about_gezag() -> None:
    zonder, onbekend = replace(OUDER, gezag=False), OUDER
    assert gezagzin((replace(OUDER, gezag=True), onbekend)) is None
    assert gezagzin(()) is None
    voogd = gezagzin((zonder, zonder))
    assert voogd is not None
    assert voogd[0] is NoticeKind.WARNING
    assert "voogd" in voogd[1]
    vraag = gezagzin((zonder, onbekend))
    assert vraag is not None
    assert vraag[0] is NoticeKind.INFO


def test_when_something_began() -> None:
    moment = nederlands(date(2026, 11, 24), time(9, 5))
    assert (sinds(moment, VANDAAG), begonnen_in_woorden(moment, VANDAAG)) == ("09:05", "om 09:05")
    later = VANDAAG + timedelta(days=1)
    assert sinds(moment, later) == "di 24 nov, 09:05"
    assert begonnen_in_woorden(moment, later) == "op di 24 nov om 09:05"
