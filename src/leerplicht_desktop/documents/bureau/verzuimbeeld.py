"""The verzuimbeeld as a letter among the letters: what the screen asks for, and the page it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources.abc import Traversable

from leerplicht_desktop.casework.brief.geheimhouding import verraadt
from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.papier import Formulierbeeld, Formulierveld
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.formulieren.opdracht import Afzender
from leerplicht_desktop.documents.formulieren.talen import taalblad, taalbladen
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problemen import FormulierProblem
from leerplicht_desktop.documents.sheet import Paper
from leerplicht_desktop.documents.verzuimbeeld import INDELING, Gestreept, Verzuimbeeld, Verzuimweek, maak_op
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn
from leerplicht_desktop.domain.tekstregel import op_een_regel
from leerplicht_desktop.domain.verzuim.weken import (
    Verzuimuren,
    Weekuren,
    eenheidswoord,
    gemelde_periode,
    verzuimuren,
    verzuimweken,
)
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import kalender_van

FORMULIER = "verzuimbeeld"
_ALLEEN_NEDERLANDS = "nl"


def formulierbeeld(map_: Traversable) -> Formulierbeeld:
    """The fields of the verzuimbeeld; ``map_`` is the folder with forms, for the leaflets in it."""

    talen = tuple((blad.taal, blad.kop) for blad in taalbladen(map_)[0])
    velden = (
        Formulierveld(
            "jongere", "tekstregel", "Naam van de jongere", True, "Zo staat de naam bovenaan het blad."
        ),
        Formulierveld("van", "datum", "Vanaf welke dag", True, ""),
        Formulierveld("tot", "datum", "Tot en met welke dag", True, "Ten hoogste veertien weken."),
        Formulierveld(
            "taal",
            "keuze",
            "Uitleg in een andere taal",
            False,
            "De uitleg komt onder de Nederlandse tekst.",
            keuzes=((_ALLEEN_NEDERLANDS, "Alleen Nederlands"), *talen),
        ),
    )
    return Formulierbeeld(FORMULIER, "Verzuimbeeld", Documentsoort.VERZUIMBEELD, "verslag", velden)


@dataclass(frozen=True, slots=True)
class Afdrukkader:
    """What stands around the page, whoever it is about."""

    huisstijl: Huisstijl
    afzender: Afzender
    map: Traversable
    moment: datetime
    kenmerk: str
    definitief: bool


def zet(brief: ConceptBriefBeeld, dossier: DossierBeeld | None, kader: Afdrukkader) -> Paper:
    """The page as PDF. Raises FormulierProblem: nothing to show, an impossible period, something secret."""

    velden = brief.concept.velden
    jongere = op_een_regel(str(velden.get("jongere") or (dossier.naam if dossier else ""))).strip()
    _niets_verraden(jongere, brief.verborgen)
    if kader.definitief and not (kader.afzender.telefoon or kader.huisstijl.telefoon):
        raise FormulierProblem("Op dit blad staat wie te bellen, maar jouw nummer ontbreekt.", "Vul het in.")
    van, tot = _periode(dossier, velden)
    if dossier is None or van > tot:
        raise FormulierProblem("De eerste dag ligt na de laatste.", "Kies een andere dag.")
    taal = str(velden.get("taal") or _ALLEEN_NEDERLANDS)
    uren = verzuimuren(dossier.meldingen, van, tot)
    try:
        beeld = Verzuimbeeld(
            huisstijl=kader.huisstijl,
            afzender=kader.afzender,
            jongere=jongere,
            eenheid=eenheidswoord(uren.eenheid),
            weken=tuple(
                Verzuimweek(week.maandag, week.zonder_reden, week.nog_open, week.vakantie)
                for week in _weken(dossier, uren, van, tot)
            ),
            moment=kader.moment,
            kenmerk=kader.kenmerk,
            taalblad=taalblad(kader.map, taal) if taal != _ALLEEN_NEDERLANDS else None,
            definitief=kader.definitief,
            gestreept=Gestreept.NOG_OPEN,
            weglating=uren.weglating,
        )
    except DomainError as fout:
        raise FormulierProblem(fout.bericht, "Kies een andere periode.") from None
    return maak_op(beeld)


def sjabloon(kader: Afdrukkader) -> str:
    """The fingerprint of what is no content: the layout in the program, and the house style."""

    return content_hash("sjabloon", FORMULIER, INDELING, kader.huisstijl)


def _niets_verraden(jongere: str, verborgen: tuple[str, ...]) -> None:

    if verraadt(jongere, verborgen) or bevat_bsn(jongere):
        raise FormulierProblem(
            "Bij de naam staat iets wat niet op dit blad mag.",
            "Laat daar alleen de naam staan.",
        )


def _periode(dossier: DossierBeeld | None, velden: Mapping[str, Veldwaarde]) -> tuple[date, date]:
    """The chosen days; what was not chosen is what was reported. Raises FormulierProblem without reports."""

    gemeld = gemelde_periode(dossier.meldingen) if dossier else None
    if gemeld is None:
        raise FormulierProblem(
            "Er is nog geen verzuim met uren gemeld. Er is dus niets te laten zien.",
            "Wacht op een melding van de school, of kies een andere brief.",
        )
    van, tot = (
        date.fromisoformat(gekozen) if isinstance(gekozen := velden.get(naam), str) and gekozen else anders
        for naam, anders in zip(("van", "tot"), gemeld, strict=True)
    )
    return van, tot


def _weken(dossier: DossierBeeld, uren: Verzuimuren, van: date, tot: date) -> tuple[Weekuren, ...]:
    kalender = kalender_van(dossier.school.regio if dossier.school else "")
    return verzuimweken(uren, kalender, van, tot)
