"""What a file from outside is, by its bytes and never by its name, and what to do when it cannot be kept.

One table: whoever adds a kind adds a line here. The marks are those of the makers of each format, as
libmagic and PRONOM list them. Nothing is opened or unpacked: a mark is looked for in the raw bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.ruwbeeld import is_ruwbeeld

NIETS = "Er is niets toegevoegd."
PDF_KOP = 1024
"""How many bytes a scanner or a mail may put before the header of a PDF (ISO 32000-1, annex H, note 13)."""
_AFDRUKKEN = "Druk het af naar pdf en kies dat bestand."
_OPSLAAN = "Sla hem op als jpg en kies dat bestand."
_UITPAKKEN = "Pak het uit en kies de foto of de pdf die erin zit."
_BELUISTEREN = "Beeld en geluid kunnen hier niet worden bewaard. Schrijf op wat je hoorde of zag."
_ANDERS = "Kies een foto (jpg of png) of een pdf."

Herken = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """A kind of file that is not kept: ``naam`` follows "Dit is", ``raad`` says what to do instead."""

    naam: str
    raad: str


def is_pdf(data: bytes) -> bool:
    """A PDF, also when a scanner put printer language before it.

    A PDF that lies in something else, such as a zip, is not one.
    """
    plaats = data[: PDF_KOP + 5].find(b"%PDF-")
    return plaats == 0 or (plaats > 0 and not is_beeld(data) and not data.startswith(_OMHULSELS))


def is_beeld(data: bytes) -> bool:
    """One of the kinds of picture that can be drawn anew: JPEG, PNG, WebP, TIFF or BMP."""
    return beeldsoort(data) is not None


def beeldsoort(data: bytes) -> str | None:
    """The only reader that may open this picture, as Pillow names it; None for what is none of ours."""
    return next((naam for naam, herken in _BEELDEN if herken(data)), None)


def weigering(naam: str, data: bytes) -> PapierProblem:
    """Why a file that is neither PDF nor picture is not kept; ``naam`` is that of the file."""
    if not data:
        return PapierProblem(f"Het bestand {naam} is leeg.", f"Kies een ander bestand. {NIETS}")
    for soort, herken in _SOORTEN:
        if herken(data):
            return PapierProblem(
                f"Dit is {soort.naam}. Zo kan het niet worden bewaard.", f"{soort.raad} {NIETS}"
            )
    return PapierProblem(
        "Dit bestand is niet te lezen als foto of pdf, en wat het wel is, is niet te herkennen.",
        f"Open het in het programma waar het vandaan komt en druk het af naar pdf. {NIETS}",
    )


def _begin(*merken: bytes) -> Herken:
    return lambda data: data.startswith(merken)


def _op(plaats: int, *merken: bytes) -> Herken:
    return lambda data: data.startswith(merken, plaats)


def _riff(*soorten: bytes) -> Herken:
    return lambda data: data.startswith((b"RIFF", b"RF64")) and data[8:12] in soorten


def _bevat(begin: bytes, *namen: bytes) -> Herken:
    return lambda data: data.startswith(begin) and any(een in data for een in namen)


def _ole(*namen: str) -> Herken:
    return _bevat(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *(een.encode("utf-16-le") for een in namen))


def _zip(*namen: bytes) -> Herken:
    return _bevat(b"PK", *namen)


def _ftyp(*merken: bytes) -> Herken:
    """A box of ISO base media (ISO/IEC 14496-12), by its first name or one it says to be like."""

    def herken(data: bytes) -> bool:
        if data[4:8] != b"ftyp":
            return False
        lengte = min(max(int.from_bytes(data[:4], "big"), 12), 256)
        namen = {data[8:12], *(data[plaats : plaats + 4] for plaats in range(16, lengte, 4))}
        return not merken or bool(namen & set(merken))

    return herken


def _tekst(patroon: bytes) -> Herken:
    gezocht = re.compile(patroon, re.IGNORECASE)

    def herken(data: bytes) -> bool:
        kop = data[:4096]
        if kop.startswith((b"\xff\xfe", b"\xfe\xff")):
            kop = kop.decode("utf-16", "replace").encode()
        return gezocht.match(kop.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None

    return herken


def _geluid(data: bytes) -> bool:
    """A frame of MPEG audio, layer III or II, or of AAC: eleven or twelve bits of one, then the layer."""
    return (
        data[:1] == b"\xff" and len(data) > 3 and (data[1] & 0xE6 in (0xE2, 0xE4) or data[1] & 0xF6 == 0xF0)
    )


def _bmp(data: bytes) -> bool:
    """Two letters are no proof; the size of the second header is."""
    return data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)


def _tiff(data: bytes) -> bool:
    """The raw file of a camera begins as a TIFF, but what can be read of it is a stamp."""
    return data.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")) and not is_ruwbeeld(data)


def _leesbaar(data: bytes) -> bool:
    """Text: no byte that no text holds."""
    kop = data[:4096]
    return kop.startswith((b"\xff\xfe", b"\xfe\xff")) or not re.search(rb"[\x00-\x08\x0e-\x1a\x7f]", kop)


def _soort(naam: str, raad: str, herken: Herken) -> tuple[Bestandssoort, Herken]:
    return Bestandssoort(naam, raad), herken


_BEELDEN: tuple[tuple[str, Herken], ...] = (
    ("JPEG", _begin(b"\xff\xd8\xff")),
    ("PNG", _begin(b"\x89PNG\r\n\x1a\n")),
    ("WEBP", _riff(b"WEBP")),
    ("TIFF", _tiff),
    ("BMP", _bmp),
)
_OMHULSELS = (b"PK\3\4", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"MSCF", b"MZ", b"{\\rtf")
_MAIL = "Open de mail en druk hem af naar pdf. Sla een foto of pdf die erbij zit apart op en kies die."
_RUW = "een foto in het ruwe formaat van een camera"
_SOORTEN: tuple[tuple[Bestandssoort, Herken], ...] = (
    _soort("een foto in avif", _OPSLAAN, _ftyp(b"avif", b"avis")),
    _soort(
        "een foto in heic", _OPSLAAN, _ftyp(b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
    ),
    _soort(_RUW, _OPSLAAN, _ftyp(b"crx ")),
    _soort(_RUW, _OPSLAAN, is_ruwbeeld),
    _soort("een geluidsopname", _BELUISTEREN, _ftyp(b"M4A ", b"M4B ", b"M4P ")),
    _soort("een video", _BELUISTEREN, _ftyp()),
    _soort("een video", _BELUISTEREN, _op(4, b"moov", b"mdat", b"wide", b"free")),
    _soort("een gif-plaatje", _OPSLAAN, _begin(b"GIF8")),
    _soort("een foto in jpeg 2000", _OPSLAAN, _begin(b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51")),
    _soort("een foto in jpeg xl", _OPSLAAN, _begin(b"\0\0\0\x0cJXL ", b"\xff\x0a")),
    _soort(_RUW, _OPSLAAN, _begin(b"FUJIFILM", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"FOVb")),
    _soort("een bestand van Photoshop", _OPSLAAN, _begin(b"8BPS")),
    _soort("een medisch beeld (dicom)", _OPSLAAN, _op(128, b"DICM")),
    _soort("een pictogram", _OPSLAAN, _begin(b"\0\0\1\0", b"\0\0\2\0")),
    _soort(
        "een tekening van Windows (wmf of emf)", _AFDRUKKEN, _begin(b"\xd7\xcd\xc6\x9a", b"\1\0\0\0l\0\0\0")
    ),
    _soort("een notitieblok van OneNote", _AFDRUKKEN, _begin(b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d")),
    _soort("een gescand boek (djvu)", _AFDRUKKEN, _begin(b"AT&TFORM")),
    _soort("een Outlook-mail", _MAIL, _ole("__properties_version1.0", "__nameid_version1.0")),
    _soort(
        "een Office-bestand met een wachtwoord",
        f"Haal het wachtwoord eraf. {_AFDRUKKEN}",
        _ole("EncryptedPackage"),
    ),
    _soort("een Word-bestand", _AFDRUKKEN, _ole("WordDocument")),
    _soort("een Excel-bestand", _AFDRUKKEN, _ole("Workbook", "Book")),
    _soort("een PowerPoint-bestand", _AFDRUKKEN, _ole("PowerPoint Document")),
    _soort("een Visio-tekening", _AFDRUKKEN, _ole("VisioDocument")),
    _soort("een bestand van een ouder Office-programma", _AFDRUKKEN, _ole("")),
    _soort("een Word-bestand", _AFDRUKKEN, _zip(b"word/document", b"word/_rels")),
    _soort("een Excel-bestand", _AFDRUKKEN, _zip(b"xl/workbook", b"xl/_rels")),
    _soort("een PowerPoint-bestand", _AFDRUKKEN, _zip(b"ppt/presentation", b"ppt/_rels")),
    _soort("een tekstdocument van LibreOffice", _AFDRUKKEN, _zip(b"opendocument.text")),
    _soort("een rekenblad van LibreOffice", _AFDRUKKEN, _zip(b"opendocument.spreadsheet")),
    _soort("een document van LibreOffice", _AFDRUKKEN, _zip(b"application/vnd.oasis.opendocument")),
    _soort(
        "een bestand van Pages, Numbers of Keynote", _AFDRUKKEN, _zip(b"Index/Document.iwa", b"Index.zip")
    ),
    _soort("een xps-document", _AFDRUKKEN, _zip(b"FixedDocSeq.fdseq", b"FixedDocumentSequence")),
    _soort("een e-boek", _AFDRUKKEN, _zip(b"application/epub+zip")),
    _soort("een zip-bestand", _UITPAKKEN, _begin(b"PK\3\4", b"PK\5\6", b"PK\7\x08")),
    _soort(
        "een ingepakt bestand",
        _UITPAKKEN,
        _begin(b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\7", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF"),
    ),
    _soort("een ingepakt bestand", _UITPAKKEN, _op(257, b"ustar")),
    _soort("een geluidsopname", _BELUISTEREN, _riff(b"WAVE")),
    _soort("een video", _BELUISTEREN, _riff(b"AVI ")),
    _soort(
        "een geluidsopname",
        _BELUISTEREN,
        _begin(b"ID3", b"OggS", b"fLaC", b"#!AMR", b"caff", b"FORM", b"MThd", b".snd"),
    ),
    _soort(
        "een video",
        _BELUISTEREN,
        _begin(b"\x1a\x45\xdf\xa3", b"\0\0\1\xba", b"\0\0\1\xb3", b"FLV\1", b"\x30\x26\xb2\x75"),
    ),
    _soort("een geluidsopname", _BELUISTEREN, _geluid),
    _soort("een mail van Outlook (winmail.dat)", _MAIL, _begin(b"\x78\x9f\x3e\x22")),
    _soort("een postbus van Outlook", _MAIL, _begin(b"!BDN")),
    _soort(
        "een mail",
        _MAIL,
        _tekst(
            rb"(?:from |(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version"
            rb"|content-type|x-[\w-]+|thread-\w+|dkim-signature|arc-[\w-]+)"
            rb":[^\n]*\n(?:[ \t][^\n]*\n|[\w-]+:))"
        ),
    ),
    _soort("een tekstdocument (rtf)", _AFDRUKKEN, _begin(b"{\\rtf")),
    _soort(
        "een tekening (svg)",
        _AFDRUKKEN,
        _tekst(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!doctype svg[^>]*>\s*)*<svg\b"),
    ),
    _soort(
        "een webpagina",
        _AFDRUKKEN,
        _tekst(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b"),
    ),
    _soort("een agenda-afspraak", _AFDRUKKEN, _tekst(rb"begin:vcalendar")),
    _soort("een visitekaartje", _AFDRUKKEN, _tekst(rb"begin:vcard")),
    _soort("een snelkoppeling, niet het bestand zelf", _ANDERS, _begin(b"L\0\0\0\1\x14\2\0")),
    _soort("een snelkoppeling, niet het bestand zelf", _ANDERS, _tekst(rb"\[internetshortcut\]")),
    _soort(
        "een bestand voor de printer (PostScript)", _AFDRUKKEN, _begin(b"%!", b"\xc5\xd0\xd3\xc6", b"\4%!")
    ),
    _soort("een bestand voor de printer", _AFDRUKKEN, _begin(b"\x1b%-12345X", b"\x1bE", b"@PJL")),
    _soort(
        "een programma",
        _ANDERS,
        _begin(b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"dex\n"),
    ),
    _soort("een databank", _ANDERS, _begin(b"SQLite format 3\0", b"\0\1\0\0Standard ")),
    _soort("een xml-bestand met gegevens", _AFDRUKKEN, _tekst(rb"<\?xml\b")),
    _soort(
        "een bestand met alleen nullen (nog niet opgehaald of niet goed gekopieerd)",
        "Haal het opnieuw op.",
        lambda data: not data.strip(b"\0"),
    ),
    _soort("een tekstbestand", _AFDRUKKEN, _leesbaar),
)
