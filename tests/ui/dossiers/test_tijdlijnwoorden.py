"""The timeline in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from leerplicht_desktop.casework.queries.caseload import TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.ui.dossiers.paneelbeeld import Paneelbeeld, lees_paneel
from leerplicht_desktop.ui.dossiers.tijdlijnwoorden import tijdlijn_in_woorden, waarheen
from leerplicht_desktop.ui.kit.timeline import TimelineItem
from tests.ui.wereld import PAOLO, Wereld

BEZOEK = TijdlijnItem(
    Tijdlijnsoort.BEZOEK,
    "b-1",
    nederlands(date(2026, 11, 23), time(16, 20)),
    "Deurbezoek, gesproken",
    "Vader: “Hij slaapt slecht”",
    "M. de Groot",
    verzonden=True,
)


def _item(wereld: Wereld, item: TijdlijnItem) -> TimelineItem:
    beeld = lees_paneel(wereld.kluis, PAOLO, wereld.klok.vandaag())
    assert isinstance(beeld, Paneelbeeld)
    return tijdlijn_in_woorden(replace(beeld, tijdlijn=(item,)))[0]


def test_says_when_and_who_and_calls_the_officer_jij(wereld: Wereld) -> None:
    gezien = _item(wereld, BEZOEK)
    assert (gezien.title, gezien.when_who) == ("Deurbezoek, gesproken", "ma 23 nov, 16:20 · jij")
    assert gezien.text == "Vader: “Hij slaapt slecht”"
    assert not gezien.unsent
    assert _item(wereld, replace(BEZOEK, wie="K. Bakker")).when_who == "ma 23 nov, 16:20 · K. Bakker"


def test_says_what_was_not_sent_refused_or_corrected(wereld: Wereld) -> None:
    assert _item(wereld, replace(BEZOEK, verzonden=False)).unsent
    geweigerd = _item(wereld, replace(BEZOEK, afgewezen=True))
    assert geweigerd.text.startswith("Niet aangenomen door de gemeente.\n")
    verbeterd = _item(wereld, replace(BEZOEK, verbeterd_door="b-2"))
    assert verbeterd.text.startswith("Verbeterd: er is een nieuwere versie.\n")


def test_a_draft_is_called_a_draft_and_not_unsent(wereld: Wereld) -> None:
    concept = _item(wereld, replace(BEZOEK, kop="Deurbezoek", concept=True, verzonden=False))
    assert concept.title == "Deurbezoek, concept"
    assert not concept.unsent
    assert "Nog niet vastgelegd" in concept.spoken


def test_an_open_task_is_planned_an_ended_one_is_not(wereld: Wereld) -> None:
    taak = replace(BEZOEK, soort=Tijdlijnsoort.TAAK, kop="Bel de mentor", tekst="", wie="")
    assert _item(wereld, taak).planned
    assert not _item(wereld, replace(taak, tekst="Gedaan")).planned


def test_a_long_text_ends_at_a_word(wereld: Wereld) -> None:
    tekst = _item(wereld, replace(BEZOEK, tekst="woord " * 100)).text
    assert tekst.endswith("woord…")
    assert len(tekst) <= 241


def test_a_key_says_where_it_leads(wereld: Wereld) -> None:
    assert waarheen(_item(wereld, BEZOEK).key) == ("deurbezoek", "b-1")
    taak = replace(BEZOEK, soort=Tijdlijnsoort.TAAK, id="t-1")
    assert waarheen(_item(wereld, taak).key) == ("blad.taken", "t-1")
