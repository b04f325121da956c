"""A file from outside, made fit to keep: what it is follows from its bytes, never from its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.documents.bijlage import foto, scan
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.documents.proefdruk import proefdruk
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort

_PDF = b"%PDF-"
_VOORAF = b"\xef\xbb\xbf \r\n\t\0"  # what careless programs put before the first mark


def lees_bijlage(naam: str, inhoud: bytes, opdracht: Sequence[str]) -> IngelezenBijlage:
    """See the port ``Papier``. A PDF is drawn first, in a process of its own that ``opdracht`` starts."""
    if not inhoud:
        raise PapierProblem(f"Het bestand {naam} is leeg.", "Kies een ander bestand. Er is niets toegevoegd.")
    if inhoud[:1024].lstrip(_VOORAF).startswith(_PDF):
        gelezen = scan(inhoud, partial(proefdruk, opdracht=opdracht))
        soort, mime = Bijlagesoort.PDF, "application/pdf"
    else:
        gelezen, soort, mime = foto(inhoud), Bijlagesoort.FOTO, "image/jpeg"
    gemaakt = gelezen.gemaakt_op.astimezone() if gelezen.gemaakt_op else None
    return IngelezenBijlage(soort, mime, gelezen.data, gelezen.bladzijden, gemaakt, gelezen.waarschuwing)
