"""Pages of a PDF that this program did not make just now: a process of its own opens it, within bounds.

What lies in the vault may have been made by a colleague's laptop, or by whoever had it: a sealed document is
as foreign as an attachment. The child draws what is asked and ends.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from leerplicht_desktop.documents.afgezonderd import Antwoord, TeZwaar, antwoord, gekregen, vraag
from leerplicht_desktop.documents.preview import MAX_PIXELS, STRIP, PagePicture, Preview
from leerplicht_desktop.documents.problemen import PapierProblem

T = TypeVar("T")

_BEWAARD = "Het is wel bewaard. Meld dit bij de beheerder."
_ONLEESBAAR = ("Dit document kan niet worden getoond of afgedrukt.", _BEWAARD)
_ZWAAR = ("Dit document vraagt te veel van de laptop.", _BEWAARD)
Gemaakt = tuple[dict[str, object], bytes]
"""What the child says: words and numbers, and bytes."""


@dataclass(frozen=True, slots=True)
class Vel:
    """A page for the printer, packed: each strip of ``STRIP`` rows is unpacked when it is printed."""

    breedte: int
    rijen: int
    stroken: tuple[bytes, ...]

    def strook(self, boven: int) -> PagePicture:
        """The strip that begins at row ``boven``. Raises ``PapierProblem`` when it is not what was said."""
        if boven % STRIP or not 0 <= boven < self.rijen:
            raise ValueError(f"row {boven} of {self.rijen}")
        hoogte = min(STRIP, self.rijen - boven)
        maat = self.breedte * hoogte * 4
        try:
            punten = zlib.decompressobj().decompress(self.stroken[boven // STRIP], maat + 1)
        except zlib.error:
            punten = b""
        if len(punten) != maat:
            raise PapierProblem(*_ZWAAR)
        return PagePicture(self.breedte, hoogte, punten)


def aantal(pdf: bytes, opdracht: Sequence[str]) -> int:
    """How many pages. Raises ``PapierProblem``."""
    return _gevraagd(pdf, [*opdracht, "aantal"], lambda gezegd: gezegd.getal("bladzijden"))


def bladzijde(pdf: bytes, nummer: int, dpi: float, opdracht: Sequence[str]) -> PagePicture:
    """Page ``nummer``, from 0. Raises ``PapierProblem``."""
    return _gevraagd(pdf, [*opdracht, "bladzijde", str(nummer), _duizendsten(dpi)], _blad)


def vel(pdf: bytes, nummer: int, dpi: float, opdracht: Sequence[str]) -> Vel:
    """Page ``nummer`` for the printer, from one child. Raises ``PapierProblem``."""
    return _gevraagd(pdf, [*opdracht, "vel", str(nummer), _duizendsten(dpi)], _vel)


def _duizendsten(dpi: float) -> str:
    return str(max(1, round(dpi * 1_000)))


def _gevraagd(pdf: bytes, opdracht: Sequence[str], lees: Callable[[Antwoord], T]) -> T:
    try:
        gezegd = vraag(opdracht, pdf)
        if gezegd.tekst("fout"):
            raise PapierProblem(*_ONLEESBAAR)
        return lees(gezegd)
    except TeZwaar as fout:
        raise PapierProblem(*_ZWAAR) from fout


def _blad(gezegd: Antwoord) -> PagePicture:
    breed, hoog = gezegd.getal("breedte"), gezegd.getal("hoogte")
    if breed < 1 or hoog < 1 or len(gezegd.bytes_) != breed * hoog * 4:
        raise TeZwaar
    return PagePicture(breed, hoog, gezegd.bytes_)


def _vel(gezegd: Antwoord) -> Vel:
    breed, rijen, maten = gezegd.getal("breedte"), gezegd.getal("hoogte"), gezegd.gezegd.get("maten")
    if breed < 1 or rijen < 1 or breed * rijen > MAX_PIXELS or not isinstance(maten, list):
        raise TeZwaar
    stroken, plaats = [], 0
    for maat in maten:
        if not isinstance(maat, int) or maat < 1:
            raise TeZwaar
        stroken.append(gezegd.bytes_[plaats : plaats + maat])
        plaats += maat
    if len(stroken) != -(-rijen // STRIP):
        raise TeZwaar
    return Vel(breed, rijen, tuple(stroken))


def teken_aantal() -> int:
    """The child of ``aantal``. Returns 0."""
    return antwoord(*_getekend(lambda bladen: ({"bladzijden": bladen.pages}, b"")))


def teken_bladzijde(nummer: int, duizendsten: int) -> int:
    """The child of ``bladzijde``. Returns 0."""

    def doe(bladen: Preview) -> Gemaakt:
        beeld = bladen.picture(nummer, duizendsten / 1_000)
        return {"breedte": beeld.width, "hoogte": beeld.height}, beeld.rgba

    return antwoord(*_getekend(doe))


def teken_vel(nummer: int, duizendsten: int) -> int:
    """The child of ``vel``. Returns 0."""

    def doe(bladen: Preview) -> Gemaakt:
        stroken: list[bytes] = []
        boven, rijen, breed = 0, 1, 0
        while boven < rijen:
            beeld, rijen = bladen.strip(nummer, duizendsten / 1_000, boven)
            breed, boven = beeld.width, boven + beeld.height
            stroken.append(zlib.compress(beeld.rgba, 1))
        return {"breedte": breed, "hoogte": rijen, "maten": [len(een) for een in stroken]}, b"".join(stroken)

    return antwoord(*_getekend(doe))


def _getekend(doe: Callable[[Preview], Gemaakt]) -> Gemaakt:
    pdf = gekregen()
    try:
        with Preview(pdf) as bladen:
            return doe(bladen)
    except (PapierProblem, ValueError, MemoryError):
        return {"fout": "onleesbaar"}, b""
