"""Sanity: after a pull, laptop and municipality compare counts and hashes of what the officer may hold.

A difference means something went wrong that no receipt showed. Then everything is fetched once more, over
what is there; if that does not mend it, the officer is told and the municipality can look.
"""

from __future__ import annotations

from pydantic import JsonValue

from leerplicht_desktop.casework.problems import AndereServer, ServerWeigert
from leerplicht_protocol.codec import revision_hash
from leerplicht_protocol.model import Count, Id, Model, ShortText

from .pull import pull, pull_everything
from .refusals import NOT_UNDERSTOOD
from .rounds import Round
from .wire import read_model

_CATCH_UPS = 3  # how often the office may write between our last page and the digest


class AnyLine(Model):
    """Count and hash of one kind; the kind may be one that this program does not know."""

    entity: ShortText
    count: Count
    hash: ShortText


class AnyDigest(Model):
    """The digest as any server of this protocol sends it."""

    epoch: Id
    head: Count
    lines: tuple[AnyLine, ...]


def compare(round_: Round, head: int) -> None:
    """Check after a pull that ended at ``head``. An office that keeps writing is left for the next round.

    Raises ServerWeigert when fetching everything once more did not mend a difference.
    """
    if _differs(round_, head) and _differs(round_, pull_everything(round_)):
        raise ServerWeigert(
            "De dossiers op deze laptop verschillen van die bij de gemeente, ook na opnieuw ophalen.",
            "Je eigen werk is veilig. Bel de beheerder en werk tot die tijd niet op oude gegevens.",
        )


def _differs(round_: Round, head: int) -> bool:
    """Whether both hold something else at one and the same head."""
    for _ in range(_CATCH_UPS):
        round_.go_on()
        digest = read_digest(round_.wire.digest(), round_.koppeling.epoch)
        if digest.head == head:
            return not _same(round_, digest)
        head = pull(round_)
    return False


def read_digest(value: JsonValue, epoch: str) -> AnyDigest:
    """The digest, checked. Raises ServerWeigert, or AndereServer when it is of another epoch."""
    digest = read_model(AnyDigest, value)
    if digest is None:
        raise ServerWeigert(NOT_UNDERSTOOD)
    if digest.epoch != epoch:
        raise AndereServer
    return digest


def _same(round_: Round, digest: AnyDigest) -> bool:
    """Whether both hold the same. What was left out because not even its name could be read is known to be
    missing: a kind with such a line is not held against anybody, and its line goes when nothing is missing.
    """
    here = round_.act(lambda work: work.brievenbus.revisies())
    own = {entity: (len(pairs), revision_hash(pairs)) for entity, pairs in here.items() if pairs}
    there = {line.entity: (line.count, line.hash) for line in digest.lines if line.count}
    differ = {entity for entity in own.keys() | there.keys() if own.get(entity) != there.get(entity)}
    lines = round_.act(lambda work: work.brievenbus.terzijde.alle())
    loose = {line.entity for line in lines if line.rev is None and not line.opgelost}
    found = {entity for entity in loose if not (differ if entity == "" else entity in differ)}
    if found:
        round_.act(lambda work: work.brievenbus.terzijde.vindbaar(found))
    return not differ or "" in loose or differ <= loose
