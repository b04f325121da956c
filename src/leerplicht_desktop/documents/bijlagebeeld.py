"""One page of an attachment as pixels, drawn by the child of ``afgezonderd``: nothing is opened here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leerplicht_desktop.documents.afgezonderd import TeZwaar, antwoord, gekregen, vraag
from leerplicht_desktop.documents.beeldbestand import Grens, Onbruikbaar, teken
from leerplicht_desktop.documents.bestandssoort import is_pdf
from leerplicht_desktop.documents.preview import PagePicture, Preview
from leerplicht_desktop.documents.problemen import PapierProblem

MAX_BREEDTE = 4096
"""Widest page that is drawn, in pixels."""
_BEWAARD = Grens(("JPEG", "PNG"), 60_000_000, MAX_BREEDTE)
_NIET_TE_TONEN = ("Deze bijlage kan niet als beeld worden getoond.", "Hij is wel bewaard.")


@dataclass(frozen=True, slots=True)
class Bijlagebeeld:
    """Page ``nummer`` (from 0) of ``bladzijden``."""

    bladzijden: int
    nummer: int
    beeld: PagePicture


def bijlagebeeld(data: bytes, opdracht: Sequence[str]) -> Bijlagebeeld:
    """The page that ``opdracht`` asks for; it runs ``tekenblad`` in another process.

    Raises ``PapierProblem`` for what cannot be shown, whatever the attachment says it is.
    """
    try:
        gezegd = vraag(opdracht, data)
        if gezegd.tekst("fout"):
            raise PapierProblem(*_NIET_TE_TONEN)
        breed, hoog = gezegd.getal("breedte"), gezegd.getal("hoogte")
        if breed < 1 or hoog < 1 or len(gezegd.bytes_) != breed * hoog * 4:
            raise TeZwaar
        beeld = PagePicture(breed, hoog, gezegd.bytes_)
        return Bijlagebeeld(gezegd.getal("bladzijden"), gezegd.getal("nummer"), beeld)
    except TeZwaar as fout:
        raise PapierProblem("Deze bijlage vraagt te veel van de laptop.", _NIET_TE_TONEN[1]) from fout


def tekenblad(nummer: int, breedte: int) -> int:
    """The child: page ``nummer``, or the last one, ``breedte`` pixels wide. Returns 0."""
    return antwoord(*blad(gekregen(), nummer, min(max(breedte, 16), MAX_BREEDTE)))


def blad(data: bytes, nummer: int, breedte: int) -> tuple[dict[str, object], bytes]:
    """What the child makes of it: pixels and their measures, or ``fout``. A picture is never made wider."""
    try:
        bladzijden, nummer, beeld = _pdf(data, nummer, breedte) if is_pdf(data) else _foto(data, breedte)
    except (PapierProblem, Onbruikbaar, MemoryError):
        return {"fout": "onleesbaar"}, b""
    maten = {"bladzijden": bladzijden, "nummer": nummer, "breedte": beeld.width, "hoogte": beeld.height}
    return dict(maten), beeld.rgba


def _pdf(data: bytes, nummer: int, breedte: int) -> tuple[int, int, PagePicture]:
    with Preview(data) as bladzijden:
        nummer = min(max(nummer, 0), bladzijden.pages - 1)
        breed, _ = bladzijden.size(nummer)
        return bladzijden.pages, nummer, bladzijden.picture(nummer, breedte * 72 / max(breed, 1))


def _foto(data: bytes, breedte: int) -> tuple[int, int, PagePicture]:
    beeld = teken(data, _BEWAARD).beeld
    beeld.thumbnail((breedte, 2 * MAX_BREEDTE))
    vol = beeld.convert("RGBA")
    return 1, 0, PagePicture(vol.width, vol.height, vol.tobytes())
