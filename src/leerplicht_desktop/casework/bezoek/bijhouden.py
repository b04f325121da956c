"""Everything an officer records during a visit, each the moment it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Deurbezoek,
    NietThuis,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError


def uitkomst_kiezen(
    work: Work, bezoek: str, uitkomst: Uitkomst, aangetroffen: frozenset[Aanwezig]
) -> Deurbezoek:
    """How the visit went, and whom the officer met. Choosing again replaces it."""
    nu_ = _concept(work, bezoek)
    return _bewaar(
        work,
        replace(
            nu_,
            uitkomst=uitkomst,
            aangetroffen=aangetroffen if uitkomst is Uitkomst.OPEN_GEDAAN else frozenset(),
            niet_thuis=(nu_.niet_thuis or NietThuis()) if uitkomst.gesloten_deur else None,
        ),
    )


def vinkje_zetten(work: Work, bezoek: str, soort: SoortVinkje, tijd: datetime, wie: str = "") -> Deurbezoek:
    """Set a tick with its time. Raises DomainError when that time lies before the visit began."""
    nu_ = _concept(work, bezoek)
    if tijd < nu_.begonnen_op.replace(second=0, microsecond=0):
        raise DomainError(soort.value, "Die tijd ligt vóór het begin van het bezoek. Verbeter de tijd.")
    anders = tuple(vinkje for vinkje in nu_.vinkjes if vinkje.soort is not soort)
    return _bewaar(work, replace(nu_, vinkjes=(*anders, Vinkje(soort, tijd, wie))))


def vinkje_weghalen(work: Work, bezoek: str, soort: SoortVinkje) -> Deurbezoek:
    """Take a tick away; without consent there is no entry either."""
    nu_ = _concept(work, bezoek)
    over = tuple(vinkje for vinkje in nu_.vinkjes if vinkje.soort is not soort)
    binnen = nu_.binnen and soort is not SoortVinkje.TOESTEMMING
    return _bewaar(work, replace(nu_, vinkjes=over, binnen=binnen))


def binnen_melden(work: Work, bezoek: str, binnen: bool) -> Deurbezoek:
    """Whether the officer went in; what consent that needs is checked at *vastleggen* (R29)."""
    return _bewaar(work, replace(_concept(work, bezoek), binnen=binnen))


def niet_thuis_noteren(work: Work, bezoek: str, wijzig: Callable[[NietThuis], NietThuis]) -> Deurbezoek:
    """What was seen and left at a closed door; ``wijzig`` builds on what is kept by now."""
    nu_ = _concept(work, bezoek)
    return _bewaar(work, replace(nu_, niet_thuis=wijzig(nu_.niet_thuis or NietThuis())))


def jongeren_kiezen(work: Work, bezoek: str, dossiers: tuple[str, ...]) -> Deurbezoek:
    """For which jongeren of the household this visit is; at least one stays."""
    if not dossiers:
        raise DomainError("dossiers", "Een bezoek gaat over minstens één leerling.")
    return _bewaar(work, replace(_concept(work, bezoek), dossiers=dossiers))


def begintijd_verbeteren(work: Work, klok: Klok, bezoek: str, tijd: datetime) -> Deurbezoek:
    """The real time of ringing the bell, when the draft was begun later. Never in the future."""
    if tijd > klok.nu():
        raise DomainError("begonnen_op", "Die tijd moet nog komen. Vul in hoe laat je aanbelde.")
    return _bewaar(work, replace(_concept(work, bezoek), begonnen_op=tijd))


def reden_correctie_schrijven(work: Work, bezoek: str, reden: str) -> Deurbezoek:
    """Why a visit is corrected."""
    return _bewaar(work, replace(_concept(work, bezoek), reden_correctie=reden))


def segment_toevoegen(work: Work, klok: Klok, bezoek: str, soort: SoortSegment, spreker: str) -> Segment:
    """A new, empty remark with the time of now."""
    _concept(work, bezoek)
    nu = klok.nu()
    segment = Segment(nieuw_id(nu), soort, nu, "", spreker if soort is SoortSegment.GEZEGD else "")
    work.bezoeken.zet_segment(bezoek, segment)
    return segment


def segment_wijzigen(work: Work, bezoek: str, segment: Segment) -> None:
    """Another kind or speaker for a remark; the text is kept by :func:`segment_schrijven`."""
    _concept(work, bezoek)
    work.bezoeken.zet_segment(bezoek, segment)


def segment_schrijven(work: Work, segment: str, tekst: str) -> None:
    """The keystroke path: one statement, committed at once."""
    work.bezoeken.schrijf(segment, tekst)


def segment_beginnen(work: Work, bezoek: str, segment: Segment) -> None:
    """The first key of a remark: it is kept from now on, text included."""
    segment_wijzigen(work, bezoek, segment)
    segment_schrijven(work, segment.id, segment.tekst)


def segment_wissen(work: Work, segment: str) -> None:
    """Take a remark away."""
    work.bezoeken.wis_segment(segment)


def bezoek_terugzetten(work: Work, van: Deurbezoek, naar: Deurbezoek) -> None:
    """Put a draft back as it stood a moment ago, remarks included. A visit that was vastgelegd is refused.

    Raises DomainError when the visit can no longer be written in.
    """
    _concept(work, naar.id)
    work.bezoeken.bewaar(naar)
    blijft = {segment.id for segment in naar.segmenten if segment.tekst}
    for segment in van.segmenten:
        if segment.tekst and segment.id not in blijft:
            segment_wissen(work, segment.id)
    for segment in naar.segmenten:
        if segment.tekst and segment not in van.segmenten:
            segment_beginnen(work, naar.id, segment)


def _concept(work: Work, bezoek: str) -> Deurbezoek:
    gevonden = work.bezoeken.laad(bezoek)
    if not gevonden.is_concept:
        raise DomainError("bezoek", "Dit bezoek is al vastgelegd. Maak een verbetering.")
    return gevonden


def _bewaar(work: Work, bezoek: Deurbezoek) -> Deurbezoek:
    work.bezoeken.bewaar(bezoek)
    return bezoek
