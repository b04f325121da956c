"""Every paper of a dossier in one list; attachments cleaned, kept and seen inside the program."""

import hashlib
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.brief.verzegelen import brief_verzegelen
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.bladen.bijlageblik import Foto
from leerplicht_desktop.ui.bladen.blad import Blad
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.kit.theme import Theme
from leerplicht_desktop.ui.scherm.scherm import Scherm
from tests.formulieren import formulier
from tests.ui.handen import deel, druk, rust, typ, vind, zichtbaar
from tests.ui.keuring import buiten_beeld, stops, zonder_naam
from tests.ui.wereld import DRIELING, Wereld

from .conftest import Opener

_EXIF_MODEL, _EXIF_GPS = 0x0110, 0x8825


def _woorden(scherm: QWidget) -> str:
    return "\n".join(woord.text() for woord in scherm.findChildren(QLabel) if woord.isVisibleTo(scherm))


def _kaart(wereld: Wereld, *, verzegeld: bool) -> str:
    """A card for the letterbox in the first dossier; its id."""
    opgave = Briefopgave(Documentsoort.NIET_THUISKAART, "niet_thuiskaart")
    ids, _ = wereld.doe(lambda work: brief_opstellen(work, wereld.klok, (DRIELING[0],), opgave))
    vorm = formulier(Documentsoort.NIET_THUISKAART)
    wereld.doe(lambda work: brief_veld_schrijven(work, ids[0], vorm, "bezoek_op", "2026-11-24T10:15"))
    wereld.doe(lambda work: brief_veld_schrijven(work, ids[0], vorm, "bellen_op", "2026-11-25"))
    if verzegeld:
        drukwerk = wereld.context.papier.brief(ids[0], definitief=True)
        wereld.doe(lambda work: brief_verzegelen(work, wereld.klok, ids[0], drukwerk, "Kaart"))
    return ids[0]


def _foto(pad: Path) -> Path:
    beeld = Image.new("RGB", (640, 480), "#a86200")
    exif = Image.Exif()
    exif[_EXIF_MODEL] = "Geheime Telefoon 12"
    exif[_EXIF_GPS] = {1: "N", 2: (52.0, 22.0, 0.0)}
    beeld.save(pad, "JPEG", exif=exif)
    return pad


def _kies(scherm: Scherm, pad: Path) -> None:
    druk(scherm, "documenten.bijlage")
    kiezer = scherm.window().findChild(QFileDialog, "documenten.kies")
    assert isinstance(kiezer, QFileDialog)
    assert kiezer.testOption(QFileDialog.Option.DontUseNativeDialog)
    kiezer.fileSelected.emit(str(pad))
    kiezer.close()
    rust()


def _bijlagen(wereld: Wereld) -> list[tuple[str, Bijlagesoort, bytes]]:
    def vraag(kast: Stukkenkast) -> list[tuple[str, Bijlagesoort, bytes]]:
        alle = [regel.bijlage for regel in kast.bijlagen(DRIELING[0])]
        return [(een.titel, een.soort, kast.bijlage_inhoud(een.id)) for een in alle]

    return wereld.kluis.bekijk(vraag)


def test_an_empty_dossier_says_what_will_come(toon: Opener) -> None:
    assert "Nog geen documenten" in _woorden(toon())


def test_concept_and_sealed_open_where_they_belong(wereld: Wereld, toon: Opener) -> None:
    concept, gereed = _kaart(wereld, verzegeld=False), _kaart(wereld, verzegeld=True)
    scherm = toon()
    assert "Concept" in vind(scherm, f"document.{concept}").accessibleName()
    assert "Definitief" in vind(scherm, f"document.{gereed}").accessibleName()
    druk(scherm, f"document.{concept}.open")
    druk(scherm, f"document.{gereed}.open")
    assert [(plek.scherm, plek.ding) for plek in wereld.gegaan] == [("brief", concept), ("brief", gereed)]


def test_the_hash_stands_behind_details(wereld: Wereld, toon: Opener) -> None:
    id_ = _kaart(wereld, verzegeld=True)
    hash_ = wereld.kluis.bekijk(lambda kast: kast.stuk(id_)).stuk.bestand_hash
    scherm = toon()
    assert hash_ not in _woorden(scherm).replace(" ", "")
    druk(scherm, f"document.{id_}.details")
    assert hash_ in _woorden(scherm).replace(" ", "")


def test_what_changes_shows_at_once(wereld: Wereld, toon: Opener) -> None:
    scherm = toon()
    opgave = Briefopgave(Documentsoort.NIET_THUISKAART, "niet_thuiskaart")
    ids, bericht = wereld.doe(lambda work: brief_opstellen(work, wereld.klok, (DRIELING[0],), opgave))
    wereld.context.bulletin.meld(bericht)
    rust()
    assert zichtbaar(scherm, f"document.{ids[0]}")


