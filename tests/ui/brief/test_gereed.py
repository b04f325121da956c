"""Sealing, printing, exporting and sending: nothing half-sealed, nothing lost, every print logged."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.domain.stuk.stuk import Stand, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.soorten import SOORTEN
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.proefprinters import PdfPrinters
from tests.ui.wereld import PAOLO, Wereld

from .conftest import Opener
from .papiertekst import bladen_van, brieven, concept, stuk, tekst_van

_VERLOF = {
    "aangevraagd_op": "9-11",
    "periode": "11 tot en met 29 januari 2027",
    "reden": "de begrafenis van oma",
    "eerder_verlof": "geen",
    "hoofd_gehoord_op": "12-11",
    "mening_hoofd": "Tien dagen past.",
    "besluit": "Verlof van 11 tot en met 22 januari 2027.",
    "afweging": "De rouw vraagt tien dagen.",
    "bezwaaradres": "Postbus 100, Demostad",
}
_UITNODIGING = {
    "melding": "Dimitris twee dagen niet op school was",
    "gesprek_op": "1-12",
    "gesprek_op.tijd": "15:30",
    "gesprek_waar": "het gemeentehuis",
}


def _vul(scherm: BriefScherm, formulier: str, velden: dict[str, str]) -> str:
    druk(scherm, f"brief.formulier.{formulier}")
    druk(scherm, "brief.begin")
    for veld, tekst in velden.items():
        typ(scherm, f"brief.veld.{veld}", tekst)
    return scherm.werkplek().ding


def _verzegel(scherm: BriefScherm) -> None:
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.wel")


@pytest.fixture
def gereed(toon: Opener) -> BriefScherm:
    """A sealed invitation."""
    scherm = toon()
    _vul(scherm, "uitnodiging_gesprek", _UITNODIGING)
    _verzegel(scherm)
    return scherm


def _woorden(scherm: QWidget) -> str:
    return "\n".join(woord.text() for woord in scherm.findChildren(QLabel) if woord.isVisibleTo(scherm))


def _druk_af(scherm: BriefScherm, aantal: str = "1") -> None:
    druk(scherm, "brief.afdrukken")
    veld = deel(scherm.window(), "brief.afdrukken.aantal", QLineEdit)
    veld.clear()
    typ(scherm.window(), "brief.afdrukken.aantal", aantal)
    druk(scherm.window(), "brief.afdrukken.druk")


def test_not_yet_seals_nothing(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _vul(scherm, "uitnodiging_gesprek", _UITNODIGING)
    druk(scherm, "brief.definitief")
    assert vind(scherm.window(), "brief.definitief.niet").hasFocus()
    druk(scherm.window(), "brief.definitief.niet")
    assert concept(wereld, id_).concept.id == id_


def test_what_was_read_is_what_is_sealed(wereld: Wereld, gereed: BriefScherm) -> None:
    id_ = gereed.werkplek().ding
    beeld = stuk(wereld, id_)
    pdf = wereld.context.papier.stuk(id_)
    assert beeld.stand is Stand.GEREED
    assert beeld.stuk.bestand_hash == hashlib.sha256(pdf).hexdigest()
    assert "dinsdag 1 december 2026 om 15:30 uur" in tekst_van(pdf)
    assert "CONCEPT" not in tekst_van(pdf)
    with pytest.raises(KeyError):
        concept(wereld, id_)
    assert [post.entity for post in wereld.uitvak() if post.entity == "stuk"]
    druk(gereed, "brief.details")
    assert beeld.stuk.inhoud_hash in deel(gereed, "brief.hash", QLabel).text().replace(" ", "")


def test_a_sealed_letter_is_found_again(wereld: Wereld, gereed: BriefScherm, toon: Opener) -> None:
    weer = toon(gereed.werkplek().ding)
    assert "Definitief, nog niet verzonden" in _woorden(weer)
    assert not zichtbaar(weer, "brief.definitief")


def test_printing_leaves_paper_and_one_line(
    wereld: Wereld, gereed: BriefScherm, printers: PdfPrinters
) -> None:
    id_ = gereed.werkplek().ding
    _druk_af(gereed, "2")
    assert bladen_van(printers.bestand.read_bytes()) == stuk(wereld, id_).stuk.bladzijden
    assert printers.geopend[0].copyCount() == 2
    regels = stuk(wereld, id_).afdrukken
    assert [(regel.hoe, regel.aantal) for regel in regels] == [("afgedrukt", 2)]
    assert wereld.toasts[-1] == "De brief staat bij de printer."


def test_both_sides_are_asked_of_the_printer(gereed: BriefScherm, printers: PdfPrinters) -> None:
    druk(gereed, "brief.afdrukken")
    druk(gereed.window(), "brief.afdrukken.dubbel")
    druk(gereed.window(), "brief.afdrukken.druk")
    assert printers.geopend[0].kanten is QPrinter.DuplexMode.DuplexLongSide
    assert printers.bestand.exists()


def test_a_printer_that_vanishes_loses_nothing(
    wereld: Wereld, gereed: BriefScherm, printers: PdfPrinters
) -> None:
    printers.weg = True
    _druk_af(gereed)
    assert "De printer doet het niet meer." in deel(gereed, "brief.melding", Notice).accessibleName()
    assert not stuk(wereld, gereed.werkplek().ding).afdrukken
    printers.weg = False
    _druk_af(gereed)
    assert len(stuk(wereld, gereed.werkplek().ding).afdrukken) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_stops_loses_nothing(
    wereld: Wereld, gereed: BriefScherm, printers: PdfPrinters
) -> None:
    printers.map = printers.map / "weg"
    _druk_af(gereed)
    assert "De printer doet het niet meer." in deel(gereed, "brief.melding", Notice).accessibleName()
    assert not stuk(wereld, gereed.werkplek().ding).afdrukken


@pytest.mark.parametrize("aantal", ["0", "100", "twee", ""])
def test_a_senseless_number_of_copies_is_refused(
    gereed: BriefScherm, printers: PdfPrinters, aantal: str
) -> None:
    _druk_af(gereed, aantal)
    assert "Kies 1 tot en met 99 exemplaren." in deel(gereed, "brief.melding", Notice).accessibleName()
    assert not printers.bestand.exists()


def test_without_a_printer_the_screen_says_what_to_do(gereed: BriefScherm, printers: PdfPrinters) -> None:
    printers.leeg = True
    druk(gereed, "brief.afdrukken")
    assert "Sluit een printer aan of exporteer" in deel(gereed, "brief.melding", Notice).accessibleName()


def test_export_warns_writes_and_logs(wereld: Wereld, gereed: BriefScherm, tmp_path: Path) -> None:
    id_ = gereed.werkplek().ding
    druk(gereed, "brief.exporteer")
    druk(gereed.window(), "brief.waarschuwing.kies")
    kiezer = gereed.window().findChild(QFileDialog, "brief.plek")
    assert isinstance(kiezer, QFileDialog)
    assert "imitris" not in kiezer.selectedFiles()[0]
    kiezer.fileSelected.emit(str(tmp_path / "weg" / "brief.pdf"))
    assert "De plek die je koos is er niet meer." in deel(gereed, "brief.melding", Notice).accessibleName()
    assert not stuk(wereld, id_).afdrukken
    kiezer.fileSelected.emit(str(tmp_path / "brief.pdf"))
    assert (tmp_path / "brief.pdf").read_bytes() == wereld.context.papier.stuk(id_)
    assert [regel.hoe for regel in stuk(wereld, id_).afdrukken] == ["uitgevoerd"]


def test_sending_is_written_down(wereld: Wereld, gereed: BriefScherm) -> None:
    id_ = gereed.werkplek().ding
    druk(gereed, "brief.stap.vast")
    stap = stuk(wereld, id_).stappen[0]
    assert (stap.aan, stap.wijze, stap.datum) == ("T. Olympos", Verzendwijze.POST, wereld.klok.vandaag())
    assert "Verzonden, aan T. Olympos, met de post" in _woorden(gereed)
    assert zichtbaar(gereed, "brief.stap.ontvangen")
    assert not zichtbaar(gereed, "brief.stap.aan")
    wereld.klok.verder(minutes=1)
    assert not zichtbaar(gereed, "brief.stap.vast")
    druk(gereed, "brief.stap.ontvangen")
    druk(gereed, "brief.stap.vast")
    assert stuk(wereld, id_).stand is Stand.ONTVANGEN
    assert not zichtbaar(gereed, "brief.bezwaar_tot")


def test_news_from_elsewhere_leaves_a_step_that_is_typed(wereld: Wereld, gereed: BriefScherm) -> None:
    druk(gereed, "brief.stap.niet_verzonden")
    typ(gereed, "brief.stap.reden", "Ouders belden")
    gereed.geraakt(touched(Soort.STUK))
    rust()
    assert deel(gereed, "brief.stap.reden", QPlainTextEdit).toPlainText() == "Ouders belden"


def test_a_day_to_come_is_refused(wereld: Wereld, gereed: BriefScherm) -> None:
    deel(gereed, "brief.stap.datum", QLineEdit).clear()
    typ(gereed, "brief.stap.datum", "morgen")
    druk(gereed, "brief.stap.vast")
    assert "Die dag moet nog komen." in _woorden(gereed)
    assert not stuk(wereld, gereed.werkplek().ding).stappen


def test_not_sending_needs_a_reason(wereld: Wereld, gereed: BriefScherm) -> None:
    druk(gereed, "brief.stap.niet_verzonden")
    druk(gereed, "brief.stap.vast")
    assert "Schrijf waarom dit niet is verzonden." in _woorden(gereed)
    typ(gereed, "brief.stap.reden", "Ouders belden zelf")
    druk(gereed, "brief.stap.vast")
    assert stuk(wereld, gereed.werkplek().ding).stand is Stand.NIET_VERZONDEN


@pytest.mark.parametrize(
    ("dagen", "tot"),
    [(-11, "maandag 28 december 2026"), (-4, "maandag 4 januari 2027")],
    ids=["sent 13-11", "sent 20-11"],
)
def test_a_decision_says_until_when_to_object(wereld: Wereld, toon: Opener, dagen: int, tot: str) -> None:
    """R20: six weeks from the day after sending, moved on over Christmas and the weekend."""
    wereld.klok.verder(days=dagen)
    scherm = toon()
    _vul(scherm, "beschikking_verlof", _VERLOF)
    _verzegel(scherm)
    assert not zichtbaar(scherm, "brief.bezwaar_tot")
    druk(scherm, "brief.stap.vast")
    gezegd = deel(scherm, "brief.bezwaar_tot", Notice).accessibleName()
    assert f"Bezwaar kan tot en met {tot}." in gezegd


def test_the_keyboard_alone_seals(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    id_ = _vul(scherm, "uitnodiging_gesprek", _UITNODIGING)
    toets(scherm, "brief.veld.melding", Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    toets(scherm.window(), "brief.definitief.niet", Qt.Key.Key_Tab)
    focus = scherm.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "brief.definitief.wel"
    toets(scherm.window(), "brief.definitief.wel", Qt.Key.Key_Space)
    assert stuk(wereld, id_).stuk.id == id_


def test_the_other_letter_still_waits(wereld: Wereld, toon: Opener) -> None:
    """R30: sealing one of three leaves the others a concept, and says so."""
    scherm = toon(PAOLO)
    _vul(scherm, "uitnodiging_gesprek", _UITNODIGING)
    _verzegel(scherm)
    assert wereld.toasts[-1] == "De brief is definitief. Er liggen nog 2 brieven klaar bij de documenten."
    assert sorted(regel.concept for regel in brieven(wereld, PAOLO)) == [False, True, True]


@pytest.mark.parametrize(
    ("formulier", "zin", "wijze"),
    [
        ("niet_thuiskaart", "", "brievenbus"),
        ("verzuimbeeld", "Niet in de brievenbus", "persoonlijk"),
        ("bericht_school", "de stand van de melding in DUO", "post"),
    ],
)
def test_a_sealed_letter_says_what_else_to_do(toon: Opener, formulier: str, zin: str, wijze: str) -> None:
    """The copy, the parents, DUO: what the table of documents asks beside the letter itself."""
    scherm = toon()
    if formulier == "bericht_school":
        druk(scherm, f"brief.formulier.{formulier}")
        typ(scherm, "brief.instantie.adres", "Plein 1")
        druk(scherm, "brief.begin")
        typ(scherm, "brief.veld.stand", "Alles gaat goed.")
    else:
        _vul(scherm, formulier, {})
    _verzegel(scherm)
    assert zichtbaar(scherm, "brief.daarna") is bool(zin)
    if zin:
        assert zin in deel(scherm, "brief.daarna", Notice).accessibleName()
    assert deel(scherm, "brief.stap.wijze", QComboBox).currentData() == wijze


def test_only_a_copy_of_3a_and_3b_has_a_term() -> None:
    """Articles 3a and 3b give two weeks for the copy; for leave and article 15 the law names none."""
    termijn = {
        soort
        for soort, een in SOORTEN.items()
        if "kopie" in een.daarna and "twee weken" in een.op(date(2026, 11, 30)).daarna
    }
    assert termijn == {Documentsoort.BESCHIKKING_VERVANGENDE_LEERPLICHT}
    assert "hoofd" in SOORTEN[Documentsoort.BESCHIKKING_VERLOF].daarna


def test_in_a_narrow_window_nothing_is_left_to_fill_in(gereed: BriefScherm) -> None:
    gereed.resize(700, 700)
    rust()
    assert deel(gereed, "brief.wissel.links", QAbstractButton).accessibleName() == "Gegevens"
