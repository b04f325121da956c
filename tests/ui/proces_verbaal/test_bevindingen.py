"""Where each sentence comes from, what may be done to it, and that every key is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.concepten import Conceptzin
from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.handhaving.pvzin import Zinsoort
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import deel, druk, toets, typ, vind, zichtbaar
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import bewaard, stap, typ_en_verlaat
from tests.ui.proces_verbaal.proefpapier import PapierStuk, Proefpapier
from tests.ui.wereld import DRIELING, Wereld


def _zegt(scherm: ProcesVerbaalScherm, woorden: str) -> bool:
    return any(woorden in een.text() and een.isVisible() for een in scherm.findChildren(Label))


def test_each_sentence_tells_whose_knowledge_it_is(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    zinnen = {zin.bevinding.brontekst: zin for zin in bewaard(wereld, scherm).concept.zinnen}
    gezien, gezegd = zinnen["Er staan koffers in de gang."], zinnen["We waren in Griekenland."]
    assert (gezien.bevinding.soort, gezegd.bevinding.soort) == (Zinsoort.WAARNEMING, Zinsoort.GEZEGD)
    assert _zegt(scherm, "Ik zag: Er staan koffers in de gang.")
    assert _zegt(scherm, "zei tegen mij: “We waren in Griekenland.”")
    assert _zegt(scherm, "Bron: bezoek van 24 november 2026")


def test_every_key_of_a_text_is_kept(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    for letter in "Uit":
        typ(scherm, "pv.redenen_van_wetenschap", letter)
        assert bewaard(wereld, scherm).concept.pv.redenen_van_wetenschap.endswith(letter)
    assert bewaard(wereld, scherm).concept.pv.redenen_van_wetenschap == "Uit"


def test_a_sentence_of_supervision_is_chosen_with_a_reason(
    wereld: Wereld, scherm: ProcesVerbaalScherm
) -> None:
    stap(scherm, "bevindingen")
    naam = _naam(wereld, scherm, "Er staan koffers")
    assert _opgenomen(wereld, scherm, "Er staan koffers") is False
    druk(scherm, f"{naam}.op")
    druk(scherm, f"{naam}.reden.zet")
    assert _zegt(scherm, "Schrijf waarom, of laat de zin van het papier.")
    druk(scherm, f"{naam}.reden.0")
    druk(scherm, f"{naam}.reden.zet")
    assert _opgenomen(wereld, scherm, "Er staan koffers") is True
    assert _zegt(scherm, "Nodig voor het bewijs van het verzuim")
    druk(scherm, f"{naam}.weg")
    assert _opgenomen(wereld, scherm, "Er staan koffers") is False


def test_words_of_a_source_are_left_out_or_masked_and_never_written(
    wereld: Wereld, scherm: ProcesVerbaalScherm
) -> None:
    stap(scherm, "bevindingen")
    naam = _op_papier(wereld, scherm, "Er staan koffers")
    druk(scherm, f"{naam}.bewerk")
    bron = deel(scherm, f"{naam}.bron", QPlainTextEdit)
    assert bron.isReadOnly()
    druk(scherm, f"{naam}.inkorten")
    assert _zegt(scherm, "Selecteer eerst de woorden")
    _selecteer(bron, "in de gang")
    druk(scherm, f"{naam}.inkorten")
    assert _zegt(scherm, "Ik zag: Er staan koffers (…)")
    _selecteer(deel(scherm, f"{naam}.bron", QPlainTextEdit), "koffers")
    druk(scherm, f"{naam}.afschermen")
    assert _zegt(scherm, "Er staan [adres afgeschermd] (…)")
    druk(scherm, f"{naam}.herstellen")
    assert _zegt(scherm, "Ik zag: Er staan koffers in de gang.")


def test_a_paraphrase_is_typed_and_says_so(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    naam = _op_papier(wereld, scherm, "We waren")
    druk(scherm, f"{naam}.bewerk")
    druk(scherm, f"{naam}.weergeven")
    typ(scherm, naam, "Het gezin was weg.")
    assert _zegt(scherm, "zei, zakelijk weergegeven: Het gezin was weg.")
    zin = _zin(wereld, scherm, "We waren")
    assert (zin.bevinding.weergegeven, zin.bevinding.tekst) == (True, "Het gezin was weg.")


def test_an_own_sentence_gets_a_time_and_can_go(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    stap(scherm, "bevindingen")
    eerst = len(bewaard(wereld, scherm).concept.zinnen)
    wereld.klok.verder(minutes=1)
    druk(scherm, "pv.erbij")
    naam = next(een.objectName() for een in scherm.findChildren(QPlainTextEdit) if een.hasFocus())
    typ(scherm, naam, "De rolluiken waren dicht.")
    typ_en_verlaat(scherm, f"{naam}.tijd", "9:05")
    eigen = next(zin.bevinding for zin in bewaard(wereld, scherm).concept.zinnen if not zin.bron_id)
    assert (eigen.tekst, in_nederland(eigen.moment).hour) == ("De rolluiken waren dicht.", 9)
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


def _zin(wereld: Wereld, scherm: ProcesVerbaalScherm, begin: str) -> Conceptzin:
    return next(
        zin for zin in bewaard(wereld, scherm).concept.zinnen if zin.bevinding.brontekst.startswith(begin)
    )


def _opgenomen(wereld: Wereld, scherm: ProcesVerbaalScherm, begin: str) -> bool:
    return not _zin(wereld, scherm, begin).weggelaten


def _naam(wereld: Wereld, scherm: ProcesVerbaalScherm, begin: str) -> str:
    """The name under which a sentence stands on the screen: its number by time."""
    zinnen = sorted(bewaard(wereld, scherm).concept.zinnen, key=lambda zin: zin.bevinding.moment)
    return f"pv.zin.{[zin.bevinding.brontekst[: len(begin)] for zin in zinnen].index(begin) + 1}"


def _op_papier(wereld: Wereld, scherm: ProcesVerbaalScherm, begin: str) -> str:
    naam = _naam(wereld, scherm, begin)
    druk(scherm, f"{naam}.op")
    druk(scherm, f"{naam}.reden.0")
    druk(scherm, f"{naam}.reden.zet")
    return naam


def _selecteer(veld: QPlainTextEdit, woorden: str) -> None:
    plek = veld.textCursor()
    begin = veld.toPlainText().index(woorden)
    plek.setPosition(begin)
    plek.setPosition(begin + len(woorden), plek.MoveMode.KeepAnchor)
    veld.setTextCursor(plek)


def _notitie(work: Work, wereld: Wereld) -> None:
    id_ = gespreksnotitie_starten(work, wereld.klok, (DRIELING[0],))
    notitie = replace(work.caseload.notitie(id_), met_wie="Moeder", tekst="Ze belt de school.")
    gespreksnotitie_bijhouden(work, notitie)
    gespreksnotitie_vastleggen(work, wereld.klok, id_)
