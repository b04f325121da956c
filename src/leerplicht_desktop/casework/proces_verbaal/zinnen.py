"""Work on the sentences of a concept: chosen or left out, shortened, told in other words, masked, added.

The words of a source, its kind, speaker and time never change here: a mistake is mended in the record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from leerplicht_desktop.casework.concepten import ConceptPV, Conceptzin
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.pvzin import (
    Afscherming,
    Bevinding,
    Bron,
    Bronsoort,
    Deel,
    Grond,
    Zinsoort,
    stand_van,
    vraagt_reden,
)
from leerplicht_desktop.domain.handhaving.zinbewerking import eis_delen, zonder
from leerplicht_desktop.domain.privacy.regime import Regime

from .bronnen import als_conceptzinnen, bronzinnen
from .bronstand import opvolgers_van
from .opstellen import dossierbeelden

_VASTE_BRON = "Deze zin komt uit een verslag. Verbeter het verslag; dan verbetert de zin mee."
_ARTIKEL = "Sv 153 lid 2"
_WEERTEGEVEN = (Zinsoort.GEZEGD, Zinsoort.STUK, Zinsoort.SAMENVATTING)


def pv_zin_schrijven(work: Work, concept: str, zin: str, tekst: str) -> None:
    """The keystroke path of an own sentence and of a paraphrase.

    Raises DomainError (``zin``) for the words of a source, KeyError when it is gone.
    """
    if not _zin(work, concept, zin).bevinding.eigen_woorden:
        raise DomainError("zin", _VASTE_BRON, _ARTIKEL)
    work.zaakstukken.concepten.schrijf_zin(zin, tekst)


def pv_zin_toevoegen(work: Work, klok: Klok, concept: str, moment: datetime) -> Conceptzin:
    """A sentence of the officer's own. Raises DomainError (``moment``) when it lies in the future."""
    nu = klok.nu()
    _eis_geweest(moment, nu)
    bevinding = Bevinding(
        soort=Zinsoort.EIGEN,
        moment=moment,
        bron=Bron(Bronsoort.EIGEN, f"eigen zin van {lang(klok.vandaag())}", regime=Regime.WPG),
        geschreven_op=nu,
    )
    zin = Conceptzin(nieuw_id(nu), bevinding)
    work.zaakstukken.concepten.zet_zin(concept, zin)
    return zin


def pv_zin_moment(work: Work, klok: Klok, concept: str, zin: str, moment: datetime) -> None:
    """When what an own sentence tells happened.

    Raises DomainError: ``moment`` in the future, ``zin`` for a sentence with a source.
    """
    oud = _zin(work, concept, zin)
    if oud.bevinding.soort is not Zinsoort.EIGEN:
        raise DomainError("zin", _VASTE_BRON, _ARTIKEL)
    _eis_geweest(moment, klok.nu())
    _zet(work, concept, replace(oud, bevinding=replace(oud.bevinding, moment=moment)))


def pv_zin_kiezen(work: Work, concept: str, zin: str, reden: str) -> None:
    """Put a sentence on the paper, with why where that is asked.

    Raises DomainError (``reden``): what was recorded for help or supervision, and what a suspect said
    without all his rights told, is never there by itself (Wpg 3 and 5; Sv 29 lid 2).
    """
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    oud = _zin_van(huidig, zin)
    stand = stand_van(oud.bevinding, huidig.pv.verdachte.verdacht_vanaf)
    if vraagt_reden(oud.bevinding, stand) and not reden.strip():
        raise DomainError("reden", "Schrijf waarom deze zin op papier moet.", "Wpg 3 en 5; Sv 29 lid 2")
    gekozen = replace(oud.bevinding, reden=reden.strip() or oud.bevinding.reden)
    _zet(work, concept, replace(oud, weggelaten=False, bevinding=gekozen))


def pv_zin_weglaten(work: Work, concept: str, zin: str) -> None:
    """Leave a sentence off the paper; an own one goes for good.

    Raises DomainError (``zin``) for the caution to the suspect: without it his words cannot be weighed.
    """
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    oud = _zin_van(huidig, zin)
    if is_cautie(oud.bevinding):
        raise DomainError("zin", "De cautie staat altijd in het proces-verbaal.", "Sv 29 lid 2")
    if oud.bevinding.soort is Zinsoort.EIGEN:
        work.zaakstukken.concepten.wis_zin(zin)
        return
    _zet(work, concept, replace(oud, weggelaten=True))


def pv_zin_inkorten(work: Work, concept: str, zin: str, begin: int, eind: int) -> None:
    """Leave characters ``begin`` up to ``eind`` of the source out; the paper shows that with (…).

    Raises DomainError (``delen``) when nothing would be left, or the kind is not shortened.
    """
    _bewerk(work, concept, zin, lambda een: replace(een, delen=zonder(een, Deel(begin, eind))))


