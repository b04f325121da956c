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

_VERKLARING = (
    ("Waarom waren de kinderen die week niet op school?", False),
    ("We waren bij mijn moeder. Zij was ziek en er was niemand anders.", True),
    ("Hebt u de school gebeld?", False),
    ("Nee. Daar heb ik niet aan gedacht. Dat had ik moeten doen.", True),
)


def papierplekken(
    work: Work, klok: Klok, gezin: tuple[str, ...], formulieren: Sequence[Formulierbeeld]
) -> list[tuple[str, Werkplek]]:
    """A letter, a hearing and a proces-verbaal about a family, each half done, and where to see them.

    ``formulieren`` are those of the practice municipality.
    """
    uitnodiging = next(een for een in formulieren if een.soort is Documentsoort.UITNODIGING_GESPREK)
    brief = _brief(work, klok, gezin[0], uitnodiging)
    verhoor = _verhoor(work, klok, gezin)
    pv = _proces_verbaal(work, klok, gezin)
    return [
        ("brief-kiezen", Werkplek("brief", gezin[0])),
        ("brief", Werkplek("brief", brief)),
        ("verhoor", Werkplek("verhoor", verhoor)),
        ("proces-verbaal", Werkplek("proces_verbaal", pv)),
        ("processen-verbaal", Werkplek("processen_verbaal")),
        ("documenten", Werkplek("dossiers", gezin[0], "documenten")),
    ]


def _ouder(work: Work, dossier: str) -> Persoonskeuze:
    beeld = work.caseload.dossier(dossier)
    if beeld is None:
        raise LookupError("the family is not in the caseload")
    ouder = next(een for een in beeld.betrokkenen if een.persoon is not None and een.rol != "jongere")
    return Persoonskeuze(ouder.persoon, Rol.OUDER, ouder.naam)


def _brief(work: Work, klok: Klok, dossier: str, formulier: Formulierbeeld) -> str:
    ouder = _ouder(work, dossier)
    opgave = Briefopgave(formulier.soort, formulier.id, (ouder.persoon or "",))
    (id_, *_), _ = brief_opstellen(work, klok, (dossier,), opgave)
    beeld = work.caseload.dossier(dossier)
    naam = beeld.naam if beeld else ""
    gemeld, gesprek = klok.vandaag() - timedelta(days=5), klok.vandaag() + timedelta(days=7)
    velden: dict[str, Veldwaarde] = {
        "jongere": naam,
        "melding": f"{naam} tot en met {lang(gemeld)} twaalf lesuren niet op school was",
        "gesprek_op": f"{gesprek.isoformat()}T15:30",
        "gesprek_waar": "het gemeentehuis, kamer 2.14",
        "meenemen": ("brieven van school of van de dokter, als die er zijn",),
    }
    for veld, waarde in velden.items():
        brief_veld_schrijven(work, id_, formulier, veld, waarde)
    return id_


def _verhoor(work: Work, klok: Klok, gezin: tuple[str, ...]) -> str:
    dag = klok.vandaag() - timedelta(days=10)
    opgave = Verhooropgave(_ouder(work, gezin[0]), dag, "Rotterdam, in het gemeentehuis")
    id_, _ = verhoor_starten(work, klok, gezin, opgave)
    verhoor = work.zaakstukken.verhoren.laad(id_).verhoor
    verhoor_bijhouden(
        work, klok, replace(verhoor, identiteit="een geldig paspoort", verstaat_nederlands=True)
    )
    for stap in (feit_mededelen, cautie_geven, rechtsbijstand_mededelen):
        stap(work, klok, id_)
    afstand = Afstand("Nee, dat hoeft niet.", gevolgen_uitgelegd=True, kan_terugkomen=True)
    bijstand_kiezen(work, id_, Bijstand.AFSTAND, afstand)
    for tekst, antwoord in _VERKLARING:
        zin = zin_toevoegen(work, klok, id_, antwoord=antwoord)
        zin_schrijven(work, zin.id, tekst)
    return id_


def _proces_verbaal(work: Work, klok: Klok, gezin: tuple[str, ...]) -> str:
    tot = klok.vandaag() - timedelta(days=10)
    keuze = Feitkeuze(Feitsoort.RELATIEF, tot - timedelta(days=4), tot, "Rotterdam", verzorgt=True)
    id_, _ = proces_verbaal_opstellen(work, klok, gezin, _ouder(work, gezin[0]), keuze)
    return id_
