"""Looks at the finished text once more: nothing secret, no BSN, nothing on a card that tells why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from leerplicht_desktop.casework.brief.geheimhouding import VAN_ONSZELF
from leerplicht_desktop.casework.brief.geheimhouding import verraadt as verraadt_geheim
from leerplicht_desktop.documents.blocks import Block, Run, Together
from leerplicht_desktop.documents.formulieren.lint import verraadt
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
from leerplicht_desktop.documents.problems import FormulierProblem
from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn
from leerplicht_desktop.domain.privacy.regime import bsn_op
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort


def teksten(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text that will stand on the paper."""
    for block in blocks:
        if isinstance(block, Together):
            yield from teksten(block.blocks)
        else:
            yield from _strings([getattr(block, part.name) for part in fields(block)])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(item, Run) for item in value):
        yield "".join(item.text for item in value)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _strings(item)


def niets_verraden(opdracht: Opdracht, texts: list[str]) -> None:
    """Raises ``FormulierProblem`` when the text holds what must stay hidden (R24) or a card tells why.

    A final document is refused with a BSN on it that does not belong there (R23).
    """
    if verraadt_geheim(_written(opdracht), opdracht.verborgen):
        raise FormulierProblem(
            "In deze brief staat iets wat geheim moet blijven voor wie hem krijgt.",
            "Haal het adres, de plaats of de school van de ander uit de tekst.",
        )
    if opdracht.formulier.soort is Documentsoort.NIET_THUISKAART and any(verraadt(text) for text in texts):
        raise FormulierProblem(
            "Op de kaart staat waarom je kwam. Anderen kunnen dat lezen.",
            "Haal woorden over kind, school of verzuim weg.",
        )
    if opdracht.definitief and (warning := bsn_waarschuwing(opdracht, texts)):
        raise FormulierProblem(warning[0])


def _written(opdracht: Opdracht) -> str:
    """What somebody wrote for this paper: the fields about the family and the salutation.

    The rest is the form, the addressee's own address and the municipality itself. Its town stands at the head
    of every letter and gives nobody away, even when somebody lives there whose address is secret.
    """
    values = (value for name, value in opdracht.waarden.items() if name not in VAN_ONSZELF)
    salutation = opdracht.aan.aanhef if opdracht.aan is not None else ""
    return " \n ".join((salutation, *_strings(list(values))))


def bsn_waarschuwing(opdracht: Opdracht, texts: list[str]) -> tuple[str, ...]:
    """A warning when a number in the text may be a BSN that does not belong there (R23)."""
    if bsn_op(opdracht.formulier.soort, opdracht.moment.date()).mag:
        return ()
    if any(bevat_bsn(text) for text in texts):
        return (
            "In de tekst staat een getal dat een BSN kan zijn. "
            "Een BSN hoort niet op deze brief: haal het weg.",
        )
    return ()