def pv_zin_herstellen(work: Work, concept: str, zin: str) -> None:
    """The whole source again: nothing shortened, masked or told in other words."""

    def heel(een: Bevinding) -> Bevinding:
        return replace(een, delen=(), afgeschermd=(), weergegeven=False)

    _bewerk(work, concept, zin, heel)


def pv_zin_weergeven(work: Work, concept: str, zin: str) -> None:
    """Tell it in own words, named as such, with the words of the source in the list of sources.

    Raises DomainError (``zin``) for what the officer saw or did: that is told in the words of then.
    """

    def eigen(een: Bevinding) -> Bevinding:
        if een.soort not in _WEERTEGEVEN:
            raise DomainError("zin", "Wat je zag of deed, staat er zoals je het toen opschreef.", _ARTIKEL)
        return replace(een, weergegeven=True, delen=())

    _bewerk(work, concept, zin, eigen)


def pv_zin_afschermen(work: Work, concept: str, zin: str, deel: Deel, grond: Grond) -> None:
    """Mask a part of the source for everybody who gets the paper. Raises DomainError (``delen``)."""

    def dicht(een: Bevinding) -> Bevinding:
        if een.soort is Zinsoort.EIGEN:
            raise DomainError("delen", "Dit zijn je eigen woorden. Haal weg wat niemand mag lezen.")
        eis_delen(een, (deel,)) if een.soort is not Zinsoort.RECHTEN else None
        return replace(een, afgeschermd=(*een.afgeschermd, Afscherming(deel.begin, deel.eind, grond)))

    _bewerk(work, concept, zin, dicht)


def bronnen_bijwerken(work: Work, klok: Klok, concept: str) -> int:
    """Take over what was corrected and add what was recorded since; returns how many sentences.

    What was shortened or masked starts anew when the words of its place are others now.
    """
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    beelden = dossierbeelden(work, huidig.dossiers)
    aantal = 0
    for id_, opvolger in opvolgers_van(work, beelden, huidig).items():
        if opvolger.zin is not None:
            oud = _zin_van(huidig, id_)
            _zet(work, concept, replace(oud, bevinding=_overgenomen(oud.bevinding, opvolger.zin)))
            aantal += 1
    verdacht = huidig.pv.verdachte.verdacht_vanaf
    nieuw = als_conceptzinnen(
        ontbrekende(work, work.zaakstukken.concepten.laad_pv(concept)), klok.nu(), verdacht
    )
    for zin in nieuw:
        work.zaakstukken.concepten.zet_zin(concept, zin)
    return aantal + len(nieuw)


def ontbrekende(work: Work, concept: ConceptPV) -> tuple[Bevinding, ...]:
    """Sentences the records give that the concept does not hold yet, not even left out."""
    beelden = dossierbeelden(work, concept.dossiers)
    aanwezig = {zin.bron_id for zin in concept.zinnen}
    vanaf = (
        work.zaakstukken.stukken.laad(concept.aanvulling_op).verzegeld_op if concept.aanvulling_op else None
    )
    gevonden = bronzinnen(work, beelden, concept.verdachte, concept.keuze, vanaf)
    return tuple(zin for zin in gevonden if zin.bron.sleutel not in aanwezig)


def is_cautie(zin: Bevinding) -> bool:
    """Whether it tells of the caution to the suspect."""
    return zin.soort is Zinsoort.RECHTEN and zin.bron.plek == "cautie" and "de verdachte" in zin.brontekst


def _overgenomen(oud: Bevinding, nieuw: Bevinding) -> Bevinding:
    if nieuw.brontekst == oud.brontekst:
        return replace(
            nieuw,
            tekst=oud.tekst,
            reden=oud.reden,
            delen=oud.delen,
            weergegeven=oud.weergegeven,
            afgeschermd=oud.afgeschermd,
        )
    return replace(nieuw, reden=oud.reden)


def _bewerk(work: Work, concept: str, zin: str, wijzig: Callable[[Bevinding], Bevinding]) -> None:
    oud = _zin(work, concept, zin)
    _zet(work, concept, replace(oud, bevinding=wijzig(oud.bevinding)))


def _zin(work: Work, concept: str, zin: str) -> Conceptzin:
    return _zin_van(work.zaakstukken.concepten.laad_pv(concept), zin)


def _zin_van(concept: ConceptPV, zin: str) -> Conceptzin:
    gevonden = next((een for een in concept.zinnen if een.id == zin), None)
    if gevonden is None:
        raise KeyError(zin)
    return gevonden


def _zet(work: Work, concept: str, zin: Conceptzin) -> None:
    work.zaakstukken.concepten.zet_zin(concept, zin)


def _eis_geweest(moment: datetime, nu: datetime) -> None:
    if moment > nu:
        raise DomainError("moment", "Die tijd moet nog komen. Vul in wanneer het gebeurde.")
