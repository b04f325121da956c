"""Processen-verbaal, letters and hearings on paper: read in one transaction, rendered in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from leerplicht_desktop.casework.brief.afzender import telefoon_van
from leerplicht_desktop.casework.concepten import ConceptBrief, Veldwaarde, Verhoorblad
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import (
    Drukwerk,
    Formulierbeeld,
    Formulierlijst,
    Formulierveld,
    IngelezenBijlage,
)
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_van
from leerplicht_desktop.casework.proces_verbaal.verzegelen import volgend_nummer
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld, ConceptPVBeeld
from leerplicht_desktop.casework.verhoor.afdruk import inhoud_van
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant
from leerplicht_desktop.domain.tekstregel import op_een_regel

from . import verzuimbeeldstuk
from .bijlagelezer import lees_bijlage
from .formulierkast import Formulierkast
from .formuliermap import formuliermap, huisstijl_van

if TYPE_CHECKING:
    from leerplicht_desktop.documents.formulieren.formulier import Formulier, Veld
    from leerplicht_desktop.documents.formulieren.opdracht import Afzender, Geadresseerde
    from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld
    from leerplicht_desktop.documents.huisstijl import Huisstijl
    from leerplicht_desktop.documents.sheet import Paper

T = TypeVar("T")


class Doe(Protocol):
    """Runs an act on the store lane and waits for what it returns."""

    def __call__(self, act: Callable[[Work], T], /) -> T:
        """Raises what the act or the vault raises."""


@dataclass(frozen=True, slots=True)
class _Afzenders:
    """Who writes: the tie to the municipality and the officer's own profile."""

    koppeling: Koppeling | None
    verbalisant: Verbalisant
    telefoon: str


class BriefdossierWeg(KnownProblem):
    """The dossier left the laptop: nobody knows here any more which address is secret (R24)."""

    bericht = "Het dossier bij deze brief staat niet meer op deze laptop."
    remedie = "Wat je typte is bewaard. Vraag aan wie het dossier is gegeven; de brief kan hier niet af."


class BriefadresAnders(KnownProblem):
    """A receiver moved, left the dossier or died after the letter was begun."""

    bericht = "Deze brief komt niet meer aan bij wie hem moet krijgen."
    remedie = "In de brief staat bij Aan wat er is veranderd en wat je kunt doen."


