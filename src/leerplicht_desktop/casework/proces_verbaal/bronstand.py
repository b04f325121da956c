"""Whether the record of a sentence still says what the sentence says, worked out each time it is read.

A source that was corrected, withdrawn or left the laptop blocks until it is settled: the corrected words are
taken over, or the sentence stays off the paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from leerplicht_desktop.casework.concepten import ConceptPV, Conceptzin
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.pvzin import Bevinding, Bronstand
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.verzuim.meldstatus import ingetrokken_in_woorden

from .bezoekbronnen import VERLOOP
from .bronnen import Bronlezer, bronzinnen, verslagzinnen

_VERANDERD = "De bron is intussen veranderd."
_GEWEIGERD = "De gemeente nam dit verslag niet aan."
_WEG = "Deze bron staat niet meer op deze laptop. Synchroniseer eerst."


@dataclass(frozen=True, slots=True)
class Opvolger:
    """What became of a source: its standing in words, and the sentence that took its place, if any."""

    stand: Bronstand
    wijziging: str
    zin: Bevinding | None = None


def met_bronstand(lezer: Bronlezer, beelden: Sequence[DossierBeeld], concept: ConceptPV) -> ConceptPV:
    """The concept with the standing of every source as it is now."""
    opvolgers = opvolgers_van(lezer, beelden, concept)
    return replace(concept, zinnen=tuple(_met(zin, opvolgers.get(zin.id)) for zin in concept.zinnen))


def _met(zin: Conceptzin, opvolger: Opvolger | None) -> Conceptzin:
    stand = opvolger.stand if opvolger is not None else Bronstand.GELIJK
    wijziging = opvolger.wijziging if opvolger is not None else ""
    return replace(zin, bevinding=replace(zin.bevinding, bronstand=stand, wijziging=wijziging))


def opvolgers_van(
    lezer: Bronlezer, beelden: Sequence[DossierBeeld], concept: ConceptPV
) -> Mapping[str, Opvolger]:
    """Id of the sentence -> what became of its source; sentences whose source is the same are not in it."""
    nu = {zin.bron.sleutel: zin for zin in bronzinnen(lezer, beelden, concept.verdachte)}
    stappen = {item.id: item for beeld in beelden for item in lezer.caseload.tijdlijn(beeld.dossier)}
    weg = {een.id: een.status_toelichting for beeld in beelden for een in beeld.ingetrokken}
    gevonden: dict[str, Opvolger] = {}
    for zin in concept.zinnen:
        bron = zin.bevinding.bron
        huidig = nu.get(bron.sleutel)
        if not bron.record or (huidig is not None and huidig.bron.hash_plek == bron.hash_plek):
            continue
        if huidig is not None:
            gevonden[zin.id] = Opvolger(Bronstand.VERBETERD, _VERANDERD, huidig)
        elif bron.record in weg:
            gevonden[zin.id] = Opvolger(Bronstand.INGETROKKEN, ingetrokken_in_woorden(weg[bron.record]))
        else:
            gevonden[zin.id] = _van_verslag(lezer, beelden, concept, zin.bevinding, stappen)
    return gevonden


def _van_verslag(
    lezer: Bronlezer,
    beelden: Sequence[DossierBeeld],
    concept: ConceptPV,
    zin: Bevinding,
    stappen: Mapping[str, TijdlijnItem],
) -> Opvolger:
    item = stappen.get(zin.bron.record)
    if item is None:
        return Opvolger(Bronstand.NIET_HIER, _WEG)
    if item.afgewezen or item.verbeterd_door is None:
        return Opvolger(Bronstand.INGETROKKEN, _GEWEIGERD if item.afgewezen else _VERANDERD)
    nieuw = stappen.get(item.verbeterd_door)
    if nieuw is None:
        return Opvolger(Bronstand.VERBETERD, _VERANDERD)
    zinnen = tuple(verslagzinnen(lezer, nieuw, beelden, concept.verdachte))
    return Opvolger(Bronstand.VERBETERD, _verbeterd(lezer, nieuw), _zelfde_plek(zin, zinnen))


def _verbeterd(lezer: Bronlezer, nieuw: TijdlijnItem) -> str:
    verslag = (
        lezer.caseload.bezoek(nieuw.id)
        if nieuw.soort is Tijdlijnsoort.BEZOEK
        else lezer.caseload.notitie(nieuw.id)
    )
    op: datetime | None = verslag.vastgelegd_op
    dag = f" op {lang(in_nederland(op))}" if op is not None else ""
    return f"De bron is verbeterd{dag}: {verslag.reden_correctie.strip() or 'zonder reden'}."


def _zelfde_plek(zin: Bevinding, zinnen: Sequence[Bevinding]) -> Bevinding | None:
    """The sentence of the new version in the same place, with the same content, or of the same moment.

    A correction is a record of its own: its remarks have other ids, and keep the time of the first.
    """
    van_soort = [een for een in zinnen if een.soort is zin.soort]
    op_plek = (een for een in van_soort if een.bron.plek == zin.bron.plek)
    gelijk = (een for een in van_soort if een.bron.hash_plek == zin.bron.hash_plek)
    toen = [een for een in van_soort if een.moment == zin.moment and een.bron.plek != VERLOOP]
    return next(op_plek, None) or next(gelijk, None) or (toen[0] if len(toen) == 1 else None)
