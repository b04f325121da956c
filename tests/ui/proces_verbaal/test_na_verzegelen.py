"""R15, R21 and R24 on the screen of a sealed one: the signed scan, the copy to the Raad, and the way out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.stukkenkast import StukBeeld
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from leerplicht_desktop.ui.pv_lijst.lezing import lees_lijst
from tests.ui.handen import deel, druk, rust, typ, vind, zichtbaar
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import begin, ding, kies, maak_compleet, onderteken, stap, verzegel
from tests.ui.wereld import DRIELING, PAOLO, Wereld


@pytest.fixture
def verzegeld(scherm: ProcesVerbaalScherm) -> ProcesVerbaalScherm:
    maak_compleet(scherm)
    verzegel(scherm)
    return scherm


def _beeld(wereld: Wereld, scherm: ProcesVerbaalScherm) -> StukBeeld:
    return wereld.kluis.bekijk(lambda kast: kast.stuk(ding(scherm)))


def _zegt(scherm: ProcesVerbaalScherm, woorden: str) -> bool:
    return any(woorden in een.text() and een.isVisible() for een in scherm.findChildren(Label))


def test_r15_it_stays_unsigned_until_the_scan_is_registered(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, tmp_path: Path
) -> None:
    assert any("nog niet ondertekend" in een.text() for een in verzegeld.findChildren(Badge))
    kies(verzegeld, "pv.stap.soort", "ondertekend")
    typ(verzegeld, "pv.stap.plaats", "Demostad")
    druk(verzegeld, "pv.stap.leg_vast")
    assert "Kies de scan" in deel(verzegeld, "pv.stap.bijlage", QComboBox).accessibleDescription()
    assert _beeld(wereld, verzegeld).stand is Stand.GEREED
    onderteken(verzegeld, tmp_path)
    assert _beeld(wereld, verzegeld).stand is Stand.ONDERTEKEND
    (regel,) = wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0]))
    hash_ = hashlib.sha256(b"%PDF-1.7 getekend").hexdigest()
    assert (regel.bijlage.sha256, regel.bijlage.door) == (hash_, "M. de Groot")
    assert _beeld(wereld, verzegeld).stappen[0].bijlage == regel.bijlage.id
    assert _zegt(verzegeld, f"hash {hash_[:16]}")
    assert _zegt(verzegeld, "door M. de Groot")
    assert "scan0001" not in regel.bijlage.titel


def test_what_the_municipality_has_by_now_says_so_and_a_step_half_filled_in_stays(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm
) -> None:
    def wacht() -> bool:
        return any(
            een.text() == "Nog niet verstuurd" and een.isVisible() for een in verzegeld.findChildren(Badge)
        )

    def verstuur(work: Work) -> Touched:
        wachtend = work.brievenbus.openstaand(99)
        return work.brievenbus.verwerk([Antwoord(een.op, AntwoordSoort.APPLIED) for een in wachtend])

    assert wacht()
    typ(verzegeld, "pv.stap.plaats", "Demostad")
    wereld.doe(verstuur)
    wereld.context.bulletin.meld(touched(Soort.SYNC))
    rust()
    assert not wacht()
    assert any("nog niet ondertekend" in een.text() for een in verzegeld.findChildren(Badge))
    assert deel(verzegeld, "pv.stap.plaats", QLineEdit).text() == "Demostad"


def test_the_scan_can_be_looked_at_and_what_is_printed_stays_the_sealed_one(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, tmp_path: Path
) -> None:
    onderteken(verzegeld, tmp_path)
    link = next(een for een in verzegeld.findChildren(QPushButton) if een.objectName().startswith("pv.scan."))
    druk(verzegeld, link.objectName())
    assert verzegeld._stukbeeld.pdf == b"%PDF-1.7 getekend"
    _exporteer(verzegeld, tmp_path / "pv.pdf")
    gezegeld = wereld.kluis.bekijk(lambda kast: kast.pdf(ding(verzegeld)))
    assert (tmp_path / "pv.pdf").read_bytes() == gezegeld


def _exporteer(scherm: ProcesVerbaalScherm, pad: Path) -> str:
    """Save at a place; gives the name that was offered."""
    druk(scherm, "pv.exporteer")
    druk(scherm.window(), "pv.waarschuwing.kies")
    kiezer = scherm.window().findChild(QFileDialog, "pv.plek")
    assert isinstance(kiezer, QFileDialog)
    aangeboden = Path(kiezer.selectedFiles()[0]).name
    kiezer.fileSelected.emit(str(pad))
    kiezer.close()
    rust()
    return aangeboden


def test_a_sealed_one_leaves_as_a_file_after_a_warning_and_is_logged(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, tmp_path: Path
) -> None:
    druk(verzegeld, "pv.exporteer")
    druk(verzegeld.window(), "pv.waarschuwing.niet")
    assert _beeld(wereld, verzegeld).afdrukken == ()
    assert _exporteer(verzegeld, tmp_path / "weg" / "pv.pdf") == "proces-verbaal-oef-2026-000101.pdf"
    assert "De plek die je koos is er niet meer." in deel(verzegeld, "pv.melding", Notice).accessibleName()
    assert _beeld(wereld, verzegeld).afdrukken == ()
    _exporteer(verzegeld, tmp_path / "pv.pdf")
    assert [regel.hoe for regel in _beeld(wereld, verzegeld).afdrukken] == ["uitgevoerd"]
    assert wereld.toasts[-1] == "Proces-verbaal opgeslagen. Dit bestand staat nu buiten de kluis."


def test_a_concept_cannot_leave_as_a_file(scherm: ProcesVerbaalScherm) -> None:
    assert not zichtbaar(scherm, "pv.exporteer")


def test_r24_a_secret_address_is_warned_of_before_paper_and_file(wereld: Wereld, toon: Opener) -> None:
    scherm = toon(f"nieuw:{PAOLO}")
    beeld = wereld.lees(lambda caseload: caseload.dossier(PAOLO))
    assert beeld is not None
    begin(scherm, next(een.naam for een in beeld.betrokkenen if een.geheim))
    assert "geheim adres" in deel(scherm, "pv.voorbeeld.geheim", Notice).accessibleName()
    maak_compleet(scherm)
    _waarschuwt_bij_afdrukken(scherm)
    verzegel(scherm)
    _waarschuwt_bij_afdrukken(scherm)
    assert vind(scherm, "pv.voorbeeld.geheim").isVisible()
    druk(scherm, "pv.exporteer")
    dialoog = scherm.window().findChild(Dialog, "pv.waarschuwing")
    assert isinstance(dialoog, Dialog)
    assert any("geheim adres" in een.text() for een in dialoog.findChildren(Label))


def test_r21_the_copy_to_the_raad_is_asked_for_until_it_was_sent(
    wereld: Wereld, scherm: ProcesVerbaalScherm, tmp_path: Path
) -> None:
    typ(scherm, "pv.eerdere.op", "14-03-2024")
    druk(scherm, "pv.eerdere.erbij")
    stap(scherm, "bijlagen")
    assert _zegt(scherm, "afschrift Raad voor de Kinderbescherming")
    maak_compleet(scherm)
    verzegel(scherm)
    assert not zichtbaar(scherm, "pv.raad")
    onderteken(scherm, tmp_path)
    for wie in ("officier van justitie", "Raad voor de Kinderbescherming"):
        wereld.klok.verder(minutes=1)
        kies(scherm, "pv.stap.soort", "verzonden")
        assert deel(scherm, "pv.stap.aan", QLineEdit).text() == wie
        kies(scherm, "pv.stap.wijze", "post")
        druk(scherm, "pv.stap.leg_vast")
        assert zichtbaar(scherm, "pv.raad") is wie.startswith("officier")
    assert _beeld(wereld, scherm).stand is Stand.VERZONDEN
    assert _zegt(scherm, "Afschrift verzonden")


def _waarschuwt_bij_afdrukken(scherm: ProcesVerbaalScherm) -> None:
    druk(scherm, "pv.afdrukken")
    dialoog = deel(scherm.window(), "pv.afdrukken.venster", Dialog)
    assert any("geheim adres" in een.text() for een in dialoog.findChildren(Label))
    druk(dialoog, "pv.afdrukken.niet")


def test_the_list_says_against_whom_also_of_a_sealed_one(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    verzegel(scherm)
    assert [een.tegen for een in wereld.doe(lees_lijst)] == ["Thanatos Olympos"]


@pytest.mark.parametrize("breedte", [1305, 732])
def test_a_scan_that_is_a_photo_is_seen_where_it_belongs(
    scherm: ProcesVerbaalScherm, tmp_path: Path, breedte: int
) -> None:
    maak_compleet(scherm)
    verzegel(scherm)
    scherm.resize(breedte, 700)
    scherm._toon_scan(_jpeg(tmp_path))
    rust()
    blad = vind(scherm, "pv.voorbeeld.blad")
    assert blad.isVisible()
    assert blad.accessibleName() == "Blad 1 van 1 van het ondertekende proces-verbaal"
    assert 0 < blad.width() <= scherm.width()
    scherm._toon_papier()
    rust()
    assert "van het proces-verbaal" in vind(scherm, "pv.voorbeeld.blad").accessibleName()


def test_the_paper_of_a_sealed_one_is_a_tab_where_it_does_not_fit(scherm: ProcesVerbaalScherm) -> None:
    maak_compleet(scherm)
    verzegel(scherm)
    assert not zichtbaar(scherm, "pv.stuk.tabs")
    scherm.resize(732, 700)
    rust()
    assert zichtbaar(scherm, "pv.stuk")
    deel(scherm, "pv.stuk.tabs", Tabs).chosen.emit("voorbeeld")
    rust()
    assert vind(scherm, "pv.voorbeeld.blad").isVisible()
    assert not zichtbaar(scherm, "pv.stuk")


def _jpeg(map_: Path) -> bytes:
    beeld = QImage(2000, 1500, QImage.Format.Format_RGB32)
    beeld.fill(0xFFEEEEEE)
    pad = map_ / "foto.jpg"
    assert beeld.save(str(pad))
    return pad.read_bytes()
