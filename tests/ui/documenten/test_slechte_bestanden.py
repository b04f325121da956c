"""Files that mean harm or went wrong, through the screen an officer uses: a clear sentence, nothing kept."""

from __future__ import annotations

import io
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLabel

from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.scherm.scherm import Scherm
from tests.documents import kwade_pdf
from tests.ui.handen import deel, druk, rust, typ, zichtbaar
from tests.ui.wereld import DRIELING, Wereld

from .conftest import Opener


def _kies(scherm: Scherm, pad: Path) -> None:
    druk(scherm, "documenten.bijlage")
    kiezer = scherm.window().findChild(QFileDialog, "documenten.kies")
    assert isinstance(kiezer, QFileDialog)
    kiezer.fileSelected.emit(str(pad))
    kiezer.close()
    rust()


def _soorten(wereld: Wereld) -> list[Bijlagesoort]:
    return [regel.bijlage.soort for regel in wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0]))]


def _beeld(breed: int, hoog: int, soort: str) -> bytes:
    doel = io.BytesIO()
    Image.new("1" if soort == "PNG" else "L", (breed, hoog)).save(doel, soort)
    return doel.getvalue()


def _archief() -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as archief:
        archief.writestr("word/document.xml", "<w/>")
    return doel.getvalue()


KWAAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "leeg.pdf": (lambda: b"", "is leeg"),
    "bom.pdf": (lambda: kwade_pdf.grote_stroom(150), "vraagt te veel van de laptop"),
    "spiegels.pdf": (kwade_pdf.spiegelzaal, "vraagt te veel van de laptop"),
    "boom.pdf": (kwade_pdf.diepe_boom, "geen leesbare pdf"),
    "zaal.pdf": (kwade_pdf.zaalgroot, "vraagt te veel van de laptop"),
    "dik.pdf": (lambda: kwade_pdf.gewoon(3000), "3000 bladzijden"),
    "slot.pdf": (kwade_pdf.versleuteld, "met een wachtwoord beveiligd"),
    "honderd.png": (lambda: _beeld(10_000, 10_000, "PNG"), "Te veel beeldpunten"),
    "honderd.jpg": (lambda: _beeld(10_000, 10_000, "JPEG"), "Te veel beeldpunten"),
    "brief.pdf": (_archief, "Dit is een Word-bestand. Zo kan het niet worden bewaard."),
    "half.jpg": (lambda: _beeld(900, 900, "JPEG")[:700], "niet te lezen als foto"),
}


@pytest.mark.parametrize("naam", KWAAD)
def test_it_is_refused_with_the_reason(wereld: Wereld, toon: Opener, tmp_path: Path, naam: str) -> None:
    maak, reden = KWAAD[naam]
    (tmp_path / naam).write_bytes(maak())
    scherm = toon()
    _kies(scherm, tmp_path / naam)
    gezegd = deel(scherm, "documenten.melding", Notice).accessibleName()
    assert reden in gezegd
    assert gezegd.endswith("Er is niets toegevoegd.")
    assert not zichtbaar(scherm, "documenten.bewaar")
    assert _soorten(wereld) == []
    assert not wereld.problemen
    assert not wereld.uitvak()


def test_a_file_of_two_gigabytes_is_hardly_touched(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    with (tmp_path / "film.pdf").open("wb") as bestand:
        bestand.truncate(2 * 1024**3)
    scherm = toon()
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _kies(scherm, tmp_path / "film.pdf")
    assert "te groot" in deel(scherm, "documenten.melding", Notice).accessibleName()
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) / 1024 < 200
    assert _soorten(wereld) == []


def test_a_wrong_name_does_not_matter(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    """What a file is follows from its bytes."""
    (tmp_path / "scan.jpg").write_bytes(kwade_pdf.gewoon(2))
    (tmp_path / "foto.pdf").write_bytes(_beeld(90, 90, "JPEG"))
    scherm = toon()
    for naam in ("scan.jpg", "foto.pdf"):
        _kies(scherm, tmp_path / naam)
        typ(scherm, "documenten.naam", "Bijlage")
        druk(scherm, "documenten.bewaar")
    assert sorted(_soorten(wereld)) == [Bijlagesoort.FOTO, Bijlagesoort.PDF]


@pytest.mark.parametrize(
    ("maak", "wat"), [(kwade_pdf.met_script, "een script"), (kwade_pdf.met_bestand, "een ingesloten bestand")]
)
def test_a_pdf_with_more_than_pages_is_kept_with_a_warning(
    wereld: Wereld, toon: Opener, tmp_path: Path, maak: Callable[[], bytes], wat: str
) -> None:
    """It may be evidence, so it stays as it is; nothing in it is run."""
    inhoud = maak()
    (tmp_path / "stuk.pdf").write_bytes(inhoud)
    scherm = toon()
    _kies(scherm, tmp_path / "stuk.pdf")
    assert f"In deze pdf zit {wat}." in deel(scherm, "documenten.let_op", Notice).accessibleName()
    typ(scherm, "documenten.naam", "Stuk")
    druk(scherm, "documenten.bewaar")
    bijlagen = wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0]))
    assert wereld.kluis.bekijk(lambda kast: kast.bijlage_inhoud(bijlagen[0].bijlage.id)) == inhoud


def test_a_good_file_after_a_bad_one_carries_no_warning(toon: Opener, tmp_path: Path) -> None:
    (tmp_path / "kwaad.pdf").write_bytes(kwade_pdf.met_script())
    (tmp_path / "goed.pdf").write_bytes(kwade_pdf.gewoon())
    scherm = toon()
    _kies(scherm, tmp_path / "kwaad.pdf")
    druk(scherm, "documenten.niet_bewaren")
    _kies(scherm, tmp_path / "goed.pdf")
    assert not zichtbaar(scherm, "documenten.let_op")
    assert any("is gelezen" in woord.text() for woord in scherm.findChildren(QLabel))
