"""The text that stands on a PDF, and the letters that the vault holds."""

from __future__ import annotations

import pypdfium2

from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld, StukBeeld, StukRegel
from tests.ui.wereld import Wereld


def tekst_van(pdf: bytes) -> str:
    """All text, pages after each other, lines joined."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bladen = (document[nr].get_textpage().get_text_range() for nr in range(len(document)))
        return " ".join(" ".join(bladen).split())
    finally:
        document.close()


def bladen_van(pdf: bytes) -> int:
    """How many pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def brieven(wereld: Wereld, dossier: str) -> tuple[StukRegel, ...]:
    """Every paper of a dossier, newest first."""
    return wereld.kluis.bekijk(lambda kast: kast.stukken(dossier))


def concept(wereld: Wereld, id_: str) -> ConceptBriefBeeld:
    """A concept letter as it is kept."""
    return wereld.kluis.bekijk(lambda kast: kast.concept_brief(id_))


def stuk(wereld: Wereld, id_: str) -> StukBeeld:
    """A sealed letter."""
    return wereld.kluis.bekijk(lambda kast: kast.stuk(id_))


def papier(wereld: Wereld, id_: str) -> str:
    """The text of a concept letter on paper."""
    return tekst_van(wereld.context.papier.brief(id_).pdf)
