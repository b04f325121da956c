"""What the law says of a dossier's absence, as one sentence with its reasons and the numbers of its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.datumtekst import met_dag
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, plicht_op
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Schoolkalender

from .telling import Eenheid, Urentelling, urentelling
from .weken import Verzuimuren, grens_van

_ZOEK_UIT = "Zoek eerst uit of er een geldige reden is."
_PLICHT = {
    Plicht.LEERPLICHT: "Leerplichtig.",
    Plicht.KWALIFICATIEPLICHT: "Kwalificatieplichtig, tenzij er al een startkwalificatie is.",
    Plicht.GEEN: "Geen leerplicht en geen kwalificatieplicht.",
}


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """One sentence about the dossier; ``bereikt`` says that a limit was reached."""

    zin: str
    uitleg: Uitleg | None = None
    bereikt: bool = False


def plichtuitspraak(geboren: str, kalender: Schoolkalender | None, vandaag: date) -> Uitspraak:
    """Say whether there is a duty today; ``geboren`` as the register writes it, empty when unknown."""
    try:
        gevonden = plicht_op(vandaag, Geboortedatum.uit_lo3(geboren or "00000000"), kalender)
    except DomainError as fout:
        return Uitspraak(f"Of er een plicht is, is niet te zeggen. {fout.bericht}")
    zin = _PLICHT[gevonden.plicht]
    if not gevonden.zeker:
        zin = f"{zin} Niet zeker: de geboortedatum is niet volledig bekend."
    return Uitspraak(zin, gevonden.uitleg)


def urenuitspraak(uren: Verzuimuren, kalender: Schoolkalender | None, vandaag: date) -> Uitspraak:
    """Say how the reported hours stand to the limit at which a school must report."""
    if not uren.eenheid:
        return Uitspraak("School meldde nog geen verzuim.")
    grens = grens_van(uren, vandaag)
    if not uren.geteld:
        return Uitspraak(f"De {grens.uur} is nog niet te tellen. {_ZOEK_UIT}")
    try:
        telling = urentelling(uren.verzuimdagen(), kalender)
    except DomainError as fout:
        return Uitspraak(f"De {grens.uur} is niet te tellen. {fout.bericht}")
    stand = Eenheid(uren.eenheid).tekst(telling.stand)
    return Uitspraak(telling_in_een_zin(telling, stand, vandaag), telling.uitleg, telling.bereikt)


def telling_in_een_zin(telling: Urentelling, stand: str, vandaag: date) -> str:
    """Word a count by the limit that judged it; ``stand`` is where it stands now, with its unit."""
    grens = telling.grens
    if not telling.bereikt:
        return f"De {grens.uur} is niet bereikt: {stand} in {grens.venster}."
    eerste = met_dag(telling[0].einde, vandaag)
    if len(telling) == 1:
        return f"{grens.cijfers} bereikt op {eerste}."
    laatste = met_dag(telling[-1].einde, vandaag)
    return f"{grens.cijfers} {len(telling)} keer bereikt: het eerst op {eerste}, het laatst op {laatste}."
