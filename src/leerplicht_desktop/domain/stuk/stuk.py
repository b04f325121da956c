"""A sealed document and its life on paper: signed, sent, received, decided (W2).

What was sealed never changes. From *ondertekend* on a mistake is mended by an aanvullend proces-verbaal, with
a number of its own; whether a proces-verbaal is left out is for the officier van justitie (Sv 152 lid 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort


class Stapsoort(StrEnum):
    """What can happen to a sealed document."""

    ONDERTEKEND = "ondertekend"
    SCAN = "scan"
    VERZONDEN = "verzonden"
    NIET_VERZONDEN = "niet_verzonden"
    ONTVANGEN = "ontvangen"
    TERUGGESTUURD = "teruggestuurd"
    AFDOENING = "afdoening"


class Stand(StrEnum):
    """Where a sealed document stands."""

    GEREED = "gereed"
    """Sealed, not yet signed."""
    ONDERTEKEND = "ondertekend"
    VERZONDEN = "verzonden"
    NIET_VERZONDEN = "niet_verzonden"
    ONTVANGEN = "ontvangen"
    TERUGGESTUURD = "teruggestuurd"
    AFGEDAAN = "afgedaan"


NOG_HIER = frozenset({Stand.GEREED, Stand.ONDERTEKEND})
"""Sealed and not sent: it can still be held back."""


class Afdoening(StrEnum):
    """How it ended at the officier van justitie or the judge."""

    SEPOT = "sepot"
    STRAFBESCHIKKING = "strafbeschikking"
    DAGVAARDING = "dagvaarding"
    UITSPRAAK = "uitspraak"


class Verzendwijze(StrEnum):
    """How it went."""

    POST = "post"
    AANGETEKEND = "aangetekend"
    BEVEILIGDE_MAIL = "beveiligde_mail"
    PORTAAL = "portaal"
    PERSOONLIJK = "persoonlijk"
    BRIEVENBUS = "brievenbus"


WIJZEWOORD = {
    Verzendwijze.POST: "per post",
    Verzendwijze.AANGETEKEND: "per aangetekende post",
    Verzendwijze.BEVEILIGDE_MAIL: "per beveiligde e-mail",
    Verzendwijze.PORTAAL: "via het portaal",
    Verzendwijze.PERSOONLIJK: "persoonlijk",
    Verzendwijze.BRIEVENBUS: "in de brievenbus",
}
"""How it went, as words in a sentence."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document as it was sealed. Hashes are SHA-256 in hexadecimal; ``bestand_hash`` is of the PDF itself.

    ``geadresseerde`` is who it is for, in words; ``gegevens`` what it was made from, as JSON;
    ``aanvulling_op`` the id of the proces-verbaal it adds to.
    """

    id: str
    dossiers: tuple[str, ...]
    soort: Documentsoort
    titel: str
    verzegeld_op: datetime
    regime: Regime
    inhoud_hash: str
    bestand_hash: str
    sjabloon_hash: str = ""
    nummer: str = ""
    geadresseerde: str = ""
    bladzijden: int = 0
    aanvulling_op: str | None = None
    gegevens: Mapping[str, object] = field(default_factory=dict, repr=False, hash=False)


@dataclass(frozen=True, slots=True)
class Stukstap:
    """One step, fixed when written down. ``datum`` is when it happened, ``gezet_op`` when it was written.

    ``plaats`` belongs to ondertekend, ``aan`` and ``wijze`` to verzonden, ``bijlage`` (an id) to scan and to
    a proces-verbaal that was ondertekend (R15), ``afdoening`` to afdoening, ``reden`` to niet_verzonden and
    teruggestuurd.
    """

    id: str
    stuk: str
    dossiers: tuple[str, ...]
    soort: Stapsoort
    datum: date
    gezet_op: datetime
    plaats: str = ""
    aan: str = ""
    wijze: Verzendwijze | None = None
    bijlage: str | None = None
    afdoening: Afdoening | None = None
    reden: str = ""


_NAAR = {
    Stapsoort.ONDERTEKEND: Stand.ONDERTEKEND,
    Stapsoort.VERZONDEN: Stand.VERZONDEN,
    Stapsoort.NIET_VERZONDEN: Stand.NIET_VERZONDEN,
    Stapsoort.ONTVANGEN: Stand.ONTVANGEN,
    Stapsoort.TERUGGESTUURD: Stand.TERUGGESTUURD,
    Stapsoort.AFDOENING: Stand.AFGEDAAN,
}
_PV = {
    Stand.GEREED: (Stapsoort.ONDERTEKEND, Stapsoort.NIET_VERZONDEN),
    Stand.ONDERTEKEND: (Stapsoort.VERZONDEN, Stapsoort.NIET_VERZONDEN, Stapsoort.SCAN),
    Stand.NIET_VERZONDEN: (Stapsoort.SCAN,),
    # After it went to the officier a copy may go to somebody else, such as the Raad (Leerplichtwet 22 lid 5).
    Stand.VERZONDEN: (
        Stapsoort.ONTVANGEN,
        Stapsoort.TERUGGESTUURD,
        Stapsoort.AFDOENING,
        Stapsoort.VERZONDEN,
        Stapsoort.SCAN,
    ),
    Stand.ONTVANGEN: (Stapsoort.AFDOENING, Stapsoort.TERUGGESTUURD, Stapsoort.VERZONDEN, Stapsoort.SCAN),
    Stand.TERUGGESTUURD: (Stapsoort.VERZONDEN, Stapsoort.NIET_VERZONDEN, Stapsoort.SCAN),
    Stand.AFGEDAAN: (Stapsoort.AFDOENING, Stapsoort.VERZONDEN, Stapsoort.SCAN),
}
_AFSCHRIFT = (Stand.VERZONDEN, Stand.ONTVANGEN, Stand.AFGEDAAN)
"""Where sending means sending a copy: where the document stands does not change by it."""
_BRIEF = {
    Stand.GEREED: (Stapsoort.ONDERTEKEND, Stapsoort.SCAN, Stapsoort.VERZONDEN, Stapsoort.NIET_VERZONDEN),
    Stand.ONDERTEKEND: (Stapsoort.SCAN, Stapsoort.VERZONDEN, Stapsoort.NIET_VERZONDEN),
    Stand.NIET_VERZONDEN: (Stapsoort.SCAN,),
    Stand.VERZONDEN: (Stapsoort.SCAN, Stapsoort.ONTVANGEN, Stapsoort.TERUGGESTUURD),
    Stand.ONTVANGEN: (Stapsoort.SCAN,),
    Stand.TERUGGESTUURD: (Stapsoort.SCAN, Stapsoort.VERZONDEN, Stapsoort.NIET_VERZONDEN),
    Stand.AFGEDAAN: (Stapsoort.SCAN,),
}


def stand(stappen: Iterable[Stukstap]) -> Stand:
    """Where the document stands after these steps, in the order they were written down."""
    uit = Stand.GEREED
    for stap in stappen:
        if stap.soort is not Stapsoort.VERZONDEN or uit not in _AFSCHRIFT:
            uit = _NAAR.get(stap.soort, uit)
    return uit


def is_afschrift(stappen: Iterable[Stukstap]) -> bool:
    """Whether sending it after these steps is sending a copy: the document itself went before."""
    return stand(stappen) in _AFSCHRIFT


def mogelijke_stappen(soort: Documentsoort, stappen: Sequence[Stukstap]) -> tuple[Stapsoort, ...]:
    """What may come next. A letter need not be signed before it goes; a proces-verbaal must be."""
    tabel = _PV if soort is Documentsoort.PROCES_VERBAAL else _BRIEF
    return tabel[stand(stappen)]


def eis_stap(stuk: Stuk, stappen: Sequence[Stukstap], stap: Stukstap) -> None:
    """Raise DomainError, naming the field, when ``stap`` cannot come after ``stappen``."""
    if stap.soort not in mogelijke_stappen(stuk.soort, stappen):
        raise DomainError("soort", _niet_nu(stuk, stand(stappen), stap.soort))
    _eis_velden(stuk, stap)
    if stap.datum > in_nederland(stap.gezet_op).date():
        raise DomainError("datum", "Die dag moet nog komen. Vul in wanneer het gebeurde.")
    eerder = max((een.datum for een in stappen), default=in_nederland(stuk.verzegeld_op).date())
    eerst = in_nederland(stuk.verzegeld_op).date() if stap.soort is Stapsoort.SCAN else eerder
    if stap.datum < eerst:
        eerst_woord = "de vorige stap" if stappen and eerst == eerder else "de dag van het verzegelen"
        raise DomainError("datum", f"Die dag ligt vóór {eerst_woord}. Verbeter de datum.")


def _eis_velden(stuk: Stuk, stap: Stukstap) -> None:
    scan = ("bijlage", stap.bijlage, "Kies de scan van het ondertekende stuk.")
    # R15: a proces-verbaal is "niet ondertekend" until the signed copy is registered.
    met_scan = (scan,) if stuk.soort is Documentsoort.PROCES_VERBAAL else ()
    gevraagd: dict[Stapsoort, tuple[tuple[str, object, str], ...]] = {
        Stapsoort.ONDERTEKEND: (
            ("plaats", stap.plaats.strip(), "Vul in waar je hebt ondertekend."),
            *met_scan,
        ),
        Stapsoort.SCAN: (scan,),
        Stapsoort.VERZONDEN: (
            ("aan", stap.aan.strip(), "Vul in aan wie het is verzonden."),
            ("wijze", stap.wijze, "Kies hoe het is verzonden."),
        ),
        Stapsoort.NIET_VERZONDEN: (("reden", stap.reden.strip(), "Schrijf waarom dit niet is verzonden."),),
        Stapsoort.TERUGGESTUURD: (("reden", stap.reden.strip(), "Schrijf waarom het is teruggestuurd."),),
        Stapsoort.AFDOENING: (("afdoening", stap.afdoening, "Kies hoe het is afgedaan."),),
    }
    for veld, waarde, bericht in gevraagd.get(stap.soort, ()):
        if not waarde:
            raise DomainError(veld, bericht)


def _niet_nu(stuk: Stuk, nu: Stand, soort: Stapsoort) -> str:
    if nu is Stand.NIET_VERZONDEN:
        return "Je legde vast dat dit stuk niet wordt verzonden. Maak zo nodig een nieuw stuk."
    if soort is Stapsoort.VERZONDEN and nu is Stand.GEREED:
        return "Leg eerst vast waar en wanneer je het proces-verbaal hebt ondertekend (Sv 153 lid 2)."
    if soort is Stapsoort.ONDERTEKEND and nu is not Stand.GEREED:
        return "Dit stuk is al ondertekend. Een fout herstel je met een aanvullend proces-verbaal."
    if stuk.soort is not Documentsoort.PROCES_VERBAAL and soort is Stapsoort.AFDOENING:
        return "Een afdoening hoort bij een proces-verbaal, niet bij een brief."
    return "Deze stap kan nu nog niet. Leg eerst vast wat eraan voorafging."
