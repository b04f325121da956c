"""Tasks that follow from the rules: what to do, by when, and why.

A proposal has a key of rule and event, so a proposal the officer dismissed with a reason stays dismissed,
one that became a task is not proposed again, and a new event is a new proposal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.mas import svb_bericht
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.termijn.termijnen import (
    Termijn,
    jaarlijkse_kennisgeving,
    proces_verbaal_termijnen,
    termijn,
)
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.verzuim.melding import Beoordeling, Verzuimsoort
from leerplicht_desktop.domain.verzuim.thuiszitter import Thuiszitterklok
from leerplicht_desktop.domain.wet.feestdagen import werkdag_vanaf
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling

_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenMelding:
    """A report that has not been closed, with what it came down to and the first contact about it."""

    nummer: str
    ontvangen_op: date
    beoordeling: Beoordeling
    eerste_contact: date | None = None
    school_aangesproken: bool = False


@dataclass(frozen=True, slots=True)
class Strafzaak:
    """A hearing that leads to Halt or a proces-verbaal; ``minderjarig`` is the age at the hearing."""

    eerste_verhoor: date
    melding: date | None = None
    minderjarig: bool = False
    naar_halt: bool = False
    afgerond: bool = False


@dataclass(frozen=True, slots=True)
class Dossierstand:
    """What the rules need to know of one dossier on ``peildatum``.

    ``klok`` is the thuiszitter clock of a jongere who is absent now. ``niet_thuis_op`` is the last visit if
    nobody opened, ``woont_hier_niet_op`` if it contradicts the register. ``absoluut_sinds`` is the first
    day without enrolment, ``vrijgesteld`` whether an exemption that must be renewed each year holds now.
    ``niet_nagekomen_sinds`` is the day from which the duty is not met (None when it is), ``hersteld_op`` the
    day it was met again, both for the SVB. ``uit_procedures`` is what procedures propose.
    """

    jongere: Jongere
    peildatum: date
    meldingen: tuple[OpenMelding, ...] = ()
    klok: Thuiszitterklok | None = None
    niet_thuis_op: date | None = None
    woont_hier_niet_op: date | None = None
    strafzaak: Strafzaak | None = None
    verlofaanvraag_op: date | None = None
    vrijgesteld: bool = False
    absoluut_sinds: date | None = None
    verhuisd_op: date | None = None
    niet_nagekomen_sinds: date | None = None
    hersteld_op: date | None = None
    svb_gemeld: bool = False
    uit_procedures: tuple[Taakvoorstel, ...] = ()


@dataclass(frozen=True, slots=True)
class Taakvoorstel:
    """Something the officer could do. ``sleutel`` names the rule and the event."""

    sleutel: str
    wat: str
    uiterlijk: date
    uitleg: Uitleg

    def te_laat(self, vandaag: date) -> bool:
        """Tell whether the last day has passed."""
        return vandaag > self.uiterlijk


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """A proposal the officer set aside, and why."""

    sleutel: str
    reden: str
    op: date


def wijs_af(voorstel: Taakvoorstel, reden: str, op: date) -> Afwijzing:
    """Return the dismissal of a proposal; DomainError (``reden``) without a reason."""
    if not reden.strip():
        raise DomainError("reden", "Schrijf op waarom deze taak niet nodig is.", voorstel.uitleg.artikel)
    return Afwijzing(voorstel.sleutel, reden.strip(), op)


def voorgestelde_taken(
    stand: Dossierstand, afgewezen: Iterable[Afwijzing] = (), al_taak: Iterable[str] = ()
) -> tuple[Taakvoorstel, ...]:
    """Return what the rules propose for one dossier, the first day in front.

    ``al_taak`` are keys of proposals that became tasks already.
    """
    weg = {een.sleutel for een in afgewezen} | set(al_taak)
    voorstellen = [voorstel for voorstel in _alle(stand) if voorstel.sleutel not in weg]
    return tuple(sorted(voorstellen, key=lambda een: (een.uiterlijk, een.sleutel)))


@lru_cache(maxsize=4096)
def werkdagen_later(dag: date, aantal: int) -> date:
    """Return the day so many working days later (Algemene termijnenwet for what a working day is)."""
    for _ in range(aantal):
        dag = werkdag_vanaf(dag + _DAG)
    return dag


def _alle(stand: Dossierstand) -> Iterator[Taakvoorstel]:
    for melding in stand.meldingen:
        yield from _bij_melding(melding)
    if stand.klok is not None and stand.klok.loopt:
        yield from _bij_klok(stand.klok, stand.peildatum)
    if stand.strafzaak is not None and not stand.strafzaak.afgerond:
        yield from _bij_strafzaak(stand.strafzaak)
    yield from _bij_jongere(stand)
    yield from _losse(stand)
    yield from stand.uit_procedures


def _in_werkdagen(regel: str, onderwerp: str, wat: str, sinds: date) -> Taakvoorstel:
    wet = bepaling(f"taak.{regel}", sinds)
    uiterlijk = werkdagen_later(sinds, wet.getal("werkdagen"))
    return _voorstel(wet, f"{regel}:{onderwerp}", wat, uiterlijk, (("sinds", kort(sinds)),))


def _voorstel(
    wet: Bepaling, sleutel: str, wat: str, uiterlijk: date, invoer: tuple[tuple[str, str], ...]
) -> Taakvoorstel:
    return Taakvoorstel(sleutel, wat, uiterlijk, wet.uitleg(wet.regel, invoer, (uiterlijk,)))


def _uit_termijn(regel: str, sinds: date, term: Termijn, wat: str) -> Taakvoorstel:
    return Taakvoorstel(f"{regel}:{sinds.isoformat()}", wat, term.laatste_dag, term.uitleg)


def _bij_melding(melding: OpenMelding) -> Iterator[Taakvoorstel]:
    luxe = melding.beoordeling.soort is Verzuimsoort.LUXE
    if melding.eerste_contact is None:
        regel = "luxe_contact" if luxe else "eerste_contact"
        wat = "Ga of bel over het luxeverzuim" if luxe else "Zoek contact over de melding"
        yield _in_werkdagen(regel, melding.nummer, wat, melding.ontvangen_op)
    if melding.beoordeling.te_laat_sinds is not None and not melding.school_aangesproken:
        wat = "Bespreek met de school dat zij te laat meldde"
        yield _in_werkdagen("school_signaal", melding.nummer, wat, melding.ontvangen_op)


def _bij_klok(klok: Thuiszitterklok, peildatum: date) -> Iterator[Taakvoorstel]:
    wet = bepaling("taak.thuiszitter", peildatum)
    grenzen = (
        (klok.thuiszitter_vanaf, "Voorkom dat de jongere thuiszitter wordt"),
        (klok.regionaal_vanaf, "Zorg voor een passend aanbod vóór het regionale streven"),
        (klok.pact_vanaf, "Zorg voor een passend aanbod vóór de landelijke norm"),
    )
    for grens, wat in grenzen:
        if grens > peildatum:
            invoer = (("dagen op rij", str(klok.dagen)), ("grens", kort(grens)))
            yield _voorstel(wet, f"thuiszitter:{grens.isoformat()}", wat, grens - _DAG, invoer)
            return


def _bij_strafzaak(zaak: Strafzaak) -> Iterator[Taakvoorstel]:
    verhoor = zaak.eerste_verhoor
    if zaak.naar_halt:
        halt = termijn("halt_verwijzing", verhoor)
        yield _uit_termijn("halt", verhoor, halt, "Stuur de verwijzing naar Halt")
        return
    alarmen = proces_verbaal_termijnen(verhoor, zaak.melding, minderjarig=zaak.minderjarig)
    yield _uit_termijn("proces_verbaal", verhoor, alarmen[0], "Rond het proces-verbaal af")


def _bij_jongere(stand: Dossierstand) -> Iterator[Taakvoorstel]:
    dag, geboren = stand.peildatum, Geboortedatum.van(stand.jongere.geboortedatum)
    if geboren.jaar is None:
        return
    if stand.niet_nagekomen_sinds is not None or stand.svb_gemeld:
        yield from _bij_svb(stand)
    wet = bepaling("taak.doorstroompunt", dag)
    achttien = geboren.bereikt(wet.getal("leeftijd"))[0]
    dichtbij = 0 < (achttien - dag).days <= wet.getal("dagen_vooraf")
    if dichtbij and stand.jongere.plicht_op(dag).plicht is Plicht.KWALIFICATIEPLICHT:
        wat = "Draag de jongere over aan het Doorstroompunt"
        invoer = (("achttiende verjaardag", kort(achttien)),)
        yield _voorstel(wet, "doorstroompunt:achttien", wat, achttien - _DAG, invoer)


def _bij_svb(stand: Dossierstand) -> Iterator[Taakvoorstel]:
    dag = stand.peildatum
    bericht = svb_bericht(stand.jongere, dag, stand.niet_nagekomen_sinds is None, stand.svb_gemeld)
    if bericht.document is not None:
        sinds = stand.niet_nagekomen_sinds or stand.hersteld_op or dag
        wat = f"Weeg het bericht aan de SVB: {bericht.document.naam(dag)}"
        yield _in_werkdagen("svb", bericht.document.value, wat, sinds)


def _losse(stand: Dossierstand) -> Iterator[Taakvoorstel]:
    if stand.niet_thuis_op is not None:
        wat = "Ga opnieuw langs, op een ander tijdstip"
        yield _in_werkdagen("nieuwe_poging", stand.niet_thuis_op.isoformat(), wat, stand.niet_thuis_op)
    if stand.woont_hier_niet_op is not None:
        wat = "Stuur de terugmelding over het adres naar burgerzaken"
        yield _in_werkdagen(
            "terugmelding", stand.woont_hier_niet_op.isoformat(), wat, stand.woont_hier_niet_op
        )
    if stand.verlofaanvraag_op is not None:
        besluit = termijn("verlof_besluit", stand.verlofaanvraag_op)
        yield _uit_termijn("verlof", stand.verlofaanvraag_op, besluit, "Beslis op de verlofaanvraag")
    if stand.vrijgesteld:
        jaarlijks = jaarlijkse_kennisgeving(stand.peildatum)
        wat = "Kijk of de jaarlijkse kennisgeving binnen is"
        yield _uit_termijn("kennisgeving", jaarlijks.laatste_dag, jaarlijks, wat)
    if stand.absoluut_sinds is not None:
        wat = "Onderzoek waarom de jongere nergens is ingeschreven"
        yield _in_werkdagen("absoluut", stand.absoluut_sinds.isoformat(), wat, stand.absoluut_sinds)
    if stand.verhuisd_op is not None:
        wat = "Draag het dossier over aan de nieuwe gemeente"
        yield _in_werkdagen("overdracht", stand.verhuisd_op.isoformat(), wat, stand.verhuisd_op)
