"""Words for what the list and the dossier show."""

from __future__ import annotations

from datetime import date, datetime

from leerplicht_desktop.casework.queries.caseload import DossierRegel, PersoonBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.verzuim.meldsoort import op_scherm
from leerplicht_desktop.ui.kit.badges import BadgeSpec
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.rows import DossierRow
from leerplicht_desktop.ui.kit.tokens import Tone

NIEUW_DAGEN = 14
"""A report of at most this many days old is new; the same number as behind the filter Nieuw."""
_GEHEIM = BadgeSpec("Geheim adres", Tone.DANGER, Icon.MAP_PIN_OFF)
_GEVONDEN = {
    "bsn": "Gevonden op BSN",
    "nummer": "Gevonden op nummer",
    "ouder": "Gevonden op ouder of ander",
    "adres": "Gevonden op adres",
    "telefoon": "Gevonden op telefoon",
    "melder": "Gevonden op melder",
    "lijkt": "Lijkt op je zoekwoord",
}


def rij_van(regel: DossierRegel, vandaag: date) -> DossierRow:
    """A row: name, class and school, kind, and the one badge that matters most."""
    merk = _merk(regel, vandaag)
    lijn = " · ".join(deel for deel in (regel.leerjaar, regel.school) if deel)
    if regel.geheim and merk is not None:
        lijn = f"Geheim adres · {lijn}" if lijn else "Geheim adres"
    soort = _GEVONDEN.get(regel.gevonden_in) or op_scherm(regel.soort, regel.datum_melding)
    badge = merk or (_GEHEIM if regel.geheim else None)
    return DossierRow(regel.dossier, regel.naam, lijn, soort, badge)


def _merk(regel: DossierRegel, vandaag: date) -> BadgeSpec | None:
    over = None if regel.taak_uiterlijk is None else (regel.taak_uiterlijk - vandaag).days
    if over is not None and over <= 0:
        return termijn(over)
    if regel.concept:
        return BadgeSpec("Concept", Tone.NEUTRAL, Icon.FILE_PEN_LINE)
    if over is not None:
        return termijn(over)
    if regel.datum_melding is not None and (vandaag - regel.datum_melding).days <= NIEUW_DAGEN:
        return BadgeSpec("Nieuw", Tone.INFO, Icon.FLAG)
    if regel.te_verzenden:
        return BadgeSpec("Niet verstuurd", Tone.NEUTRAL, Icon.CLOUD_UPLOAD)
    return None


def termijn(over: int) -> BadgeSpec:
    """How many days are left, in words."""
    if over < 0:
        return BadgeSpec(
            f"{-over} {'dag' if over == -1 else 'dagen'} te laat", Tone.DANGER, Icon.TRIANGLE_ALERT
        )
    if over == 0:
        return BadgeSpec("Vandaag", Tone.DANGER, Icon.CLOCK_ALERT)
    if over == 1:
        return BadgeSpec("Morgen", Tone.WARN, Icon.HOURGLASS)
    return BadgeSpec(f"Nog {over} dagen", Tone.WARN if over <= 2 else Tone.NEUTRAL, Icon.HOURGLASS)


def gezag_in_woorden(persoon: PersoonBeeld, meerderjarig: bool | None = None) -> str:
    """Whether somebody has gezag, as far as the register says; empty where nobody asks.

    Over somebody of age nobody has it, and nobody asks.
    """
    if meerderjarig:
        return ""
    if persoon.rol in ("ouder1", "ouder2", "verzorger"):
        return {True: "heeft gezag", False: "geen gezag", None: "gezag onbekend"}[persoon.gezag]
    return "heeft gezag" if persoon.gezag else ""


def leeftijd_in_woorden(geboren: str, vandaag: date) -> str:
    """The age, saying so when the birth date has gaps; empty without a birth date."""
    if not geboren:
        return ""
    try:
        return Geboortedatum.uit_lo3(geboren).leeftijd_op(vandaag).tekst()
    except DomainError:
        return "leeftijd onbekend"


def sinds(moment: datetime, vandaag: date) -> str:
    """When something began, after "van": ``14:07`` today, else ``vr 20 nov, 14:07``."""
    hier = in_nederland(moment)
    if hier.date() == vandaag:
        return clock(hier)
    return f"{short_date(hier.date(), vandaag)}, {clock(hier)}"


def begonnen_in_woorden(moment: datetime, vandaag: date) -> str:
    """When something began, after "Je begon": ``om 14:07`` or ``op vr 20 nov om 14:07``."""
    hier = in_nederland(moment)
    om = f"om {clock(hier)}"
    return om if hier.date() == vandaag else f"op {short_date(hier.date(), vandaag)} {om}"
