"""Looks at the finished text once more: nothing secret, no BSN, nothing on a card that tells why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from leerplicht_desktop.casework.brief.geheimhouding import VAN_ONSZELF
from leerplicht_desktop.casework.brief.geheimhouding import verraadt as verraadt_geheim
from leerplicht_desktop.documents.blocks import Block, Run, Together
from leerplicht_desktop.documents.formulieren.formuliercontrole import verraadt
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
from leerplicht_desktop.documents.problemen import FormulierProblem
from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn
from leerplicht_desktop.domain.privacy.regime import bsn_op
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort


def teksten(blokken: Iterable[Block]) -> Iterator[str]:
    """Every text that will stand on the paper."""
    for blok in blokken:
        if isinstance(blok, Together):
            yield from teksten(blok.blocks)
        else:
            yield from _alle_teksten([getattr(blok, deel.name) for deel in fields(blok)])


def _alle_teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple) and waarde and all(isinstance(ding, Run) for ding in waarde):
        yield "".join(ding.text for ding in waarde)
    elif isinstance(waarde, (tuple, list)):
        for ding in waarde:
            yield from _alle_teksten(ding)


def niets_verraden(opdracht: Opdracht, teksten: list[str]) -> None:
    """Raises ``FormulierProblem`` when the text holds what must stay hidden (R24) or a card tells why.

    A final document is refused with a BSN on it that does not belong there (R23).
    """
    if verraadt_geheim(_geschreven(opdracht), opdracht.verborgen):
        raise FormulierProblem(
            "In deze brief staat iets wat geheim moet blijven voor wie hem krijgt.",
            "Haal het adres, de plaats of de school van de ander uit de tekst.",
        )
    if opdracht.formulier.soort is Documentsoort.NIET_THUISKAART and any(
        verraadt(tekst) for tekst in teksten
    ):
        raise FormulierProblem(
            "Op de kaart staat waarom je kwam. Anderen kunnen dat lezen.",
            "Haal woorden over kind, school of verzuim weg.",
        )
    if opdracht.definitief and (waarschuwing := bsn_waarschuwing(opdracht, teksten)):
        raise FormulierProblem(waarschuwing[0])


def _geschreven(opdracht: Opdracht) -> str:
    """What somebody wrote for this paper: the fields about the family and the salutation.

    The rest is the form, the addressee's own address and the municipality itself. Its town stands at the head
    of every letter and gives nobody away, even when somebody lives there whose address is secret.
    """
    waarden = (waarde for naam, waarde in opdracht.waarden.items() if naam not in VAN_ONSZELF)
    aanhef = opdracht.aan.aanhef if opdracht.aan is not None else ""
    return " \n ".join((aanhef, *_alle_teksten(list(waarden))))


def bsn_waarschuwing(opdracht: Opdracht, teksten: list[str]) -> tuple[str, ...]:
    """A warning when a number in the text may be a BSN that does not belong there (R23)."""
    if bsn_op(opdracht.formulier.soort, opdracht.moment.date()).mag:
        return ()
    if any(bevat_bsn(tekst) for tekst in teksten):
        return (
            "In de tekst staat een getal dat een BSN kan zijn. "
            "Een BSN hoort niet op deze brief: haal het weg.",
        )
    return ()
