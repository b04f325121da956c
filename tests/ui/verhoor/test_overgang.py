"""R17 over the real screens: a visit or a talk turns into a hearing of its own, and nothing goes along."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven, segment_toevoegen
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from leerplicht_desktop.ui.gesprek.view import GesprekScherm
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import druk, rust, typ, zichtbaar
from tests.ui.raam import in_raam
from tests.ui.verhoor.conftest import Opener, begin, bewaard, ding, stap
from tests.ui.wereld import Wereld

_EERDER = "We waren gewoon op vakantie."


def _van_bron(wereld: Wereld, toon: Opener, bron: str) -> VerhoorScherm:
    """The hearing that the screen of the source asked for, begun five minutes later."""
    assert wereld.gegaan[-1] == Werkplek("verhoor", bron)
    wereld.klok.verder(minutes=5)
    scherm = toon(bron)
    begin(scherm)
    return scherm


def _niets_overgenomen(wereld: Wereld, scherm: VerhoorScherm, bron: str) -> None:
    """Its own time, no cautie yet, an empty statement, and only a way to read what went before."""
    verhoor = bewaard(wereld, scherm)
    assert verhoor.begin == wereld.klok.nu()
    assert (verhoor.cautie_om, verhoor.regels) == (None, ())
    assert wereld.kluis.bekijk(lambda kast: kast.verhoor(ding(scherm))).blad.bron == bron
    stap(scherm, "rechten")
    wereld.klok.verder(minutes=1)
    druk(scherm, "verhoor.cautie")
    stap(scherm, "verklaring")
    assert zichtbaar(scherm, "verhoor.bron")
    druk(scherm, "verhoor.antwoord")
    teksten = [een.toPlainText() for een in scherm.findChildren(QPlainTextEdit)]
    assert all(_EERDER not in tekst for tekst in teksten)
    assert not any(_EERDER in een.text() for een in scherm.findChildren(Label))


def test_r17_a_visit_turns_into_a_hearing(qtbot: QtBot, wereld: Wereld, toon: Opener) -> None:
    bezoek = wereld.begin_bezoek()

    def gezegd(work: Work) -> None:
        segment = segment_toevoegen(work, wereld.klok, bezoek, SoortSegment.GEZEGD, "Vader")
        segment_schrijven(work, segment.id, _EERDER)

    wereld.doe(gezegd)
    deur = in_raam(qtbot, DeurbezoekScherm(wereld.context))
    deur.toon(Werkplek("deurbezoek", bezoek))
    rust()
    assert not zichtbaar(deur, "deurbezoek.verhoor")
    druk(deur, "deurbezoek.vinkje.cautie")
    druk(deur, "deurbezoek.cautie.ja")
    druk(deur, "deurbezoek.verhoor")
    _niets_overgenomen(wereld, _van_bron(wereld, toon, f"bezoek:{bezoek}"), bezoek)
    oud = wereld.lees(lambda caseload: caseload.bezoek(bezoek))
    assert [segment.tekst for segment in oud.segmenten] == [_EERDER]
    assert oud.vastgelegd_op is None


def test_r17_a_talk_turns_into_a_hearing(qtbot: QtBot, wereld: Wereld, toon: Opener) -> None:
    notitie = wereld.begin_notitie()
    gesprek = in_raam(qtbot, GesprekScherm(wereld.context), 1216, 868)
    gesprek.toon(Werkplek("gesprek", notitie))
    rust()
    typ(gesprek, "gesprek.tekst", _EERDER)
    druk(gesprek, "gesprek.verhoor")
    gesprek.verlaat()
    _niets_overgenomen(wereld, _van_bron(wereld, toon, f"notitie:{notitie}"), notitie)
    oud = wereld.lees(lambda caseload: caseload.notitie(notitie))
    assert oud.tekst == _EERDER
