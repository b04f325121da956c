"""A concept proces-verbaal as paper; the final one gets the number that comes next."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.proces_verbaal.verzegelen import volgend_nummer
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.documents.formulieren.formulier import Vorm
from leerplicht_desktop.documents.proces_verbaal import ProcesVerbaalStuk, maak_op
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

from .werkbank import Schrijver, Werkbank, schrijver_van


def druk_proces_verbaal(bank: Werkbank, concept: str, *, definitief: bool) -> Drukwerk:
    """See the port. Raises BekendProbleem when the form is unsound, DomainError without a number."""
    moment = bank.klok.nu()

    def lees(work: Work) -> tuple[ConceptPVBeeld, str, Schrijver]:
        nummer = volgend_nummer(work, in_nederland(moment).year) if definitief else ""
        return work.stukkenkast.concept_pv(concept), nummer, schrijver_van(work)

    beeld, nummer, wie = bank.doe(lees)
    stuk = ProcesVerbaalStuk(
        pv=replace(beeld.concept.pv, nummer=nummer),
        huisstijl=bank.kast.huisstijl(wie.gemeente),
        moment=moment,
        formulier=bank.kast.voor_de_rechter(Vorm.PROCES_VERBAAL),
        definitief=definitief,
        app_versie=bank.versie,
    )
    blad = maak_op(stuk)
    return Drukwerk(
        pdf=blad.data,
        inhoud_hash=blad.content_hash,
        sjabloon_hash=stuk.formulier.hash,
        bladzijden=blad.pages,
        waarschuwingen=blad.warnings,
        concept=concept,
        versie=beeld.concept.versie,
        moment=moment,
        nummer=nummer,
        definitief=definitief,
    )
