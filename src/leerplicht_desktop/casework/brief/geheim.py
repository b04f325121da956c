"""What a letter gives away by now: an address can become secret after the letter was written (R24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from leerplicht_desktop.casework.concepten import ConceptBrief, Ontvanger
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.opstellen import dossierbeelden
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Afscherming
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .geheimhouding import VAN_ONSZELF, afscherming_voor, bewoners, verraadt

_BRON = "artikel 5 lid 1 onder f Algemene verordening gegevensbescherming; R24"


def verborgen_op(
    beelden: Sequence[DossierBeeld], soort: Documentsoort, dag: date, aan: Ontvanger | None
) -> tuple[Afscherming, tuple[str, ...]]:
    """What a letter to ``aan`` hides on that day, and the texts that may stand nowhere on it."""
    # Who left the dossier is an outsider by now, and nothing is shown to outsiders.
    binnen = {een.persoon for een in bewoners(beelden)}
    wie = next((id_ for id_ in (aan.personen if aan else ()) if id_ in binnen), "")
    return afscherming_voor(beelden, soort, dag, wie)


def verklapt(aan: Ontvanger | None, velden: Mapping[str, object], verborgen: Sequence[str]) -> bool:
    """Whether what somebody wrote in a letter names something that must stay hidden.

    The same is asked when the paper is made; the form, the receiver's own address and the municipality itself
    give nobody away.
    """
    geschreven = [
        tekst for naam, waarde in velden.items() if naam not in VAN_ONSZELF for tekst in _teksten(waarde)
    ]
    return verraadt(" \n ".join((aan.aanhef if aan else "", *geschreven)), verborgen)


def eis_geheim(work: Work, concept: ConceptBrief, dag: date) -> None:
    """Raise DomainError (``tekst``) when the letter names what became secret since its paper was made."""
    beelden = dossierbeelden(work, concept.dossiers)
    _, verborgen = verborgen_op(beelden, concept.soort, dag, concept.aan)
    if verklapt(concept.aan, concept.velden, verborgen):
        raise DomainError(
            "tekst",
            "In deze brief staat iets wat sinds kort geheim is voor wie hem krijgt. Haal het uit de tekst.",
            _BRON,
        )


def _teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, (tuple, list)):
        for deel in waarde:
            yield from _teksten(deel)
