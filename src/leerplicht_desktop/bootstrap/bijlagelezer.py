"""A file from outside, made fit to keep: what it is follows from its bytes, never from its name."""

from __future__ import annotations

from functools import partial

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort

from .vergrendeling import opdracht

PROEFDRUK = "--proefdruk"
"""The word on the command line that starts the child which draws a PDF from outside."""
_PDF = b"%PDF-"
_VOORAF = b"\xef\xbb\xbf \r\n\t\0"  # what careless programs put before the first mark


def lees_bijlage(naam: str, inhoud: bytes) -> IngelezenBijlage:
    """See the port ``Papier``. On the side lane: a PDF is drawn in another process first."""
    from leerplicht_desktop.documents.bijlage import foto, scan
    from leerplicht_desktop.documents.problems import PapierProblem
    from leerplicht_desktop.documents.proefdruk import proefdruk

    if not inhoud:
        raise PapierProblem(f"Het bestand {naam} is leeg.", "Kies een ander bestand. Er is niets toegevoegd.")
    if inhoud[:1024].lstrip(_VOORAF).startswith(_PDF):
        gelezen = scan(inhoud, partial(proefdruk, opdracht=opdracht([PROEFDRUK])))
        soort, mime = Bijlagesoort.PDF, "application/pdf"
    else:
        gelezen, soort, mime = foto(inhoud), Bijlagesoort.FOTO, "image/jpeg"
    gemaakt = gelezen.gemaakt_op.astimezone() if gelezen.gemaakt_op else None
    return IngelezenBijlage(soort, mime, gelezen.data, gelezen.bladzijden, gemaakt, gelezen.waarschuwing)
