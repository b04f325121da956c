"""What the list reads: every proces-verbaal with the terms that run while it has not been sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.casework.concepten import Feitkeuze, Persoonskeuze, Verhoorblad
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.stukkenkast import StukRegel
from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.domain.termijn.termijnen import Termijn, proces_verbaal_termijnen
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

LOOPT_NOG = (None, Stand.GEREED, Stand.ONDERTEKEND, Stand.TERUGGESTUURD)
"""Where a proces-verbaal stands while it still has to be sent; None is a concept."""


@dataclass(frozen=True, slots=True)
class PVRegel:
    """One line of the list; ``termijnen`` the first to end in front, empty once it was sent."""

    regel: StukRegel
    termijnen: tuple[Termijn, ...]
    punten: int = 0
    """How many points still block; 0 for a sealed one."""
    tegen: str = ""
    """The suspect; empty where another program made it and does not say."""


def lees_lijst(work: Work) -> tuple[PVRegel, ...]:
    """Everything that still has to go first, the most pressing in front; then the rest, newest first."""
    regels = [
        _regel(work, regel)
        for regel in work.stukkenkast.stukken()
        if regel.soort is Documentsoort.PROCES_VERBAAL
    ]
    lopend = [een for een in regels if een.regel.stand in LOOPT_NOG]
    klaar = [een for een in regels if een.regel.stand not in LOOPT_NOG]
    lopend.sort(key=lambda een: min((t.laatste_dag for t in een.termijnen), default=date.max))
    return (*lopend, *klaar)


def _regel(work: Work, regel: StukRegel) -> PVRegel:
    if not regel.concept:
        return _verzegeld(work, regel)
    beeld = work.stukkenkast.concept_pv(regel.id)
    gekozen = [blad for blad in beeld.verhoren if blad.id in beeld.concept.verhoren]
    termijnen = _termijnen(work, regel, gekozen, beeld.concept.keuze)
    return PVRegel(regel, termijnen, len(beeld.blokkerend), beeld.concept.verdachte.naam)


def _verzegeld(work: Work, regel: StukRegel) -> PVRegel:
    gegevens = work.stukkenkast.stuk(regel.id).stuk.gegevens
    try:
        tegen = uit_json(Persoonskeuze, gegevens.get("verdachte")).naam
    except (ValueError, DomainError):
        tegen = ""
    if regel.stand not in LOOPT_NOG:
        return PVRegel(regel, (), tegen=tegen)
    return PVRegel(regel, _termijnen(work, regel, *_van_stuk(work, gegevens)), tegen=tegen)


def _van_stuk(work: Work, gegevens: Mapping[str, object]) -> tuple[list[Verhoorblad], Feitkeuze | None]:
    ids = gegevens.get("verhoren", [])
    verhoren = []
    for verhoor in ids if isinstance(ids, (list, tuple)) else ():
        try:
            verhoren.append(work.stukkenkast.verhoor(str(verhoor)).blad)
        except KeyError:
            # It was pulled without its hearing; the other terms still run.
            continue
    try:
        keuze = uit_json(Feitkeuze, gegevens.get("keuze"))
    except (ValueError, DomainError):
        keuze = None
    return verhoren, keuze


def _termijnen(
    work: Work, regel: StukRegel, verhoren: list[Verhoorblad], keuze: Feitkeuze | None
) -> tuple[Termijn, ...]:
    eerste = min(verhoren, key=lambda blad: blad.verhoor.begin, default=None)
    return proces_verbaal_termijnen(
        plaatselijk(eerste.verhoor.begin).date() if eerste is not None else None,
        _melding(work, regel, keuze),
        minderjarig=eerste is not None and eerste.verhoor.minderjarig_bij_verhoor(),
    )


def _melding(work: Work, regel: StukRegel, keuze: Feitkeuze | None) -> date | None:
    """The day of the first report of the days that are charged."""
    if keuze is None:
        return None
    dagen = [
        melding.datum_melding
        for dossier in regel.dossiers
        if (beeld := work.caseload.dossier(dossier)) is not None
        for melding in beeld.meldingen
        if melding.begindatum <= keuze.tot and (melding.einddatum or melding.begindatum) >= keuze.van
    ]
    return min(dagen, default=None)
