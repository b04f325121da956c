"""The letter that called somebody to a hearing: found among the papers, so that its day counts (R16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.casework.concepten import Ontvanger, Persoonskeuze
from leerplicht_desktop.casework.queries.stukkenkast import StukBeeld, Stukkenkast
from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.stuk.stuk import Stand, Stapsoort
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_AANGEKOMEN = (Stand.VERZONDEN, Stand.ONTVANGEN)


@dataclass(frozen=True, slots=True)
class Oproep:
    """A sealed summons to a hearing. ``dag`` is the date it bears, ``verzonden`` when it went."""

    id: str
    naam: str
    dag: date
    verzonden: date | None
    telt: bool
    """Whether it went to this very suspect and did not come back: then its rights count by themselves."""


def oproepen_voor(
    kast: Stukkenkast, dossiers: tuple[str, ...], verdachte: Persoonskeuze
) -> tuple[Oproep, ...]:
    """The summonses of these dossiers, the newest first; those to another person of them do not count.

    A suspect who is not in the register is known by his name alone: then the officer decides.
    """
    ids = {
        regel.id: None
        for dossier in dossiers
        for regel in kast.stukken(dossier)
        if regel.soort is Documentsoort.OPROEP_VERHOOR and not regel.concept
    }
    gevonden = [_oproep(kast.stuk(id_), verdachte) for id_ in ids]
    return tuple(sorted(gevonden, key=lambda een: (een.dag, een.id), reverse=True))


def oproep_van(kast: Stukkenkast, dossiers: tuple[str, ...], verdachte: Persoonskeuze) -> date | None:
    """The day of the newest summons that counts by itself; None without one."""
    return next((een.dag for een in oproepen_voor(kast, dossiers, verdachte) if een.telt), None)


def _oproep(beeld: StukBeeld, verdachte: Persoonskeuze) -> Oproep:
    stuk = beeld.stuk
    verzonden = [stap.datum for stap in beeld.stappen if stap.soort is Stapsoort.VERZONDEN]
    return Oproep(
        id=stuk.id,
        naam=stuk.titel,
        dag=in_nederland(stuk.verzegeld_op).date(),
        verzonden=verzonden[-1] if verzonden else None,
        telt=beeld.stand in _AANGEKOMEN and verdachte.persoon in _personen(beeld),
    )


def _personen(beeld: StukBeeld) -> tuple[str, ...]:
    try:
        return uit_json(Ontvanger, beeld.stuk.gegevens.get("aan")).personen
    except (ValueError, TypeError, DomainError):
        # It was made by another program: who it was for stands on its paper alone.
        return ()
