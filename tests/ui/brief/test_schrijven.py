"""Filling in a letter beside its paper: every key kept, nothing secret, nothing sealed that is not whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.bladen.blad import Blad
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, rust, toets, typ, zichtbaar
from tests.ui.wereld import PAOLO, Wereld

from .conftest import Opener
from .papiertekst import brieven, concept, papier


def _begin(scherm: BriefScherm, formulier: str) -> str:
    druk(scherm, f"brief.formulier.{formulier}")
    druk(scherm, "brief.begin")
    return scherm.werkplek().ding


def _woorden(deel_: QWidget) -> str:
    return "\n".join(woord.text() for woord in deel_.findChildren(QLabel) if woord.isVisibleTo(deel_))


def _probeer(scherm: BriefScherm) -> None:
    druk(scherm, "brief.definitief")


def test_every_key_is_kept_and_found_again(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm, "uitnodiging_gesprek")
    typ(scherm, "brief.veld.melding", "hij er niet wa")
    assert concept(wereld, id_).concept.velden["melding"] == "hij er niet wa"
    plek = scherm.werkplek()
    assert (plek.veld, plek.cursor) == ("melding", 14)
    weer = toon(plek.ding, plek.veld, plek.cursor)
    tekst = deel(weer, "brief.veld.melding", QPlainTextEdit)
    assert (tekst.toPlainText(), tekst.textCursor().position()) == ("hij er niet wa", 14)


def test_the_paper_follows_when_typing_stops(wereld: Wereld, toon: Opener, qtbot: QtBot) -> None:
    scherm = toon()
    _begin(scherm, "uitnodiging_gesprek")
    eerst = deel(scherm, "brief.blad", Blad).grab().toImage()
    typ(scherm, "brief.veld.melding", "Dimitris twee dagen weg was")
    assert deel(scherm, "brief.blad", Blad).grab().toImage() == eerst
    qtbot.waitUntil(lambda: deel(scherm, "brief.blad", Blad).grab().toImage() != eerst)


@pytest.mark.parametrize(
    ("getypt", "tijd", "kept"),
    [("1-12", "1530", "2026-12-01T15:30"), ("morgen", "9:05", "2026-11-25T09:05")],
)
def test_day_and_time_are_understood(wereld: Wereld, toon: Opener, getypt: str, tijd: str, kept: str) -> None:
    scherm = toon()
    id_ = _begin(scherm, "uitnodiging_gesprek")
    typ(scherm, "brief.veld.gesprek_op", getypt)
    typ(scherm, "brief.veld.gesprek_op.tijd", tijd)
    assert concept(wereld, id_).concept.velden["gesprek_op"] == kept


def test_a_day_that_does_not_exist_is_refused(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm, "beschikking_verlof")
    typ(scherm, "brief.veld.aangevraagd_op", "31-02")
    toets(scherm, "brief.veld.aangevraagd_op", Qt.Key.Key_Return)
    assert "Die dag bestaat niet" in _woorden(scherm)
    assert "aangevraagd_op" not in concept(wereld, id_).concept.velden


def test_a_table_keeps_its_rows(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.zorgmelding")
    typ(scherm, "brief.instantie.adres", "Postbus 200")
    druk(scherm, "brief.begin")
    id_ = scherm.werkplek().ding
    typ(scherm, "brief.veld.feiten.1.datum", "24-11-2026")
    typ(scherm, "brief.veld.feiten.1.wat", "Komt niet buiten")
    druk(scherm, "brief.veld.feiten.erbij")
    typ(scherm, "brief.veld.feiten.2.wat", "Weg ermee")
    assert concept(wereld, id_).concept.velden["feiten"] == (
        ("24-11-2026", "Komt niet buiten", ""),
        ("", "Weg ermee", ""),
    )
    druk(scherm, "brief.veld.feiten.2.weg")
    assert concept(wereld, id_).concept.velden["feiten"] == (("24-11-2026", "Komt niet buiten", ""),)
    druk(scherm, "brief.veld.spoed.nee")
    assert concept(wereld, id_).concept.velden["spoed"] is False


def test_a_letter_that_is_not_whole_cannot_be_sealed(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm, "uitnodiging_gesprek")
    _probeer(scherm)
    assert scherm.window().findChild(QWidget, "brief.definitief.venster") is None
    assert "Vul in: Wat de school meldde, met data." in _woorden(scherm)
    assert scherm.focusWidget().objectName() == "brief.veld.melding"
    assert concept(wereld, id_).concept.id == id_


def test_a_secret_address_is_told_in_red_and_kept_off(wereld: Wereld, toon: Opener) -> None:
    """R24: the letter to mother gives nothing away of where father lives."""
    scherm = toon(PAOLO)
    id_ = _begin(scherm, "waarschuwing")
    beeld = concept(wereld, id_)
    assert beeld.verborgen
    assert "geheim adres" in deel(scherm, "brief.geheim", Notice).accessibleName()
    assert all(geheim not in papier(wereld, id_) for geheim in beeld.verborgen)
    typ(scherm, "brief.veld.hulp", f"Wij waren in de {beeld.verborgen[0].upper()}")
    _probeer(scherm)
    assert "moet blijven voor wie de brief krijgt" in _woorden(scherm)
    assert scherm.window().findChild(QWidget, "brief.definitief.venster") is None


def test_a_bsn_never_goes_to_a_parent(wereld: Wereld, toon: Opener) -> None:
    """R23: refused on a letter to parents, filled in for the SVB."""
    scherm = toon()
    _begin(scherm, "uitnodiging_gesprek")
    typ(scherm, "brief.veld.melding", "leerling 999996435 er niet was")
    typ(scherm, "brief.veld.gesprek_waar", "hier")
    typ(scherm, "brief.veld.gesprek_op", "1-12")
    typ(scherm, "brief.veld.gesprek_op.tijd", "15:30")
    _probeer(scherm)
    assert "een getal dat een BSN kan zijn. Haal het weg." in _woorden(scherm)
    assert scherm.window().findChild(QWidget, "brief.definitief.venster") is None


def test_the_svb_gets_a_bsn_that_passes(wereld: Wereld, toon: Opener) -> None:
    """R23: 123456789 is refused, 123456782 accepted."""
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.melding_svb")
    typ(scherm, "brief.instantie.adres", "Postbus 300")
    druk(scherm, "brief.begin")
    id_ = scherm.werkplek().ding
    veld = deel(scherm, "brief.veld.bsn", QLineEdit)
    assert veld.text() == "999990408"
    veld.clear()
    typ(scherm, "brief.veld.bsn", "123456789")
    toets(scherm, "brief.veld.bsn", Qt.Key.Key_Return)
    assert "Dit BSN klopt niet" in _woorden(scherm)
    assert concept(wereld, id_).concept.velden["bsn"] != "123456789"
    veld.clear()
    typ(scherm, "brief.veld.bsn", "123456782")
    assert concept(wereld, id_).concept.velden["bsn"] == "123456782"
    assert "123456782" in papier(wereld, id_)


def test_markup_in_a_name_prints_as_it_is(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm, "uitnodiging_gesprek")
    typ(scherm, "brief.veld.melding", "<b>hij</b> & {{ zij }} **weg** was")
    # A reader of PDFs puts spaces where letters stand wide.
    assert "<b>hij</b>&{{zij}}**weg**was" in papier(wereld, id_).replace(" ", "")


def test_a_concept_can_be_thrown_away(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    _begin(scherm, "uitnodiging_gesprek")
    druk(scherm, "brief.weg")
    druk(scherm.window(), "brief.weg.niet")
    assert len(brieven(wereld, "d-dimitris")) == 1
    druk(scherm, "brief.weg")
    druk(scherm.window(), "brief.weg.wel")
    assert not brieven(wereld, "d-dimitris")
    assert wereld.terug == 1


def test_another_salutation_is_kept(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _begin(scherm, "uitnodiging_gesprek")
    deel(scherm, "brief.aanhef", QLineEdit).clear()
    typ(scherm, "brief.aanhef", "Beste Thanatos")
    rust()
    aan = concept(wereld, id_).concept.aan
    assert aan is not None
    assert aan.aanhef == "Beste Thanatos"
    assert "Beste Thanatos," in papier(wereld, id_)
    assert not zichtbaar(scherm, "brief.geheim")
