"""What happened to a sealed proces-verbaal, in the order in which it was written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Stukstap, is_afschrift
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import Stukblad
from .stapvorm import WIJZEN, stapwoord


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """One line: the day, what, what else is known, and the id of a scan that can be looked at."""

    dag: date
    wat: str
    meer: str = ""
    scan: str = ""


def gebeurd(blad: Stukblad) -> tuple[Gebeurd, ...]:
    """Sealed, printed, saved, signed, sent: each when it was written down."""
    regels: list[tuple[datetime, Gebeurd]] = [
        *((druk.op, _druk(druk)) for druk in blad.beeld.afdrukken),
        *_stappen(blad),
    ]
    regels.sort(key=lambda regel: regel[0])
    door = ". ".join(filter(None, (f"door {blad.beeld.door}" if blad.beeld.door else "", blad.beeld.klok)))
    eerst = Gebeurd(plaatselijk(blad.beeld.stuk.verzegeld_op).date(), "Verzegeld", door)
    return (eerst, *(regel for _, regel in regels))


def _druk(druk: AfdrukRegel) -> Gebeurd:
    wat = "Afgedrukt" if druk.hoe == "afgedrukt" else "Opgeslagen als bestand"
    return Gebeurd(plaatselijk(druk.op).date(), wat, f"{druk.aantal} keer, {druk.waarheen}")


def _stappen(blad: Stukblad) -> Iterator[tuple[datetime, Gebeurd]]:
    stappen = blad.beeld.stappen
    bijlagen = {bijlage.id: bijlage for bijlage in blad.bijlagen}
    for plaats, stap in enumerate(stappen):
        woord = stapwoord(stap.soort, afschrift=is_afschrift(stappen[:plaats]))
        scan = bijlagen.get(stap.bijlage or "")
        yield stap.gezet_op, Gebeurd(stap.datum, woord, _meer(stap, scan), scan.id if scan else "")


def _meer(stap: Stukstap, scan: Dossierbijlage | None) -> str:
    """What else is known of a step, in one line."""
    delen = (
        f"te {stap.plaats}" if stap.plaats else "",
        f"aan {stap.aan}" if stap.aan else "",
        WIJZEN[stap.wijze].lower() if stap.wijze else "",
        stap.afdoening.value if stap.afdoening else "",
        stap.reden,
        _scan(scan) if scan is not None else "",
    )
    return ", ".join(deel for deel in delen if deel)


def _scan(scan: Dossierbijlage) -> str:
    """The scan with its size, who added it and when, and the beginning of its hash."""
    bladen = "1 blad" if scan.bladzijden == 1 else f"{scan.bladzijden} bladen"
    door = f" door {scan.door}" if scan.door else ""
    wanneer = short_moment(plaatselijk(scan.toegevoegd_op))
    return f"scan van {bladen}, toegevoegd{door} {wanneer}, hash {scan.sha256[:16]}"
