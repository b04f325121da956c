"""Where each sentence comes from; own observation and hearsay stay apart; every key is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.handhaving.proces_verbaal import Kennis
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import deel, druk, toets, typ, vind, zichtbaar
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import bewaard, stap, typ_en_verlaat
from tests.ui.proces_verbaal.proefpapier import PapierStuk, Proefpapier
from tests.ui.wereld import DRIELING, Wereld


def _zegt(scherm: ProcesVerbaalScherm, woorden: str) -> bool:
    return any(woorden in een.text() and een.isVisible() for een in scherm.findChildren(Label))


def test_what_was_seen_stands_apart_from_what_was_told(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    kennis = {zin.bevinding.tekst: zin.bevinding.kennis for zin in bewaard(wereld, scherm).concept.zinnen}
    assert kennis["Er staan koffers in de gang."] is Kennis.WAARGENOMEN
    assert kennis["We waren in Griekenland."] is Kennis.GEHOORD_VAN
    gezien = _zin(scherm, "Er staan koffers in de gang.")
    gehoord = _zin(scherm, "We waren in Griekenland.")
    assert gezien.mapTo(scherm, gezien.pos()).y() < gehoord.mapTo(scherm, gehoord.pos()).y()
    assert not zichtbaar(scherm, f"{gezien.objectName()}.van_wie")
    assert zichtbaar(scherm, f"{gehoord.objectName()}.van_wie")
    assert _zegt(scherm, "Bron: bezoek, verslag van 24 november 2026")


def test_every_key_of_a_text_is_kept(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    for letter in "Uit":
        typ(scherm, "pv.redenen_van_wetenschap", letter)
        assert bewaard(wereld, scherm).concept.pv.redenen_van_wetenschap.endswith(letter)
    assert bewaard(wereld, scherm).concept.pv.redenen_van_wetenschap == "Uit"


def test_a_sentence_can_stay_off_the_paper_and_come_back(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    naam = _zin(scherm, "We waren in Griekenland.").objectName()
    druk(scherm, f"{naam}.weg")
    weg = {zin.bevinding.tekst: zin.weggelaten for zin in bewaard(wereld, scherm).concept.zinnen}
    assert weg["We waren in Griekenland."]
    assert not vind(scherm, naam).isEnabled()
    druk(scherm, f"{naam}.weg")
    assert not any(zin.weggelaten for zin in bewaard(wereld, scherm).concept.zinnen)


def test_an_own_sentence_gets_a_time_and_can_go(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    eerst = len(bewaard(wereld, scherm).concept.zinnen)
    wereld.klok.verder(minutes=1)
    druk(scherm, "pv.erbij.waargenomen")
    naam = next(een.objectName() for een in scherm.findChildren(QPlainTextEdit) if een.hasFocus())
    typ(scherm, naam, "De rolluiken waren dicht.")
    typ_en_verlaat(scherm, f"{naam}.tijd", "9:05")
    eigen = next(zin.bevinding for zin in bewaard(wereld, scherm).concept.zinnen if not zin.bron_id)
    assert (eigen.tekst, eigen.moment.astimezone().hour) == ("De rolluiken waren dicht.", 9)
    typ_en_verlaat(scherm, f"{naam}.tijd", "23:59")
    assert _zegt(scherm, "moet nog komen")
    druk(scherm, f"{naam}.weg")
    assert len(bewaard(wereld, scherm).concept.zinnen) == eerst


def test_what_was_recorded_since_is_offered(
    wereld: Wereld, scherm: ProcesVerbaalScherm, toon: Opener
) -> None:
    plek = scherm.werkplek()
    scherm.verlaat()
    wereld.klok.verder(minutes=3)
    wereld.doe(lambda work: _notitie(work, wereld))
    opnieuw = toon(plek.ding, "stap.bevindingen")
    eerst = len(bewaard(wereld, opnieuw).concept.zinnen)
    assert "1 zin" in vind(opnieuw, "pv.bronnen").accessibleName()
    druk(opnieuw, "pv.bronnen.erbij")
    assert len(bewaard(wereld, opnieuw).concept.zinnen) == eerst + 1
    assert not zichtbaar(opnieuw, "pv.bronnen")


def test_the_preview_follows_after_a_pause(
    qtbot: QtBot, scherm: ProcesVerbaalScherm, papier: Proefpapier
) -> None:
    qtbot.waitUntil(lambda: bool(papier.getekend))
    stap(scherm, "bevindingen")
    eerst = len(papier.getekend)
    typ(scherm, "pv.redenen_van_wetenschap", "Uit eigen waarneming.")
    assert len(papier.getekend) == eerst
    qtbot.waitUntil(lambda: len(papier.getekend) > eerst)
    assert len(papier.getekend) == eerst + 1
    assert "Uit eigen waarneming." in papier.getekend[-1]


def test_a_preview_that_fails_says_so_calmly(
    qtbot: QtBot, wereld: Wereld, scherm: ProcesVerbaalScherm, papier: Proefpapier
) -> None:
    qtbot.waitUntil(lambda: bool(papier.getekend))
    papier.fout = PapierStuk()
    stap(scherm, "bevindingen")
    typ(scherm, "pv.redenen_van_wetenschap", "x")
    qtbot.waitUntil(lambda: zichtbaar(scherm, "pv.voorbeeld.melding"))
    assert wereld.problemen == []
    assert bewaard(wereld, scherm).concept.pv.redenen_van_wetenschap == "x"


def test_the_cursor_comes_back_after_a_lock(toon: Opener, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    typ(scherm, "pv.redenen_van_wetenschap", "Uit eigen")
    toets(scherm, "pv.redenen_van_wetenschap", Qt.Key.Key_Left)
    plek = scherm.werkplek()
    assert (plek.veld, plek.cursor) == ("redenen_van_wetenschap", 8)
    scherm.verlaat()
    opnieuw = toon(plek.ding, plek.veld, plek.cursor)
    assert deel(opnieuw, "pv.redenen_van_wetenschap", QPlainTextEdit).hasFocus()
    assert opnieuw.werkplek().cursor == 8


def test_a_concept_thrown_away_leaves_its_sources(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    druk(scherm, "pv.weg")
    druk(scherm.window(), "pv.weggooien.wel")
    assert wereld.kluis.bekijk(lambda kast: kast.stukken()) == ()
    assert len(wereld.lees(lambda caseload: caseload.tijdlijn(DRIELING[0]))) >= 2
    assert wereld.terug == 1


def _zin(scherm: ProcesVerbaalScherm, tekst: str) -> QPlainTextEdit:
    return next(een for een in scherm.findChildren(QPlainTextEdit) if een.toPlainText() == tekst)


def _notitie(work: Work, wereld: Wereld) -> None:
    id_ = gespreksnotitie_starten(work, wereld.klok, (DRIELING[0],))
    notitie = replace(work.caseload.notitie(id_), met_wie="Moeder", tekst="Ze belt de school.")
    gespreksnotitie_bijhouden(work, notitie)
    gespreksnotitie_vastleggen(work, wereld.klok, id_)
