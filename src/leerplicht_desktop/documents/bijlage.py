"""What comes from outside into a dossier: photos are made anew without their hidden data, PDFs are looked at.

A photo from a telephone tells where and when it was taken and by which device. Only the picture is kept, and
what the camera says of the time. All of it happens in the child of ``afgezonderd``; here is what it does, and
what is made of its answer.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from leerplicht_desktop.documents.afgezonderd import Antwoord, TeZwaar, antwoord, gekregen, vraag
from leerplicht_desktop.documents.beeldbestand import (
    KAPOT,
    Beeldfout,
    Grens,
    Onbruikbaar,
    beeldprobleem,
    teken,
    zonder_gemor,
)
from leerplicht_desktop.documents.bestandssoort import NIETS, beeldsoort
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.documents.proefdruk import Proef
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BYTES

MAX_PHOTO_BYTES = 60 * 1024 * 1024  # as it comes in; what is kept is far smaller
MAX_PIXELS = 60_000_000  # a telephone makes 12 to 50 million; more is a mistake or an attack
MAX_SIDE = 2048  # pixels: A4 at 175 dpi, enough to read a page of print
_EXIF_FOLDER = 0x8769
_MADE = ((0x9003, 0x9011), (0x9004, 0x9012))  # of the original, else of its digitising; each with its offset
_MOMENT = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"[+-]\d\d:\d\d|Z")
_QUALITY = 85
_FOTO = Grens(
    ("JPEG", "PNG", "WEBP", "TIFF", "BMP"),
    MAX_PIXELS,
    MAX_SIDE,
    kies="een foto (jpg of png) of een pdf",
    anders=NIETS,
)


@dataclass(frozen=True, slots=True)
class Bijlagebestand:
    """A file fit to keep: its bytes, kind (``jpeg`` or ``pdf``), number of pages and SHA-256.

    ``camera`` is when the camera says a photo was taken, as ISO 8601: without a zone where it names none,
    empty where it says nothing. ``waarschuwing`` is what the officer should know about the file, if anything.
    """

    data: bytes
    soort: str
    bladzijden: int
    sha256: str
    camera: str = ""
    waarschuwing: str = ""


def _kept(data: bytes, soort: str, pages: int) -> Bijlagebestand:
    return Bijlagebestand(data, soort, pages, hashlib.sha256(data).hexdigest())


def _not_too_big(data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise PapierProblem(
            f"Dit bestand is te groot: {-(-len(data) // 1024**2)} MB.",
            f"Maak het kleiner dan {limit // 1024**2} MB. {NIETS}",
        )


def _taken(data: bytes) -> str:
    """The moment in the hidden data of a photo that could be read before."""
    from PIL import Image

    try:
        with zonder_gemor(), Image.open(io.BytesIO(data), formats=(str(beeldsoort(data)),)) as picture:
            told = picture.getexif().get_ifd(_EXIF_FOLDER)
        for made, zone in _MADE:
            if found := _MOMENT.match(_words(told.get(made))):
                offset = _OFFSET.fullmatch(_words(told.get(zone)))
                year, month, day, *clock = found.groups()
                return f"{year}-{month}-{day}T{':'.join(clock)}{offset[0] if offset else ''}"
    except KAPOT:
        pass  # broken hidden data says nothing; the picture itself is sound
    return ""


def _words(told: object) -> str:
    text = told.decode("ascii", "replace") if isinstance(told, bytes) else str(told or "")
    return text.strip(" \0")


def tekenfoto() -> int:
    """The child: a photo on standard input, drawn anew on standard output. Returns 0."""
    return antwoord(*getekend(gekregen()))


def getekend(data: bytes) -> tuple[dict[str, object], bytes]:
    """What the child makes of a photo: a JPEG and what is known of it, or ``fout``."""
    try:
        drawn = teken(data, _FOTO)
    except Onbruikbaar as problem:
        return {"fout": problem.fout.value}, b""
    target = io.BytesIO()
    drawn.beeld.save(target, "JPEG", quality=_QUALITY)
    known = {"camera": _taken(data), "bits": drawn.bits, "donker": int(drawn.donker)}
    return known, target.getvalue()


def foto(data: bytes, opdracht: Sequence[str]) -> Bijlagebestand:
    """A photo as JPEG in RGB, upright, at most ``MAX_SIDE`` pixels, without any hidden data.

    ``opdracht`` runs ``tekenfoto`` in another process. The same photo gives the same bytes. Raises
    ``PapierProblem`` for what is no photo or far too big.
    """
    return uit_antwoord(data, lambda: vraag(opdracht, data))


def uit_antwoord(data: bytes, gevraagd: Callable[[], Antwoord]) -> Bijlagebestand:
    """A photo out of what the child says of it; it is asked when ``data`` is not too big."""
    _not_too_big(data, MAX_PHOTO_BYTES)
    try:
        answer = gevraagd()
        if fout := answer.tekst("fout"):
            raise beeldprobleem(Beeldfout(fout), _FOTO)
        if not answer.bytes_.startswith(b"\xff\xd8\xff"):
            raise TeZwaar
        told = _let_op(answer.getal("bits"), donker=bool(answer.getal("donker")))
    except (TeZwaar, ValueError) as error:
        raise beeldprobleem(Beeldfout.ZWAAR, _FOTO) from error
    return replace(_kept(answer.bytes_, "jpeg", 1), camera=answer.tekst("camera"), waarschuwing=told)


def _let_op(bits: int, *, donker: bool) -> str:
    said = []
    if bits:
        said.append(f"Dit beeld vult maar {bits} bits per kleur. De helderheid is aangepast om het te tonen.")
    if donker:
        said.append("Dit beeld is helemaal donker. Kijk of er iets op te zien is voordat je het bewaart.")
    return " ".join(said)


def scan(data: bytes, proef: Callable[[bytes], Proef]) -> Bijlagebestand:
    """A PDF from elsewhere, kept as it is, since it may be evidence.

    ``proef`` draws it elsewhere first; see ``proefdruk``. Raises ``PapierProblem`` for what is too big or
    what ``proef`` refuses.
    """
    _not_too_big(data, MAX_BYTES)
    proved = proef(data)
    return replace(_kept(data, "pdf", proved.bladzijden), waarschuwing=proved.waarschuwing)
