"""Paper under way on the practice caseload, so that its screens have something to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.concepten import Feitkeuze, Persoonskeuze, Veldwaarde
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.casework.proces_verbaal.opstellen import proces_verbaal_opstellen
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.verhoor.bijhouden import (
    bijstand_kiezen,
    cautie_geven,
    feit_mededelen,
    rechtsbijstand_mededelen,
    verhoor_bijhouden,
    zin_schrijven,
    zin_toevoegen,
)
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_STATEMENT = (
    ("Waarom waren de kinderen die week niet op school?", False),
    ("We waren bij mijn moeder. Zij was ziek en er was niemand anders.", True),
    ("Hebt u de school gebeld?", False),
    ("Nee. Daar heb ik niet aan gedacht. Dat had ik moeten doen.", True),
)


def paper_places(
    work: Work, clock: Klok, gezin: tuple[str, ...], forms: Sequence[Formulierbeeld]
) -> list[tuple[str, Werkplek]]:
    """A letter, a hearing and a proces-verbaal about a family, each half done, and where to see them.

    ``forms`` are those of the practice municipality.
    """
    invitation = next(one for one in forms if one.soort is Documentsoort.UITNODIGING_GESPREK)
    brief = _brief(work, clock, gezin[0], invitation)
    verhoor = _verhoor(work, clock, gezin)
    pv = _proces_verbaal(work, clock, gezin)
    return [
        ("brief-kiezen", Werkplek("brief", gezin[0])),
        ("brief", Werkplek("brief", brief)),
        ("verhoor", Werkplek("verhoor", verhoor)),
        ("proces-verbaal", Werkplek("proces_verbaal", pv)),
        ("processen-verbaal", Werkplek("processen_verbaal")),
        ("documenten", Werkplek("dossiers", gezin[0], "documenten")),
    ]


def _ouder(work: Work, dossier: str) -> Persoonskeuze:
    view = work.caseload.dossier(dossier)
    if view is None:
        raise LookupError("the family is not in the caseload")
    ouder = next(one for one in view.betrokkenen if one.persoon is not None and one.rol != "jongere")
    return Persoonskeuze(ouder.persoon, Rol.OUDER, ouder.naam)


def _brief(work: Work, clock: Klok, dossier: str, formulier: Formulierbeeld) -> str:
    ouder = _ouder(work, dossier)
    task = Briefopgave(formulier.soort, formulier.id, (ouder.persoon or "",))
    (id_, *_), _ = brief_opstellen(work, clock, (dossier,), task)
    view = work.caseload.dossier(dossier)
    name = view.naam if view else ""
    reported, gesprek = clock.vandaag() - timedelta(days=5), clock.vandaag() + timedelta(days=7)
    fields: dict[str, Veldwaarde] = {
        "jongere": name,
        "melding": f"{name} tot en met {lang(reported)} twaalf lesuren niet op school was",
        "gesprek_op": f"{gesprek.isoformat()}T15:30",
        "gesprek_waar": "het gemeentehuis, kamer 2.14",
        "meenemen": ("brieven van school of van de dokter, als die er zijn",),
    }
    for field, value in fields.items():
        brief_veld_schrijven(work, id_, formulier, field, value)
    return id_


def _verhoor(work: Work, clock: Klok, gezin: tuple[str, ...]) -> str:
    day = clock.vandaag() - timedelta(days=10)
    task = Verhooropgave(_ouder(work, gezin[0]), day, "Rotterdam, in het gemeentehuis")
    id_, _ = verhoor_starten(work, clock, gezin, task)
    verhoor = work.zaakstukken.verhoren.laad(id_).verhoor
    verhoor_bijhouden(
        work, clock, replace(verhoor, identiteit="een geldig paspoort", verstaat_nederlands=True)
    )
    for step in (feit_mededelen, cautie_geven, rechtsbijstand_mededelen):
        step(work, clock, id_)
    afstand = Afstand("Nee, dat hoeft niet.", gevolgen_uitgelegd=True, kan_terugkomen=True)
    bijstand_kiezen(work, id_, Bijstand.AFSTAND, afstand)
    for text, antwoord in _STATEMENT:
        sentence = zin_toevoegen(work, clock, id_, antwoord=antwoord)
        zin_schrijven(work, sentence.id, text)
    return id_


def _proces_verbaal(work: Work, clock: Klok, gezin: tuple[str, ...]) -> str:
    tot = clock.vandaag() - timedelta(days=10)
    choice = Feitkeuze(Feitsoort.RELATIEF, tot - timedelta(days=4), tot, "Rotterdam", verzorgt=True)
    id_, _ = proces_verbaal_opstellen(work, clock, gezin, _ouder(work, gezin[0]), choice)
    return id_
