"""What the screen of a letter shows: the concept with its points, or the sealed letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.casework.brief.geheimhouding import VAN_ONSZELF, verraadt
from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.papier import Drukwerk, Formulierbeeld, Formulierveld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld, StukBeeld
from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn
from leerplicht_desktop.domain.privacy.regime import bsn_op
from leerplicht_desktop.domain.stuk.stuk import Stapsoort
from leerplicht_desktop.domain.termijn.termijnen import bezwaartermijn
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.zichtbaar import is_onzichtbaar
from leerplicht_desktop.ui.kit.dates import long_date
from leerplicht_desktop.ui.scherm.woorden import opsomming

from . import telefoon

_GEHEIM_IN_DOSSIER = (
    "Let op: geheim adres in dit dossier. Geef dit stuk alleen aan de ontvanger voor wie het is."
)
_GEEN_TELEFOON = "Vul in: jouw telefoonnummer. Het staat op de brief, zodat mensen je kunnen bellen."
ONTVANGER = "aan:adres"
"""Where a point leads that is about the receiver; no field of a form can have this name."""


@dataclass(frozen=True, slots=True)
class Briefpunt:
    """Something to mend before sealing; ``veld`` is where, empty when no field is to blame."""

    veld: str
    zin: str
    moet: bool = True


@dataclass(frozen=True, slots=True)
class BriefBeeld:
    """A concept letter on the screen. ``zusters`` are the other letters that were begun with it."""

    brief: ConceptBriefBeeld
    formulier: Formulierbeeld
    namen: str
    zusters: tuple[str, ...] = ()

    @property
    def aan(self) -> str:
        """Who gets it, in words; empty for paper without an addressee."""
        aan = self.brief.concept.aan
        return opsomming(aan.naamregels) if aan is not None else ""


@dataclass(frozen=True, slots=True)
class GereedBeeld:
    """A sealed letter on the screen."""

    beeld: StukBeeld
    namen: str
    geheim: bool = False

    @property
    def waarschuwing(self) -> str:
        """The red line before it is printed or exported (R24); empty when no address is secret."""
        return _GEHEIM_IN_DOSSIER if self.geheim else ""


def alle_punten(
    beeld: BriefBeeld,
    velden: Mapping[str, Veldwaarde],
    fouten: Mapping[str, str],
    drukwerk: Drukwerk | None,
    vandaag: date,
) -> tuple[Briefpunt, ...]:
    """What must be mended, in the order of the form, then what the paper warns of.

    The warning about a secret address stands in red above the paper already.
    """
    moet = (
        _punt(veld, velden.get(veld.naam), fouten.get(veld.naam, ""), beeld, vandaag)
        for veld in beeld.formulier.velden
    )
    adres = beeld.brief.adres
    waar = (Briefpunt(ONTVANGER, adres.zin),) if adres is not None else ()
    bel = (Briefpunt(telefoon.VELD, _GEEN_TELEFOON),) if drukwerk and drukwerk.zonder_telefoon else ()
    gezegd = (zin for zin in (drukwerk.waarschuwingen if drukwerk else ()) if zin != beeld.brief.waarschuwing)
    adviezen = (Briefpunt("", zin, moet=False) for zin in gezegd)
    twijfel = (Briefpunt(ONTVANGER, zin, moet=False) for zin in beeld.brief.twijfels)
    return (*waar, *bel, *(punt for punt in moet if punt is not None), *twijfel, *adviezen)


def _punt(
    veld: Formulierveld, waarde: Veldwaarde, fout: str, beeld: BriefBeeld, vandaag: date
) -> Briefpunt | None:
    if fout:
        # What the field was told before names it already.
        return Briefpunt(veld.naam, fout if veld.label in fout else f"{veld.label}: {fout}")
    if veld.verplicht and is_leeg(waarde):
        return Briefpunt(veld.naam, f"Vul in: {veld.label}.")
    if veld.naam not in VAN_ONSZELF and is_geheim(waarde, beeld.brief.verborgen):
        return Briefpunt(
            veld.naam,
            f"{veld.label}: hier staat iets wat geheim moet blijven voor wie de brief krijgt. Haal het weg.",
        )
    if veld.type != "bsn" and _bsn_mag_niet(waarde, beeld.brief.concept.soort, vandaag):
        return Briefpunt(veld.naam, f"{veld.label}: hier staat een getal dat een BSN kan zijn. Haal het weg.")
    return None


def is_leeg(waarde: Veldwaarde) -> bool:
    """Whether nothing is filled in; ``Nee`` and 0 are something."""
    return waarde is None or waarde in ("", ()) or (isinstance(waarde, str) and is_onzichtbaar(waarde))


def _teksten(waarde: Veldwaarde) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _teksten(deel)


def is_geheim(waarde: Veldwaarde, verborgen: tuple[str, ...]) -> bool:
    """Whether a text that the law hides stands in it, however it is spaced (R24)."""
    return verraadt(" ".join(_teksten(waarde)), verborgen)


def _bsn_mag_niet(waarde: Veldwaarde, soort: Documentsoort, vandaag: date) -> bool:
    """Whether a BSN stands where it may not (R23)."""
    return any(bevat_bsn(tekst) for tekst in _teksten(waarde)) and not bsn_op(soort, vandaag).mag


def nog_klaar(aantal: int) -> str:
    """How many letters that were begun together still wait; empty for none."""
    if not aantal:
        return ""
    wachten = "ligt nog 1 brief" if aantal == 1 else f"liggen nog {aantal} brieven"
    return f" Er {wachten} klaar bij de documenten."


def bezwaarzin(beeld: StukBeeld) -> str:
    """Until when somebody may object to a decision that was sent; empty for everything else (R20)."""
    stuk = beeld.stuk
    verzonden = [stap for stap in beeld.stappen if stap.soort is Stapsoort.VERZONDEN]
    if not stuk.soort.is_besluit(stuk.verzegeld_op.date()) or not verzonden:
        return ""
    dag = verzonden[-1].datum
    termijn = bezwaartermijn(dag, stuk.soort)
    tot, van = long_date(termijn.laatste_dag), long_date(termijn.begint)
    return f"Bezwaar kan tot en met {tot}. De termijn begon op {van}."
