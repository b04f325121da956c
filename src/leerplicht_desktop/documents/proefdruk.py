"""A PDF from outside is drawn once in a process of its own, before it may come into the vault.

What can be drawn is shown page by page, also by that process: see ``afgezonderd``.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerplicht_desktop.documents.afgezonderd import TeZwaar, antwoord, gekregen, vraag
from leerplicht_desktop.documents.bestandssoort import NIETS
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BLADZIJDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2

_DPI = 24
_AFDRUKKEN = f"Open hem in Adobe Acrobat Reader, druk hem daar af naar pdf en kies dat bestand. {NIETS}"
_ZWAAR = "zwaar"
_GEWEIGERD = {
    "wachtwoord": (
        "Deze pdf is met een wachtwoord beveiligd.",
        f"Open hem met het wachtwoord, sla hem op zonder beveiliging en kies hem opnieuw. {NIETS}",
    ),
    "slot": (
        "Deze pdf is beveiligd op een manier die dit programma niet kent.",
        f"Open hem in het programma van de afzender, druk hem af naar pdf en kies dat bestand. {NIETS}",
    ),
    _ZWAAR: (
        "Deze pdf vraagt te veel van de laptop.",
        f"Druk hem af naar een nieuwe pdf, of voeg de bladzijden toe als foto. {NIETS}",
    ),
    "xfa": (
        "Dit is een invulformulier (XFA). Dit programma kan niet tonen wat erin staat.",
        _AFDRUKKEN,
    ),
    "portfolio": (
        "Dit is een pdf-portfolio: een map met andere bestanden erin. Alleen het voorblad zou te zien zijn.",
        f"Haal de bestanden eruit en voeg ze een voor een toe. {NIETS}",
    ),
    "leeg": ("Deze pdf heeft geen bladzijden.", f"Kies een ander bestand. {NIETS}"),
    "onleesbaar": ("Dit bestand is geen leesbare pdf.", f"Haal het opnieuw op of kies een ander. {NIETS}"),
}
_MEER = {
    "formulier": "een invulformulier waarvan misschien niet alles te zien is",
    "script": "een script",
    "bestand": "een ingesloten bestand",
    "opdracht": "een opdracht om iets te starten of te versturen",
    "media": "beeld of geluid",
}
_VERBORGEN = {
    rb"/(?:JavaScript|JS)\b": "script",
    rb"/EmbeddedFiles?\b": "bestand",
    rb"/(?:Launch|SubmitForm|ImportData|GoToE)\b": "opdracht",
    rb"/(?:RichMedia|Movie|Screen|Sound|3D)\b": "media",
    rb"/Collection\s*(?:<<|\d+\s+\d+\s+R\b)": "portfolio",
}
_XFA, _XFA_ERBIJ = 2, 3
"""How pdfium names a form that lives wholly in XFA, and one that also has ordinary fields."""
_OBJECTSTROOM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_STROOM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)  # packed: any short name stands in there
_HOOGSTENS = 8 * 1024 * 1024
_GEEN_BLAD = re.compile(rb"/Kids\s*\[\s*\]")
_VERMOMD = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Proef:
    """How many pages there are, and what else the file carries: keys of ``_MEER``."""

    bladzijden: int
    meer: tuple[str, ...] = ()

    @property
    def waarschuwing(self) -> str:
        """What the officer should know; empty when there is nothing but pages."""
        if not self.meer:
            return ""
        wat = " en ".join(_MEER[een] for een in self.meer)
        return (
            f"In deze pdf zit {wat}. Dit programma doet daar niets mee. "
            "Wees voorzichtig als je hem buiten de kluis opent."
        )


def proefdruk(data: bytes, opdracht: Sequence[str]) -> Proef:
    """Have ``data`` drawn by the command ``opdracht``, which runs ``beproef`` in another process.

    Raises ``PapierProblem`` for what is no PDF, asks for a password, is a form or a folder that cannot be
    shown, has no pages or too many, or takes more time or memory than ``afgezonderd`` gives.
    """
    try:
        gezegd = vraag(opdracht, data)
        if fout := gezegd.tekst("fout"):
            raise geweigerd(fout)
        meer = gezegd.gezegd.get("meer")
        if not isinstance(meer, list):
            raise TeZwaar
        proef = Proef(gezegd.getal("bladzijden"), tuple(een for een in _MEER if een in meer))
    except TeZwaar as fout:
        raise geweigerd(_ZWAAR) from fout
    if proef.bladzijden < 1:
        raise geweigerd("leeg")
    if proef.bladzijden > MAX_BLADZIJDEN:
        raise PapierProblem(
            f"Deze pdf heeft {proef.bladzijden} bladzijden.",
            f"Kies er een met 1 tot {MAX_BLADZIJDEN}. {NIETS}",
        )
    return proef


def geweigerd(fout: str) -> PapierProblem:
    """What is wrong with a PDF, in words."""
    return PapierProblem(*_GEWEIGERD.get(fout, _GEWEIGERD["onleesbaar"]))


def beproef() -> int:
    """The child: reads a PDF from standard input, answers on standard output. Returns 0."""
    return antwoord(bevonden(gekregen()))


def bevonden(data: bytes) -> dict[str, object]:
    """What the child says of a PDF: ``bladzijden`` and ``meer``, or ``fout``."""
    from leerplicht_desktop.documents.preview import Preview

    try:
        verborgen = set(_meer(data))
        with Preview(data) as bladzijden:
            fout, vorm = _bezwaar(bladzijden.document, verborgen)
            if fout:
                return {"fout": fout}
            if bladzijden.pages <= MAX_BLADZIJDEN:
                for nummer in range(bladzijden.pages):
                    bladzijden.picture(nummer, _DPI)
            return {"bladzijden": bladzijden.pages, "meer": sorted(verborgen | vorm)}
    except PapierProblem as probleem:
        fout = _oorzaak(probleem)
        # Pdfium opens no document without pages, and calls it unreadable.
        return {"fout": "leeg" if fout == "onleesbaar" and _GEEN_BLAD.search(data) else fout}
    except MemoryError:
        return {"fout": _ZWAAR}


def _bezwaar(document: pypdfium2.PdfDocument, verborgen: set[str]) -> tuple[str, set[str]]:
    """Why its pages do not show what is in it, or empty; and what pdfium knows that it carries."""
    from pypdfium2 import raw

    if "portfolio" in verborgen:
        return "portfolio", set()
    vorm = document.get_formtype()
    if vorm == _XFA:
        return "xfa", set()
    gevonden = {
        "formulier": vorm == _XFA_ERBIJ,
        "bestand": raw.FPDFDoc_GetAttachmentCount(document) > 0,
        "script": raw.FPDFDoc_GetJavaScriptActionCount(document) > 0,
    }
    return "", {wat for wat, waar in gevonden.items() if waar}


def _oorzaak(probleem: PapierProblem) -> str:
    import pypdfium2

    oorzaak = probleem.__cause__
    if oorzaak is None:
        return _ZWAAR
    code = oorzaak.err_code if isinstance(oorzaak, pypdfium2.PdfiumError) else None
    if code == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return "wachtwoord"
    return "slot" if code == pypdfium2.raw.FPDF_ERR_SECURITY else "onleesbaar"


def _meer(data: bytes) -> Iterator[str]:
    """What the names in the file give away, also those that are packed in object streams.

    A courtesy, not a guard: a name can be written so that this misses it, and nothing is run either way.
    """
    view = memoryview(data)
    ingepakt = (_uitgepakt(view[gevonden.end() :]) for gevonden in _OBJECTSTROOM.finditer(data))
    for deel in (_STROOM.sub(b" ", data), *ingepakt):
        klaar = _VERMOMD.sub(lambda gevonden: bytes([int(gevonden[1], 16)]), deel) if b"#" in deel else deel
        for patroon, wat in _VERBORGEN.items():
            if re.search(patroon, klaar):
                yield wat


def _uitgepakt(data: memoryview) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _HOOGSTENS)
    except zlib.error:  # not packed, or in a way that hides nothing from pdfium
        return bytes(data[:_HOOGSTENS]).partition(b"endstream")[0]
