"""What will be kept is seen first: the picture, its day and who says so; then Bewaar or Annuleer."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from leerplicht_desktop.casework.ports.papier import Bijlageblad, Papier
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from leerplicht_desktop.ui.bladen.bijlageblik import Foto
from leerplicht_desktop.ui.bladen.blad import Blad
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.scherm.scherm import Scherm
from tests.documents import kwade_pdf
from tests.documents.beeldstalen import grijs
from tests.ui.handen import deel, druk, rust, typ, vind, zichtbaar
from tests.ui.wereld import DRIELING, Wereld

from .conftest import Opener


def _kies(scherm: Scherm, pad: Path) -> None:
    druk(scherm, "documenten.bijlage")
    kiezer = scherm.window().findChild(QFileDialog, "documenten.kies")
    assert isinstance(kiezer, QFileDialog)
    kiezer.fileSelected.emit(str(pad))
    kiezer.close()
    rust()


def _foto(pad: Path, gezegd: str = "") -> Path:
    exif = Image.Exif()
    if gezegd:
        exif.get_ifd(0x8769)[0x9003] = gezegd
    Image.new("RGB", (320, 240), "white").save(pad, "JPEG", exif=exif)
    return pad


def _bewaard(wereld: Wereld) -> list[Dossierbijlage]:
    return [regel.bijlage for regel in wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0]))]


def _toets(scherm: Scherm, toets: Qt.Key) -> None:
    scherm.window().activateWindow()
    rust()
    bij = QApplication.focusWidget()
    assert bij is not None
    QTest.keyClick(bij, toets)
    rust()


def test_a_photo_is_on_the_screen_before_it_is_kept(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    (tmp_path / "scan.tif").write_bytes(grijs(12, "<")())
    _kies(scherm, tmp_path / "scan.tif")
    foto = deel(scherm, "documenten.nieuw.foto", Foto)
    assert foto.isVisible()
    assert not foto.leeg
    assert foto._beeld.pixelColor(40, 16).lightness() > 220
    assert "maar 12 bits per kleur" in deel(scherm, "documenten.let_op", Notice).accessibleName()
    assert _bewaard(wereld) == []
    typ(scherm, "documenten.naam", "Brief van school")
    _toets(scherm, Qt.Key.Key_Return)
    assert [een.titel for een in _bewaard(wereld)] == ["Brief van school"]
    assert not zichtbaar(scherm, "documenten.bewaar")


def test_a_pdf_is_paged_before_it_is_kept(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    (tmp_path / "stuk.pdf").write_bytes(kwade_pdf.gewoon(3))
    _kies(scherm, tmp_path / "stuk.pdf")
    blad = deel(scherm, "documenten.nieuw.blad", Blad)
    assert not blad.leeg
    assert "blad 1 van 3" in blad.accessibleName()
    assert _bewaard(wereld) == []


def test_escape_keeps_nothing(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg"))
    typ(scherm, "documenten.naam", "Toch niet")
    _toets(scherm, Qt.Key.Key_Escape)
    assert not zichtbaar(scherm, "documenten.bewaar")
    foto = scherm.findChild(Foto, "documenten.nieuw.foto")
    assert isinstance(foto, Foto)
    assert foto.leeg
    assert _bewaard(wereld) == []


def test_the_day_of_the_camera_is_shown_as_such(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg", "2026:11:20 09:30:00"))
    veld = deel(scherm, "documenten.dag", QLineEdit)
    assert veld.text() == "20-11-2026"
    assert "volgens de klok van de camera" in veld.accessibleDescription()
    typ(scherm, "documenten.naam", "De deur")
    druk(scherm, "documenten.bewaar")
    assert _bewaard(wereld)[0].volgens is Dagbron.CAMERA
    woorden = "\n".join(een.text() for een in scherm.findChildren(QLabel))
    assert "volgens de camera" in woorden
    assert "20-11-2026 09:30" in woorden


def test_an_impossible_day_is_told_and_asked(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg", "2099:09:29 10:10:10"))
    gezegd = deel(scherm, "documenten.let_op", Notice).accessibleName()
    assert "De camera zegt 29 september 2099." in gezegd
    assert "Vul zelf in" in gezegd
    assert deel(scherm, "documenten.dag", QLineEdit).text() == ""
    typ(scherm, "documenten.naam", "De deur")
    typ(scherm, "documenten.dag", "31-12-2099")
    druk(scherm, "documenten.bewaar")
    assert "niet na vandaag" in vind(scherm, "documenten.dag").accessibleDescription()
    assert _bewaard(wereld) == []
    deel(scherm, "documenten.dag", QLineEdit).clear()
    typ(scherm, "documenten.dag", "gisteren")
    druk(scherm, "documenten.bewaar")
    (bijlage,) = _bewaard(wereld)
    assert bijlage.volgens is Dagbron.AMBTENAAR
    assert (wereld.klok.vandaag() - bijlage.dag).days == 1


class _Blind:
    """Paper that reads a file and cannot show it."""

    def __init__(self, papier: Papier) -> None:
        self._papier = papier

    def __getattr__(self, naam: str) -> object:
        return getattr(self._papier, naam)

    def bijlagebeeld(self, inhoud: bytes, nummer: int, breedte: int) -> Bijlageblad:
        """Never."""
        raise BekendProbleem("Dit beeld komt er niet.", f"{len(inhoud)} {nummer} {breedte}")


def test_what_was_not_shown_is_not_kept(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    wereld.context = replace(wereld.context, papier=cast("Papier", _Blind(wereld.context.papier)))
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg"))
    assert (
        "Dit beeld komt er niet." in deel(scherm, "documenten.nieuw.kijker.melding", Notice).accessibleName()
    )
    assert not vind(scherm, "documenten.bewaar").isEnabled()
    typ(scherm, "documenten.naam", "Ongezien")
    _toets(scherm, Qt.Key.Key_Return)
    assert _bewaard(wereld) == []


def _map(pad: Path) -> None:
    pad.mkdir()


def _pijp(pad: Path) -> None:
    os.mkfifo(pad)


@pytest.mark.parametrize(
    ("maak", "wat"),
    [(_map, "Dit is een map"), (_pijp, "geen gewoon bestand"), (lambda _: None, "is er niet meer")],
)
def test_what_is_no_file_says_so(
    wereld: Wereld, toon: Opener, tmp_path: Path, maak: object, wat: str
) -> None:
    assert callable(maak)
    maak(tmp_path / "foto.jpg")
    scherm = toon()
    _kies(scherm, tmp_path / "foto.jpg")
    gezegd = deel(scherm, "documenten.melding", Notice).accessibleName()
    assert wat in gezegd
    assert gezegd.endswith("Er is niets toegevoegd.")
    assert not wereld.problemen
