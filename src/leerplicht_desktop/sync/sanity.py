"""Sanity: after a pull, laptop and municipality compare counts and hashes of what the officer may hold.

A difference means something went wrong that no receipt showed. Then everything is fetched once more, over
what is there; if that does not mend it, the officer is told and the municipality can look.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue

from leerplicht_desktop.casework.problems import AndereServer, ServerWeigert
from leerplicht_protocol.codec import revision_hash
from leerplicht_protocol.model import Id, Kort, Model

from .pull import trek, trek_alles
from .refusals import ONBEGREPEN
from .ronde import Ronde
from .wire import lees_model

_INHALEN = 3  # how often the office may write between our last page and the digest


class Regel(Model):
    """Count and hash of one kind; the kind may be one that this program does not know."""

    entity: Kort
    count: Annotated[int, Field(ge=0)]
    hash: Kort


class Overzicht(Model):
    """The digest as any server of this protocol sends it."""

    epoch: Id
    head: int
    lines: tuple[Regel, ...]


def vergelijk(ronde: Ronde, head: int) -> None:
    """Check after a pull that ended at ``head``. An office that keeps writing is left for the next round.

    Raises ServerWeigert when fetching everything once more did not mend a difference.
    """
    if _verschilt(ronde, head) and _verschilt(ronde, trek_alles(ronde)):
        raise ServerWeigert(
            "De dossiers op deze laptop verschillen van die bij de gemeente, ook na opnieuw ophalen.",
            "Je eigen werk is veilig. Bel de beheerder en werk tot die tijd niet op oude gegevens.",
        )


def _verschilt(ronde: Ronde, head: int) -> bool:
    """Whether both hold something else at one and the same head."""
    for _ in range(_INHALEN):
        ronde.ga_door()
        overzicht = lees_overzicht(ronde.wire.digest(), ronde.koppeling.epoch)
        if overzicht.head == head:
            return not _gelijk(ronde, overzicht)
        head = trek(ronde)
    return False


def lees_overzicht(waarde: JsonValue, epoch: str) -> Overzicht:
    """The digest, checked. Raises ServerWeigert, or AndereServer when it is of another epoch."""
    overzicht = lees_model(Overzicht, waarde)
    if overzicht is None:
        raise ServerWeigert(ONBEGREPEN)
    if overzicht.epoch != epoch:
        raise AndereServer
    return overzicht


def _gelijk(ronde: Ronde, overzicht: Overzicht) -> bool:
    hier = ronde.doe(lambda work: work.brievenbus.revisies())
    eigen = {entity: (len(paren), revision_hash(paren)) for entity, paren in hier.items() if paren}
    daar = {regel.entity: (regel.count, regel.hash) for regel in overzicht.lines if regel.count}
    return eigen == daar
