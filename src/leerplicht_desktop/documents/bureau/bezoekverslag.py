"""The report of a visit: what was recorded at the door, as the specification of its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leerplicht_desktop.casework.brief.afzender import telefoon_van
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.documents.bezoektekst import maak_pdf
from leerplicht_desktop.documents.bezoekverslag import (
    Ambtenaar,
    BezochteJongere,
    Bezoekverslag,
    Binnentreden,
    Deur,
    Fragment,
    Verbetering,
)
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    Segment,
    SoortSegment,
    SoortVinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import in_een_regel
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.plaatsnaam import adres_in_zin

from .werkbank import Werkbank

_ONBEKENDE_SPREKER = "Iemand aan de deur"
_ANDER_ADRES = " (een ander adres dan in de BRP)"
# The tick does not say which: nobody is put on paper as seen who may not have been there.
_EEN_VAN_DE_LEERLINGEN = "minstens een van de leerlingen"


class DossierNietHier(BekendProbleem):
    """The dossier of a visit left the laptop, or was not pulled yet."""

    bericht = "Het dossier bij dit bezoek staat nu niet op deze laptop."
    remedie = "Synchroniseer eerst. Wat je schreef is bewaard."


def druk_bezoekverslag(bank: Werkbank, bezoek: str) -> bytes:
    """The page as PDF. Raises DossierNietHier, KeyError when the visit is unknown."""
    gegevens = bank.doe(lambda work: _lees_bezoek(work, bezoek))
    gemeente = gegevens.koppeling.gemeente if gegevens.koppeling else ""
    return maak_pdf(_opgave(gegevens, bank.kast.huisstijl(gemeente), bank.versie))


@dataclass(frozen=True, slots=True)
class _Gegevens:
    """What one report needs, read in one transaction."""

    bezoek: Deurbezoek
    dossiers: tuple[DossierBeeld, ...]
    koppeling: Koppeling | None
    telefoon: str
    vorige: tuple[Deurbezoek, ...]
    collega: str
    """Who made the visit, when that was not the officer of this laptop."""
    klok: str


def _lees_bezoek(work: Work, id_: str) -> _Gegevens:
    bezoek = work.caseload.bezoek(id_)
    beelden = tuple(beeld for dossier in bezoek.dossiers if (beeld := work.caseload.dossier(dossier)))
    if not beelden:
        raise DossierNietHier
    vorige: list[Deurbezoek] = []
    oudere = bezoek.corrigeert
    while oudere is not None and len(vorige) < 50:
        vorige.append(work.caseload.bezoek(oudere))
        oudere = vorige[-1].corrigeert
    return _Gegevens(
        bezoek,
        beelden,
        work.brievenbus.koppeling(),
        telefoon_van(work),
        tuple(vorige),
        work.stukkenkast.collega_van_verslag(id_),
        work.stukkenkast.klok_bij_bezoek(id_),
    )


def _ambtenaar(gegevens: _Gegevens) -> Ambtenaar:
    """Whoever stood at the door; the function and the number of this laptop are its own officer's."""
    if gegevens.collega:
        return Ambtenaar(gegevens.collega)
    koppeling = gegevens.koppeling
    profiel = koppeling.profiel if koppeling else {}
    return Ambtenaar(
        naam=koppeling.ambtenaar if koppeling else "onbekend",
        functie=profiel.get("functie") or "leerplichtambtenaar",
        telefoon=gegevens.telefoon,
    )


def _opgave(gegevens: _Gegevens, stijl: Huisstijl, versie: str) -> Bezoekverslag:
    bezoek = gegevens.bezoek
    tijden = [segment.tijd for segment in bezoek.segmenten]
    return Bezoekverslag(
        huisstijl=stijl,
        kenmerk=", ".join(beeld.nummer for beeld in gegevens.dossiers) or bezoek.id[:8],
        ambtenaar=_ambtenaar(gegevens),
        adres=adres_in_zin(bezoek.adres) + (_ANDER_ADRES if bezoek.ander_adres else ""),
        jongeren=_jongeren(gegevens),
        begin=_hier(bezoek.begonnen_op),
        eind=_hier(bezoek.geeindigd_op) if bezoek.geeindigd_op else None,
        uitkomst=in_een_regel(bezoek.uitkomst, bezoek.aangetroffen),
        opgeschreven_van=_hier(min(tijden, default=bezoek.begonnen_op)),
        opgeschreven_tot=_hier(bezoek.vastgelegd_op or max(tijden, default=bezoek.begonnen_op)),
        vastgelegd_op=_hier(bezoek.vastgelegd_op) if bezoek.vastgelegd_op else None,
        deur=_deur(bezoek, len(gegevens.dossiers)),
        fragmenten=_fragmenten(bezoek),
        achtergelaten=_achtergelaten(bezoek),
        modus=bezoek.modus,
        verbetering=_verbetering(gegevens),
        app_versie=versie,
        klok=gegevens.klok,
    )


