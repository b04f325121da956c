"""Judges what a form says in its own words: what only a block of the law may say stands nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leerplicht_desktop.documents.formulieren.aantekeningen import Aantekeningen
from leerplicht_desktop.documents.formulieren.formulier import Bloksoort, Formulier
from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

# An invitation to talk that speaks of suspicion is a hearing without the rights that belong to it.
_VERDENKING = re.compile(
    r"\b(verdacht\w*|verdenking\w*|medeverdacht\w*|verho(or|ren)\w*|cautie|strafba(ar|re)\w*)\b",
    re.IGNORECASE,
)
_BEZWAAR = re.compile(
    r"\b(bezwaarschrift\w*|bezwaartermijn\w*|bezwaarclausule"
    r"|(in|tot) bezwaar|bezwaar (maken|indienen|in te dienen|aantekenen)"
    r"|(maak|maakt|maken|dien) \w* ?bezwaar)\b",
    re.IGNORECASE,
)
_BOETE = re.compile(
    r"\b(geld)?boetes?\b[^.!?]*?(€|\beuro\b|\d)|(€|\beuro\b)[^.!?]*\bboetes?\b", re.IGNORECASE
)


def beoordeel_teksten(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    """Suspicion in an invitation, an objection or a fine of one's own, a BSN, a block of law twice."""
    for plek, tekst in _teksten(formulier):
        if formulier.soort is Documentsoort.UITNODIGING_GESPREK and (woord := _VERDENKING.search(tekst)):
            aantekeningen.fout(
                plek,
                f"‘{woord.group()}’ mag niet in een uitnodiging voor een gesprek. "
                "Wie als verdachte wordt gehoord, krijgt een oproep voor verhoor",
            )
        if _BEZWAAR.search(tekst):
            aantekeningen.fout(
                plek, "over bezwaar schrijft alleen het wettelijke blok ‘bezwaar’. Haal deze zin weg"
            )
        if _BOETE.search(tekst):
            aantekeningen.fout(plek, "noem geen bedrag van een boete: de rechter beslist daarover")
        if bevat_bsn(tekst):
            aantekeningen.fout(
                plek, "hier staat een getal dat een BSN kan zijn. Gebruik een veld, of haal het weg"
            )
    wettelijk = [blok.naam for blok in formulier.blokken if blok.soort is Bloksoort.WETTELIJK]
    for naam in sorted({naam for naam in wettelijk if wettelijk.count(naam) > 1}):
        aantekeningen.fout("", f"het wettelijke blok ‘{naam}’ staat er twee keer. Haal er een weg")


def _teksten(formulier: Formulier) -> Iterator[tuple[str, str]]:
    """What the form itself prints, with its place; what an example fills in is not the form's own."""
    yield "titel", formulier.titel
    for nummer, blok in enumerate(formulier.blokken, 1):
        for tekst in (*blok.teksten, *(label for label, _ in blok.rijen)):
            yield f"blok {nummer}", tekst
