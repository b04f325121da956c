"""What a file is follows from its bytes; each kind that is not kept gets its own sentence."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from leerplicht_desktop.documents.bestandssoort import beeldsoort, is_beeld, is_pdf, weigering

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _zip(*namen: str, eerst: bytes = b"") -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as archief:
        for naam in namen:
            archief.writestr(naam, eerst or b"<x/>")
    return doel.getvalue()


def _ole(naam: str) -> bytes:
    return _OLE + naam.encode("utf-16-le") + bytes(200)


def _ftyp(merk: bytes, *ook: bytes) -> bytes:
    namen = merk + bytes(4) + b"".join(ook)
    return (8 + len(namen)).to_bytes(4, "big") + b"ftyp" + namen + bytes(64)


def _map(orde: str, *velden: tuple[int, int, int]) -> bytes:
    """A TIFF with one directory of fields: number, type (3 short, 4 long) and value."""
    kop = (b"II*\0" if orde == "<" else b"MM\0*") + struct.pack(orde + "IH", 8, len(velden))
    waarden = (
        struct.pack(
            orde + "HHI" + ("HH" if soort == 3 else "I"), nummer, soort, 1, waarde, *[0] * (soort == 3)
        )
        for nummer, soort, waarde in velden
    )
    return kop + b"".join(waarden) + bytes(64)


_STEMPEL, _MINI, _ACHTER, _DNG = (254, 4, 1), (254, 3, 1), (330, 4, 999), (50706, 4, 0x401)
SOORTEN: dict[str, tuple[bytes, str, str]] = {
    "brief.docx": (_zip("[Content_Types].xml", "word/document.xml"), "Word-bestand", "af naar pdf"),
    "lijst.xlsx": (_zip("[Content_Types].xml", "xl/workbook.xml"), "Excel-bestand", "af naar pdf"),
    "praat.pptx": (_zip("ppt/presentation.xml"), "PowerPoint-bestand", "af naar pdf"),
    "brief.odt": (
        _zip("mimetype", eerst=b"application/vnd.oasis.opendocument.text"),
        "tekstdocument van LibreOffice",
        "af naar pdf",
    ),
    "brief.doc": (_ole("WordDocument"), "Word-bestand", "af naar pdf"),
    "lijst.xls": (_ole("Workbook"), "Excel-bestand", "af naar pdf"),
    "dicht.docx": (_ole("EncryptedPackage"), "met een wachtwoord", "Haal het wachtwoord eraf"),
    "mail.msg": (_ole("__properties_version1.0"), "Outlook-mail", "Open de mail"),
    "mail.eml": (b"From: a@b.example\r\nSubject: Luuk\r\n\r\nHallo", "een mail", "Open de mail"),
    "mail2.eml": (b"Received: from x\r\n by y\r\nFrom: a@b\r\n\r\n", "een mail", "Open de mail"),
    "winmail.dat": (b"\x78\x9f\x3e\x22" + bytes(40), "winmail.dat", "Open de mail"),
    "opname.m4a": (_ftyp(b"M4A ", b"isom"), "geluidsopname", "Schrijf op"),
    "opname.mp3": (b"ID3\x04" + bytes(64), "geluidsopname", "Schrijf op"),
    "kaal.mp3": (b"\xff\xfb\x90\x64" + bytes(64), "geluidsopname", "Schrijf op"),
    "opname.wav": (b"RIFF\0\0\0\0WAVEfmt " + bytes(64), "geluidsopname", "Schrijf op"),
    "film.mp4": (_ftyp(b"isom", b"mp42"), "video", "Schrijf op"),
    "film.mov": (_ftyp(b"qt  "), "video", "Schrijf op"),
    "film.avi": (b"RIFF\0\0\0\0AVI LIST" + bytes(64), "video", "Schrijf op"),
    "foto.heic": (_ftyp(b"heic", b"mif1"), "heic", "als jpg"),
    "foto2.heic": (_ftyp(b"mif1", b"heic"), "heic", "als jpg"),
    "foto.avif": (_ftyp(b"avif", b"mif1"), "avif", "als jpg"),
    "foto.dng": (_map("<", _STEMPEL, _ACHTER, _DNG), "ruwe formaat van een camera", "als jpg"),
    "heel.dng": (_map(">", (254, 4, 0), _DNG), "ruwe formaat van een camera", "als jpg"),
    "foto.nef": (_map(">", _STEMPEL, (256, 3, 160), _ACHTER), "ruwe formaat van een camera", "als jpg"),
    "foto.arw": (_map("<", _MINI, _ACHTER), "ruwe formaat van een camera", "als jpg"),
    "foto.cr2": (b"II*\0\x10\0\0\0CR\2\0" + bytes(64), "ruwe formaat van een camera", "als jpg"),
    "notitie.one": (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d" + bytes(64), "OneNote", "af naar pdf"),
    "plaatje.gif": (b"GIF89a" + bytes(64), "gif", "als jpg"),
    "map.zip": (_zip("a.txt"), "zip-bestand", "Pak het uit"),
    "map.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(64), "ingepakt bestand", "Pak het uit"),
    "pagina.html": (b"\xef\xbb\xbf <!DOCTYPE html><html>", "webpagina", "af naar pdf"),
    "tekening.svg": (b'<?xml version="1.0"?><svg xmlns="x">', "svg", "af naar pdf"),
    "tekst.txt": ("Café, een regel tekst\r\n".encode("latin-1"), "tekstbestand", "af naar pdf"),
    "tekst16.txt": ("Een regel tekst".encode("utf-16"), "tekstbestand", "af naar pdf"),
    "brief.rtf": (b"{\\rtf1\\ansi", "rtf", "af naar pdf"),
    "snel.lnk": (b"L\0\0\0\x01\x14\x02\0" + bytes(64), "snelkoppeling", "Kies een foto"),
    "prog.exe": (b"MZ" + bytes(64), "programma", "Kies een foto"),
    "nul.pdf": (bytes(4096), "alleen nullen", "Haal het opnieuw op"),
    "leeg.pdf": (b"", "is leeg", "Kies een ander bestand"),
    "ruis.bin": (bytes(range(128, 256)) + bytes(range(32)), "niet te herkennen", "af naar pdf"),
}


@pytest.mark.parametrize("naam", SOORTEN)
def test_it_is_named_and_says_what_to_do(naam: str) -> None:
    data, wat, raad = SOORTEN[naam]
    assert not is_pdf(data)
    assert not is_beeld(data)
    probleem = weigering(naam, data)
    assert wat in probleem.bericht
    assert raad in probleem.remedie
    assert probleem.remedie.endswith("Er is niets toegevoegd.")


@pytest.mark.parametrize("naam", ["brief.pdf", "foto.jpg", "zonder"])
def test_a_name_changes_nothing(naam: str) -> None:
    data = SOORTEN["brief.docx"][0]
    assert weigering(naam, data).bericht == "Dit is een Word-bestand. Zo kan het niet worden bewaard."


@pytest.mark.parametrize(
    "voor", [b"", b"\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n", b"\xef\xbb\xbf\r\n", b"x" * 1020]
)
def test_a_pdf_may_begin_late(voor: bytes) -> None:
    assert is_pdf(voor + b"%PDF-1.4\n")
    assert not is_pdf(b"x" * 1025 + b"%PDF-1.4\n")


def test_a_pdf_in_something_else_is_that_something() -> None:
    """A zip may hold a PDF unpacked, within the first kilobyte."""
    data = _zip("a.pdf", eerst=b"%PDF-1.4\n")
    assert not is_pdf(data)
    assert "zip-bestand" in weigering("a.pdf", data).bericht
    assert not is_pdf(b"\xff\xd8\xff\xe0 %PDF-1.4\n")


def test_only_five_kinds_of_picture_are_opened() -> None:
    merken = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"II*\0", b"MM\0*")
    assert [beeldsoort(merk) for merk in merken] == ["JPEG", "PNG", "WEBP", "TIFF", "TIFF"]
    assert beeldsoort(b"BM" + bytes(12) + b"\x28\0\0\0") == "BMP"
    assert beeldsoort(b"BMW is een auto en geen plaatje") is None
    assert beeldsoort(b"<svg") is None


@pytest.mark.parametrize(
    "data",
    [
        _map("<", (254, 4, 0), _ACHTER),  # a scan that carries a smaller copy behind it
        _map(">", _MINI),  # a smaller picture, and no other in the file
        b"II*\0\x40\0\0\0CR\2\0" + bytes(64),  # samples that happen to spell the mark of Canon
        _map("<", _STEMPEL, _ACHTER)[:20],  # cut off: the reader of pictures says so
    ],
)
def test_a_scan_is_no_raw_file_of_a_camera(data: bytes) -> None:
    assert beeldsoort(data) == "TIFF"
