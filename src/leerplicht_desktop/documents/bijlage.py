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
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.proefdruk import Proef
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BYTES

HOOGSTENS_FOTO_BYTES = 60 * 1024 * 1024  # as it comes in; what is kept is far smaller
HOOGSTENS_PUNTEN = 60_000_000  # a telephone makes 12 to 50 million; more is a mistake or an attack
LANGSTE_ZIJDE = 2048  # pixels: A4 at 175 dpi, enough to read a page of print
_EXIF_MAP = 0x8769
_GEMAAKT = ((0x9003, 0x9011), (0x9004, 0x9012))
"""When: of the original, else of its digitising; each with its offset."""
_MOMENT = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_VERSCHUIVING = re.compile(r"[+-]\d\d:\d\d|Z")
_KWALITEIT = 85
_FOTO = Grens(
    ("JPEG", "PNG", "WEBP", "TIFF", "BMP"),
    HOOGSTENS_PUNTEN,
    LANGSTE_ZIJDE,
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


def _bewaard(data: bytes, soort: str, bladzijden: int) -> Bijlagebestand:
    return Bijlagebestand(data, soort, bladzijden, hashlib.sha256(data).hexdigest())


def _niet_te_groot(data: bytes, grens: int) -> None:
    if len(data) > grens:
        raise PapierProblem(
            f"Dit bestand is te groot: {-(-len(data) // 1024**2)} MB.",
            f"Maak het kleiner dan {grens // 1024**2} MB. {NIETS}",
        )


def _taken(data: bytes) -> str:
    """The moment in the hidden data of a photo that could be read before."""
    from PIL import Image

    try:
        with zonder_gemor(), Image.open(io.BytesIO(data), formats=(str(beeldsoort(data)),)) as beeld:
            verteld = beeld.getexif().get_ifd(_EXIF_MAP)
        for gemaakt, zone in _GEMAAKT:
            if gevonden := _MOMENT.match(_woorden(verteld.get(gemaakt))):
                verschuiving = _VERSCHUIVING.fullmatch(_woorden(verteld.get(zone)))
                jaar, maand, dag, *klok = gevonden.groups()
                return f"{jaar}-{maand}-{dag}T{':'.join(klok)}{verschuiving[0] if verschuiving else ''}"
    except KAPOT:
        pass  # broken hidden data says nothing; the picture itself is sound
    return ""


def _woorden(verteld: object) -> str:
    tekst = verteld.decode("ascii", "replace") if isinstance(verteld, bytes) else str(verteld or "")
    return tekst.strip(" \0")


def tekenfoto() -> int:
    """The child: a photo on standard input, drawn anew on standard output. Returns 0."""
    return antwoord(*getekend(gekregen()))


def getekend(data: bytes) -> tuple[dict[str, object], bytes]:
    """What the child makes of a photo: a JPEG and what is known of it, or ``fout``."""
    try:
        getekend = teken(data, _FOTO)
    except Onbruikbaar as probleem:
        return {"fout": probleem.fout.value}, b""
    doel = io.BytesIO()
    getekend.beeld.save(doel, "JPEG", quality=_KWALITEIT)
    bekend = {"camera": _taken(data), "bits": getekend.bits, "donker": int(getekend.donker)}
    return bekend, doel.getvalue()


def foto(data: bytes, opdracht: Sequence[str]) -> Bijlagebestand:
    """A photo as JPEG in RGB, upright, at most ``LANGSTE_ZIJDE`` pixels, without any hidden data.

    ``opdracht`` runs ``tekenfoto`` in another process. The same photo gives the same bytes. Raises
    ``PapierProblem`` for what is no photo or far too big.
    """
    return uit_antwoord(data, lambda: vraag(opdracht, data))


def uit_antwoord(data: bytes, gevraagd: Callable[[], Antwoord]) -> Bijlagebestand:
    """A photo out of what the child says of it; it is asked when ``data`` is not too big."""
    _niet_te_groot(data, HOOGSTENS_FOTO_BYTES)
    try:
        antwoord = gevraagd()
        if fout := antwoord.tekst("fout"):
            raise beeldprobleem(Beeldfout(fout), _FOTO)
        if not antwoord.bytes_.startswith(b"\xff\xd8\xff"):
            raise TeZwaar
        verteld = _let_op(antwoord.getal("bits"), donker=bool(antwoord.getal("donker")))
    except (TeZwaar, ValueError) as oorzaak:
        raise beeldprobleem(Beeldfout.ZWAAR, _FOTO) from oorzaak
    return replace(
        _bewaard(antwoord.bytes_, "jpeg", 1), camera=antwoord.tekst("camera"), waarschuwing=verteld
    )


def _let_op(bits: int, *, donker: bool) -> str:
    gezegd = []
    if bits:
        gezegd.append(
            f"Dit beeld vult maar {bits} bits per kleur. De helderheid is aangepast om het te tonen."
        )
    if donker:
        gezegd.append("Dit beeld is helemaal donker. Kijk of er iets op te zien is voordat je het bewaart.")
    return " ".join(gezegd)


def scan(data: bytes, proef: Callable[[bytes], Proef]) -> Bijlagebestand:
    """A PDF from elsewhere, kept as it is, since it may be evidence.

    ``proef`` draws it elsewhere first; see ``proefdruk``. Raises ``PapierProblem`` for what is too big or
    what ``proef`` refuses.
    """
    _niet_te_groot(data, MAX_BYTES)
    bewezen = proef(data)
    return replace(_bewaard(data, "pdf", bewezen.bladzijden), waarschuwing=bewezen.waarschuwing)