def _hier(moment: datetime) -> datetime:
    """Local time of the laptop: what the clock at the door said."""
    return in_nederland(moment)


def _jongeren(gegevens: _Gegevens) -> tuple[BezochteJongere, ...]:
    gezien = gegevens.bezoek.vinkje(SoortVinkje.JONGERE_GEZIEN) is not None
    return tuple(
        BezochteJongere(
            naam=beeld.naam,
            geboren=Geboortedatum.uit_lo3(beeld.jongere.geboren).tekst()
            if beeld.jongere.geboren
            else "onbekend",
            school=beeld.school.naam if beeld.school else "",
            gezien=gezien if len(gegevens.dossiers) == 1 else None,
        )
        for beeld in gegevens.dossiers
    )


def _deur(bezoek: Deurbezoek, jongeren: int) -> Deur:
    tijd = {vinkje.soort: _hier(vinkje.tijd) for vinkje in bezoek.vinkjes}
    aan = {vinkje.soort: vinkje.wie for vinkje in bezoek.vinkjes}
    toestemming = bezoek.vinkje(SoortVinkje.TOESTEMMING)
    compleet = (
        bezoek.binnen
        and toestemming is not None
        and bool(toestemming.wie.strip())
        and SoortVinkje.LEGITIMATIE in tijd
        and SoortVinkje.DOEL in tijd
    )
    return Deur(
        legitimatie_om=tijd.get(SoortVinkje.LEGITIMATIE),
        doel_om=tijd.get(SoortVinkje.DOEL),
        binnen=Binnentreden(toestemming.wie, _hier(toestemming.tijd)) if compleet and toestemming else None,
        cautie_om=tijd.get(SoortVinkje.CAUTIE),
        cautie_aan=aan.get(SoortVinkje.CAUTIE, ""),
        feit_om=tijd.get(SoortVinkje.FEIT),
        feit_aan=aan.get(SoortVinkje.FEIT, ""),
        rechtsbijstand_om=tijd.get(SoortVinkje.RECHTSBIJSTAND),
        rechtsbijstand_aan=aan.get(SoortVinkje.RECHTSBIJSTAND, ""),
        gezien_om=tijd.get(SoortVinkje.JONGERE_GEZIEN),
        gezien_wie="de leerling" if jongeren == 1 else _EEN_VAN_DE_LEERLINGEN,
    )


def _fragmenten(bezoek: Deurbezoek) -> tuple[Fragment, ...]:
    return tuple(
        Fragment(
            _hier(segment.tijd),
            segment.soort,
            segment.tekst,
            _spreker(segment) if segment.soort is SoortSegment.GEZEGD else "",
        )
        for segment in bezoek.segmenten
        if segment.tekst.strip()
    )


def _spreker(segment: Segment) -> str:
    wie = segment.spreker or _ONBEKENDE_SPREKER
    return f"{wie}, uit zichzelf" if segment.ongevraagd else wie


def _verbetering(gegevens: _Gegevens) -> Verbetering | None:
    if not gegevens.vorige or gegevens.vorige[0].vastgelegd_op is None:
        return None
    return Verbetering(
        versie=len(gegevens.vorige) + 1,
        vervangt_van=_hier(gegevens.vorige[0].vastgelegd_op),
        reden=gegevens.bezoek.reden_correctie,
    )


def _achtergelaten(bezoek: Deurbezoek) -> str:
    niet_thuis = bezoek.niet_thuis
    if niet_thuis is None or niet_thuis.achtergelaten is None:
        return ""
    gezien = ", ".join(f"{een[:1].lower()}{een[1:]}" for een in niet_thuis.gezien)
    zinnen = [f"Gezien aan de woning: {gezien}."] if gezien else []
    if niet_thuis.achtergelaten is Achtergelaten.KAART:
        nummer = f" met nummer {niet_thuis.kaartnummer}" if niet_thuis.kaartnummer else ""
        zinnen.append(f"Ik heb een niet-thuiskaart{nummer} achtergelaten.")
    elif niet_thuis.achtergelaten is Achtergelaten.BRIEF:
        zinnen.append("Ik heb een brief achtergelaten.")
    else:
        zinnen.append("Ik heb niets achtergelaten.")
    return " ".join(zinnen)