def test_a_new_letter_begins_here(wereld: Wereld, toon: Opener) -> None:
    druk(toon(), "documenten.brief")
    assert (wereld.gegaan[-1].scherm, wereld.gegaan[-1].ding) == ("brief", DRIELING[0])


def test_a_photo_is_stripped_kept_and_seen(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg"))
    assert "Plaats en toestel zijn eruit gehaald." in _woorden(scherm)
    typ(scherm, "documenten.naam", "Brief van de huisarts")
    druk(scherm, "documenten.bewaar")
    (titel, soort, inhoud) = _bijlagen(wereld)[0]
    assert (titel, soort) == ("Brief van de huisarts", Bijlagesoort.FOTO)
    assert not dict(Image.open(io.BytesIO(inhoud)).getexif())
    assert b"Geheime" not in inhoud
    regel = wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0]))[0].bijlage
    assert regel.sha256 == hashlib.sha256(inhoud).hexdigest()
    assert [post.entity for post in wereld.uitvak()] == ["bijlage"]
    druk(scherm, f"document.{regel.id}.open")
    foto = deel(scherm, "documenten.foto", Foto)
    assert not foto.leeg
    assert foto.accessibleName() == "Foto: Brief van de huisarts"
    assert 0 < foto.height() <= 480
    druk(scherm, "documenten.terug")
    assert zichtbaar(scherm, f"document.{regel.id}")
    assert foto.leeg


def test_a_pdf_is_kept_as_it_is_and_paged(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    pdf = wereld.context.papier.brief(_kaart(wereld, verzegeld=False)).pdf
    (tmp_path / "scan.pdf").write_bytes(pdf)
    scherm = toon()
    _kies(scherm, tmp_path / "scan.pdf")
    typ(scherm, "documenten.naam", "Scan")
    druk(scherm, "documenten.bewaar")
    assert _bijlagen(wereld) == [("Scan", Bijlagesoort.PDF, pdf)]
    id_ = wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0]))[0].bijlage.id
    druk(scherm, f"document.{id_}.open")
    assert not deel(scherm, "documenten.blad", Blad).leeg


def _geen_beeld(pad: Path) -> None:
    pad.write_bytes(b"dit is geen foto" * 100)


def _leeg(pad: Path) -> None:
    pad.write_bytes(b"")


def _te_groot(pad: Path) -> None:
    with pad.open("wb") as bestand:
        bestand.truncate(65 * 1024 * 1024)


def _bom(pad: Path) -> None:
    """A PDF that says it has a page of 200 by 200 metres, and is cut off."""
    pad.write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Page/MediaBox[0 0 566929 566929]>>endobj\n" + b"0" * 4096)


def _megapixels(pad: Path) -> None:
    Image.new("1", (20_000, 5_000)).save(pad, "PNG")


def _weg(pad: Path) -> None:
    pad.unlink(missing_ok=True)


@pytest.mark.parametrize("maak", [_geen_beeld, _leeg, _te_groot, _bom, _megapixels, _weg])
def test_bad_files_are_refused_in_dutch(
    wereld: Wereld, toon: Opener, tmp_path: Path, maak: Callable[[Path], None]
) -> None:
    pad = tmp_path / "invoer.bin"
    maak(pad)
    scherm = toon()
    _kies(scherm, pad)
    gezegd = deel(scherm, "documenten.melding", Notice).accessibleName()
    assert gezegd.startswith("Dit houdt je tegen: ")
    assert gezegd.count(".") >= 2
    assert not zichtbaar(scherm, "documenten.bewaar")
    assert not _bijlagen(wereld)
    assert not vind(scherm, "documenten.bijlage").property("busy")
    assert not wereld.problemen


def test_an_attachment_needs_a_name(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg"))
    druk(scherm, "documenten.bewaar")
    assert "Schrijf in een paar woorden wat dit is." in _woorden(scherm)
    druk(scherm, "documenten.niet_bewaren")
    assert not _bijlagen(wereld)
    assert not zichtbaar(scherm, "documenten.naam")


def test_every_stop_has_a_name(wereld: Wereld, toon: Opener, tmp_path: Path) -> None:
    _kaart(wereld, verzegeld=True)
    scherm = toon()
    _kies(scherm, _foto(tmp_path / "foto.jpg"))
    assert len(stops(scherm)) >= 6
    assert not zonder_naam(scherm)
    assert [stuk for stuk in QApplication.topLevelWidgets() if stuk.isVisible()] == [scherm.window()]


def _past(scherm: Scherm, breedte: int) -> bool:
    return not buiten_beeld(scherm, breedte, 868)


@pytest.mark.parametrize("punten", [10.5, 21.0])
def test_nothing_sticks_out(
    wereld: Wereld, toon: Opener, dress: Callable[..., Look], qtbot: QtBot, punten: float
) -> None:
    dress(Theme.LIGHT, punten)
    id_ = _kaart(wereld, verzegeld=True)
    scherm = toon()
    druk(scherm, f"document.{id_}.details")
    for breedte in (1000, 720, 480):
        qtbot.waitUntil(partial(_past, scherm, breedte))
