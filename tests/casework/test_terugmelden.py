"""What is found at the door goes back to the register: recorded, on its way, and never called sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import (
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.bezoek.verbeteren import deurbezoek_verbeteren
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.queries.caseload import TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.casework.queries.tegenspraak import bevinding_in_woorden, tegenspraak
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.records import Terugmelding
from tests.casework.zaak import FLEUR, SAMEN
from tests.store.world import StilleKlok

NIET_HIER = [uitkomst for uitkomst in Uitkomst if uitkomst.woont_hier_niet]
ANDERS = [Uitkomst.OPEN_GEDAAN, Uitkomst.WEIGERT_GESPREK]


def _bezoek(
    kluis: SqlKluis, klok: StilleKlok, uitkomst: Uitkomst, *, ander_adres: bool = False, gezegd: str = ""
) -> str:
    def act(work: Work) -> str:
        id_ = deurbezoek_starten(work, klok, SAMEN, "Voorbeeldkade 44", ander_adres=ander_adres).bezoek
        wie = frozenset({Aanwezig.OUDER}) if uitkomst is Uitkomst.OPEN_GEDAAN else frozenset()
        uitkomst_kiezen(work, id_, uitkomst, wie)
        if gezegd:
            segment = segment_toevoegen(work, klok, id_, SoortSegment.GEZEGD, "De bewoner")
            segment_schrijven(work, segment.id, gezegd)
        klok.verder(60)
        deurbezoek_vastleggen(work, klok, id_)
        return id_

    return kluis.doe(act)


def _onderweg(kluis: SqlKluis) -> list[Verzending]:
    open_ = kluis.doe(lambda work: work.brievenbus.openstaand(50))
    return [een for een in open_ if een.entity == "terugmelding"]


def _tijdlijn(kluis: SqlKluis) -> list[TijdlijnItem]:
    items = kluis.lees(lambda caseload: caseload.tijdlijn(FLEUR))
    return [item for item in items if item.soort is Tijdlijnsoort.TERUGMELDING]


@pytest.mark.parametrize("uitkomst", NIET_HIER)
def test_it_is_recorded_with_the_visit_and_goes_after_it(
    kluis: SqlKluis, klok: StilleKlok, uitkomst: Uitkomst
) -> None:
    bezoek = _bezoek(kluis, klok, uitkomst, gezegd="Die zijn in mei vertrokken.")
    (een,) = _onderweg(kluis)
    assert een.after == (bezoek,)
    body = Terugmelding.model_validate(een.body)
    assert (body.bezoek, body.adres, body.bevinding) == (bezoek, "Voorbeeldkade 44", uitkomst.value)
    assert body.toelichting == "Die zijn in mei vertrokken."
    assert (body.gemaakt_op - body.waargenomen_op).total_seconds() == 60
    (item,) = _tijdlijn(kluis)
    assert item.kop == f"Terugmelding BRP: {uitkomst.woorden.tijdlijn}, Voorbeeldkade 44"
    assert not item.verzonden


@pytest.mark.parametrize("uitkomst", ANDERS)
def test_another_outcome_says_nothing_of_the_register(
    kluis: SqlKluis, klok: StilleKlok, uitkomst: Uitkomst
) -> None:
    _bezoek(kluis, klok, uitkomst)
    assert _onderweg(kluis) == []
    assert _tijdlijn(kluis) == []


def test_a_door_that_is_not_that_of_the_register_says_nothing_of_it(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    _bezoek(kluis, klok, Uitkomst.VERHUISD, ander_adres=True)
    assert _onderweg(kluis) == []
    assert kluis.lees(lambda caseload: tegenspraak(caseload, FLEUR)) is None


def test_a_correction_answers_it(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek = _bezoek(kluis, klok, Uitkomst.ONBEKEND)

    def verbeter(work: Work) -> None:
        id_ = deurbezoek_verbeteren(work, klok, bezoek)
        uitkomst_kiezen(work, id_, Uitkomst.WEIGERT_GESPREK, frozenset())
        work.bezoeken.bewaar(replace(work.bezoeken.laad(id_), reden_correctie="Verkeerd gekozen."))
        deurbezoek_vastleggen(work, klok, id_)

    gevonden = kluis.lees(lambda caseload: tegenspraak(caseload, FLEUR))
    assert gevonden is not None
    assert gevonden.id == bezoek
    kluis.doe(verbeter)
    assert kluis.lees(lambda caseload: tegenspraak(caseload, FLEUR)) is None
    (item,) = _tijdlijn(kluis)
    assert item.verbeterd_door is not None


def test_the_letter_says_what_was_seen_and_who_said_what(kluis: SqlKluis, klok: StilleKlok) -> None:
    _bezoek(kluis, klok, Uitkomst.ONBEKEND, gezegd="Ik woon hier alleen.")
    bezoek = kluis.lees(lambda caseload: tegenspraak(caseload, FLEUR))
    assert bezoek is not None
    zin = "Het gezin was op dit adres niet bekend. De bewoner zei: “Ik woon hier alleen.”"
    assert bevinding_in_woorden(bezoek) == zin
