"""The rule that was broken, in a sentence for a letter: the duty of each reported day decides (R07)."""

from __future__ import annotations

from collections.abc import Iterable

from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, plicht_op
from leerplicht_desktop.domain.verzuim.weken import gemelde_dagen
from leerplicht_desktop.domain.wet.kalender import kalender_van
from leerplicht_desktop.domain.wet.wetboek import bepaling

_WET = "van de Leerplichtwet 1969"


def overtreden_regel(beeld: DossierBeeld, *, jongere: bool) -> str:
    """What the law asks of the reader, to end a sentence that begins with "Volgens de wet"; a proposal.

    ``jongere``: the letter is to the jongere himself, else to a parent or carer. A period over 1 August gives
    both rules. Empty when nothing was reported, when the duty of a reported day is not certain, or when one
    reported day binds nobody: the officer then writes it. Source: articles 2, 4a and 4c Leerplichtwet 1969.
    """
    try:
        regels = dict.fromkeys(_per_dag(beeld, "jongere" if jongere else "ouder"))
    except (DomainError, LookupError):
        return ""
    return " en ".join(f"{regel[0]} ({regel[1]}, {_WET})" for regel in regels)


def _per_dag(beeld: DossierBeeld, wie: str) -> Iterable[tuple[str, str]]:
    """(sentence, place in the law) of each reported day. Raises LookupError when a day gives none."""
    geboren = Geboortedatum.uit_lo3(beeld.jongere.geboren or "00000000")
    kalender = kalender_van(beeld.school.regio if beeld.school else "")
    for dag in gemelde_dagen(beeld.meldingen):
        op = plicht_op(dag, geboren, kalender)
        vanaf = bepaling("handhaving.leeftijd_verdachte", dag).getal("leeftijd")
        te_jong = wie == "jongere" and not geboren.leeftijd_op(dag).minstens(vanaf)
        if op.plicht is Plicht.GEEN or not op.zeker or te_jong:
            raise LookupError("no rule on a reported day")
        wet = bepaling(f"grondslag.{wie}.{op.plicht.value}", dag)
        yield wet.tekst("in_een_brief"), wet.tekst("plaats")
