"""Paper that obeys its port: it reads the vault, counts what it drew, and hands out two white pages."""

from __future__ import annotations

import hashlib

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk, IngelezenBijlage
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from tests.ui.wereld import Papier, Wereld


class Proefpapier(Papier):
    """``fout`` is raised instead of drawing; ``nummer`` stands on the paper instead of the next one."""

    def __init__(self, wereld: Wereld) -> None:
        super().__init__()
        self._wereld = wereld
        self.getekend: list[str] = []
        self.nummer: str | None = None

    def proces_verbaal(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """The concept as it stands in the vault now; final ones carry the next number."""
        if self.fout is not None:
            raise self.fout
        nu = self._wereld.klok.nu()

        def lees(work: Work) -> tuple[int, str, str]:
            beeld = work.stukkenkast.concept_pv(concept)
            return (
                beeld.concept.versie,
                repr(beeld.concept.pv),
                work.zaakstukken.nummers.volgende(nu.year) or "",
            )

        versie, inhoud, nummer = self._wereld.doe(lees)
        self.getekend.append(inhoud)
        pdf = b"%PDF-1.7 " + inhoud.encode() + b"\n%%EOF\n"
        return Drukwerk(
            pdf=pdf,
            inhoud_hash=hashlib.sha256(inhoud.encode()).hexdigest(),
            sjabloon_hash="0" * 64,
            bladzijden=2,
            waarschuwingen=(),
            concept=concept,
            versie=versie,
            moment=nu,
            nummer=(nummer if self.nummer is None else self.nummer) if definitief else "",
            definitief=definitief,
        )

    def lees_bijlage(self, naam: str, inhoud: bytes) -> IngelezenBijlage:
        """A PDF of two pages; anything else cannot be read."""
        if not inhoud.startswith(b"%PDF-"):
            raise PapierStuk
        return IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", inhoud, 2)

    def stuk(self, stuk: str) -> bytes:
        """The sealed bytes."""
        return self._wereld.kluis.bekijk(lambda kast: kast.pdf(stuk))


class PapierStuk(BekendProbleem):
    """The paper could not be made."""

    bericht = "Het papier kon niet worden gemaakt."
    remedie = "Probeer het opnieuw."
