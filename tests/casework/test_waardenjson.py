"""Domain values as JSON and back: the same value, also after a program that knew less."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.waardenjson import naar_json, uit_json
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.handhaving.verhoor import (
    Afstand,
    Begeleiding,
    Bijstand,
    Tolk,
    Verhoor,
    Verhoorregel,
)
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stukstap, Verzendwijze
from tests.documents import pv_voorbeelden

ZONE = timezone(timedelta(hours=1))
MOMENTEN = st.integers(0, 300_000_000).map(lambda n: datetime.fromtimestamp(1_577_836_800 + n, ZONE))
TEKST = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.mark.parametrize("maak", [pv_voorbeelden.luxe, pv_voorbeelden.absoluut, pv_voorbeelden.jongere_zelf])
def test_a_whole_proces_verbaal_comes_back(maak: Callable[[], ProcesVerbaal]) -> None:
    pv = maak()
    assert uit_json(ProcesVerbaal, json.loads(json.dumps(naar_json(pv)))) == pv


verhoren = st.builds(
    Verhoor,
    id=TEKST,
    verdachte_geboren=st.builds(Geboortedatum, st.none() | st.integers(1950, 2015)),
    pleegdatum=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    plaats=TEKST,
    begin=MOMENTEN,
    identiteit=TEKST,
    cautie_om=st.none() | MOMENTEN,
    bijstand=st.none() | st.sampled_from(Bijstand),
    afstand=st.none() | st.builds(Afstand, TEKST, st.booleans(), st.booleans()),
    tolk=st.none() | st.builds(Tolk, TEKST, TEKST),
    begeleiding=st.none() | st.sampled_from(Begeleiding),
    aanwezig=st.lists(TEKST, max_size=3).map(tuple),
    regels=st.lists(st.builds(Verhoorregel, MOMENTEN, TEKST, st.booleans()), max_size=3).map(tuple),
    ondertekend=st.none() | st.booleans(),
)


@given(verhoren)
def test_any_hearing_comes_back(verhoor: Verhoor) -> None:
    assert uit_json(Verhoor, json.loads(json.dumps(naar_json(verhoor)))) == verhoor


def test_what_an_older_program_did_not_know_gets_its_default() -> None:
    gezet = datetime(2026, 11, 21, tzinfo=ZONE)
    stap = Stukstap("t", "s", ("d",), Stapsoort.VERZONDEN, date(2026, 11, 21), gezet)
    waarde = naar_json(replace(stap, wijze=Verzendwijze.POST))
    assert isinstance(waarde, dict)
    ouder = {naam: deel for naam, deel in waarde.items() if naam != "wijze"}
    assert uit_json(Stukstap, {**ouder, "nieuw_veld": 1}) == stap


@pytest.mark.parametrize("waarde", [{}, [], "tekst", {"id": 1}, None])
def test_what_does_not_fit_is_refused(waarde: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        uit_json(Verhoor, waarde)


def test_what_has_no_spelling_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        naar_json({1, 2})