class Drukkerij:
    """The half of the port ``Papier`` that makes processen-verbaal, letters and hearings (side lane)."""

    def __init__(self, doe: Doe, klok: Klok, versie: str, eigen_formulieren: Path | None = None) -> None:
        """``eigen_formulieren`` is the municipality's folder with forms, if it made one."""
        self._doe = doe
        self._klok = klok
        self._versie = versie
        self._eigen = eigen_formulieren
        self._kast = Formulierkast(eigen_formulieren)

    def proces_verbaal(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        from leerplicht_desktop.documents import proces_verbaal

        moment = self._klok.nu()

        def lees(work: Work) -> tuple[ConceptPVBeeld, str, _Afzenders]:
            nummer = volgend_nummer(work, moment.astimezone().year) if definitief else ""
            return work.stukkenkast.concept_pv(concept), nummer, _afzenders(work)

        beeld, nummer, wie = self._doe(lees)
        stijl = self._huisstijl(wie)
        stuk = proces_verbaal.ProcesVerbaalStuk(
            pv=replace(beeld.concept.pv, nummer=nummer),
            huisstijl=stijl,
            moment=moment,
            formulier=self._kast.voor_de_rechter("proces_verbaal"),
            definitief=definitief,
            app_versie=self._versie,
        )
        blad = proces_verbaal.typeset(stuk)
        return Drukwerk(
            pdf=blad.data,
            inhoud_hash=blad.content_hash,
            sjabloon_hash=stuk.formulier.hash,
            bladzijden=blad.pages,
            waarschuwingen=blad.warnings,
            concept=concept,
            versie=beeld.concept.versie,
            moment=moment,
            nummer=nummer,
            definitief=definitief,
        )

    def brief(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        moment = self._klok.nu()

        def lees(work: Work) -> tuple[ConceptBriefBeeld, tuple[DossierBeeld, ...], _Afzenders]:
            beeld = work.stukkenkast.concept_brief(concept)
            dossiers = (work.caseload.dossier(dossier) for dossier in beeld.concept.dossiers)
            return beeld, tuple(een for een in dossiers if een is not None), _afzenders(work)

        beeld, dossiers, wie = self._doe(lees)
        if len(dossiers) != len(beeld.concept.dossiers):
            raise BriefdossierWeg
        if definitief and beeld.adres is not None:
            raise BriefadresAnders
        kenmerk = ", ".join(een.nummer for een in dossiers)
        afzender, stijl = _afzender(wie), self._huisstijl(wie)
        if beeld.concept.formulier == verzuimbeeldstuk.FORMULIER:
            kader = verzuimbeeldstuk.Afdrukkader(
                stijl, afzender, formuliermap(self._eigen), moment, kenmerk, definitief
            )
            blad = verzuimbeeldstuk.zet(beeld, next(iter(dossiers), None), kader)
            sjabloon = verzuimbeeldstuk.sjabloon(kader)
        else:
            blad, sjabloon = self._zet_brief(beeld, kenmerk, wie, moment, definitief=definitief)
        waarschuwing = (beeld.waarschuwing,) if beeld.waarschuwing else ()
        return Drukwerk(
            pdf=blad.data,
            inhoud_hash=blad.content_hash,
            sjabloon_hash=sjabloon,
            bladzijden=blad.pages,
            waarschuwingen=(*waarschuwing, *blad.warnings),
            concept=concept,
            versie=beeld.concept.versie,
            moment=moment,
            nummer=kenmerk if definitief else "",
            definitief=definitief,
            zonder_telefoon=not (afzender.telefoon or stijl.telefoon),
        )

    def _zet_brief(
        self, beeld: ConceptBriefBeeld, kenmerk: str, wie: _Afzenders, moment: datetime, *, definitief: bool
    ) -> tuple[Paper, str]:
        from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
        from leerplicht_desktop.documents.formulieren.opmaak import maak

        formulier = self._kast.met_id(beeld.concept.formulier)
        stijl = self._huisstijl(wie)
        opdracht = Opdracht(
            formulier=formulier,
            huisstijl=stijl,
            afzender=_afzender(wie),
            plaats=wie.verbalisant.standplaats or stijl.naam,
            moment=moment,
            kenmerk=kenmerk,
            waarden=_waarden(formulier, beeld.concept.velden),
            aan=_geadresseerde(beeld.concept),
            verborgen=beeld.verborgen,
            definitief=definitief,
        )
        return maak(opdracht), formulier.hash

    def verhoorverslag(self, verhoor: str, *, definitief: bool = False) -> Drukwerk:
        """See the port."""
        from leerplicht_desktop.documents import verhoorverslag

        moment = self._klok.nu()

        def lees(work: Work) -> tuple[Verhoorblad, tuple[DossierBeeld, ...], _Afzenders]:
            blad = work.stukkenkast.verhoor(verhoor).blad
            dossiers = (work.caseload.dossier(dossier) for dossier in blad.dossiers)
            return blad, tuple(een for een in dossiers if een is not None), _afzenders(work)

        blad, dossiers, wie = self._doe(lees)
        stijl = self._huisstijl(wie)
        gereed = definitief or not blad.is_concept
        stuk = verhoorverslag.VerhoorStuk(
            verhoor=blad.compleet,
            verdachte=blad.verdachte.naam,
            feit=_verdenking(blad, dossiers),
            verbalisant=wie.verbalisant,
            huisstijl=stijl,
            moment=blad.vastgelegd_op or moment,
            formulier=self._kast.voor_de_rechter("verhoor"),
            kenmerk=", ".join(een.nummer for een in dossiers),
            definitief=gereed,
            rol=blad.verdachte.rol,
            jongeren=tuple(een.naam for een in dossiers),
        )
        gezet = verhoorverslag.typeset(stuk)
        return Drukwerk(
            pdf=gezet.data,
            inhoud_hash=gezet.content_hash,
            sjabloon_hash=stuk.formulier.hash,
            bladzijden=gezet.pages,
            waarschuwingen=gezet.warnings,
            concept=verhoor,
            versie=0,
            moment=stuk.moment,
            definitief=gereed,
            verhoor_inhoud=inhoud_van(blad),
        )

    def stuk(self, stuk: str) -> bytes:
        """See the port."""
        return self._doe(lambda work: work.stukkenkast.pdf(stuk))

    def formulieren(self) -> Formulierlijst:
        """See the port."""
        gaaf, fouten = self._kast.alle()
        beelden = tuple(
            Formulierbeeld(een.id, een.titel, een.soort, een.vorm.value, tuple(_veld(v) for v in een.velden))
            for een in gaaf
            if not een.vorm.voor_de_rechter
        )
        beeld = verzuimbeeldstuk.formulierbeeld(formuliermap(self._eigen))
        return Formulierlijst((*beelden, beeld), fouten)

    def lees_bijlage(self, naam: str, inhoud: bytes) -> IngelezenBijlage:
        """See the port."""
        return lees_bijlage(naam, inhoud)

    def _huisstijl(self, wie: _Afzenders) -> Huisstijl:
        return huisstijl_van(self._eigen, wie.koppeling.gemeente if wie.koppeling else "")


def _afzenders(work: Work) -> _Afzenders:
    return _Afzenders(work.brievenbus.koppeling(), verbalisant_van(work), telefoon_van(work))


def _afzender(wie: _Afzenders) -> Afzender:
    from leerplicht_desktop.documents.formulieren.opdracht import Afzender

    profiel = wie.koppeling.profiel if wie.koppeling else {}
    return Afzender(
        naam=wie.verbalisant.naam or (wie.koppeling.ambtenaar if wie.koppeling else ""),
        functie=wie.verbalisant.functie or "leerplichtambtenaar",
        telefoon=wie.telefoon,
        email=profiel.get("email", ""),
    )


def _geadresseerde(concept: ConceptBrief) -> Geadresseerde | None:
    from leerplicht_desktop.documents.formulieren.opdracht import Geadresseerde

    aan = concept.aan
    if aan is None:
        return None
    return Geadresseerde(aan.naamregels, aan.adresregels, aan.aanhef, aan.minderjarig)


def _verdenking(blad: Verhoorblad, dossiers: tuple[DossierBeeld, ...]) -> str:
    namen = " en ".join(een.naam for een in dossiers)
    over = f" door verzuim van {namen}" if namen else ""
    return f"overtreding van de Leerplichtwet 1969{over}, tot en met {lang(blad.verhoor.pleegdatum)}"


def _veld(veld: Veld) -> Formulierveld:
    return Formulierveld(veld.naam, veld.type.value, veld.label, veld.verplicht, veld.uitleg, veld.kolommen)


def _waarden(formulier: Formulier, velden: Mapping[str, Veldwaarde]) -> dict[str, Ingevuld]:
    """What was typed, as the form wants it; fields that the form no longer has are left out."""
    return {
        veld.naam: _ingevuld(veld, velden[veld.naam])
        for veld in formulier.velden
        if velden.get(veld.naam) not in (None, "", ())
    }


def _ingevuld(veld: Veld, waarde: Veldwaarde) -> Ingevuld:
    from leerplicht_desktop.documents.formulieren.formulier import Veldtype
    from leerplicht_desktop.documents.problems import FormulierProblem

    lezers: dict[Veldtype, Callable[[str], Ingevuld]] = {
        Veldtype.DATUM: date.fromisoformat,
        Veldtype.DATUMTIJD: datetime.fromisoformat,
        Veldtype.TIJD: time.fromisoformat,
    }
    if veld.type is Veldtype.TEKSTREGEL and isinstance(waarde, str):
        # Typed in a box of lines, before the form asked one line: the paper gets one line all the same.
        return op_een_regel(waarde).strip()
    if veld.type not in lezers or not isinstance(waarde, str):
        return waarde
    try:
        return lezers[veld.type](waarde)
    except ValueError:
        raise FormulierProblem(
            f"In het veld ‘{veld.label}’ staat geen datum of tijd.", "Kies de datum opnieuw.", (veld.naam,)
        ) from None
