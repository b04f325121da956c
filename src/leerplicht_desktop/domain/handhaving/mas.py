"""The method of the trade (MAS): four routes, steps with what must come before, meldcode, SVB notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.verzuim.melding import Verzuimsoort
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.wetboek import bepaling


class Route(StrEnum):
    """The four routes; several may run at once."""

    HULP = "hulp"
    HALT = "halt"
    CIVIEL = "civiel"
    STRAF = "straf"


class Stap(StrEnum):
    """What an officer does in a case, in the usual order."""

    NAGEKEKEN = "nagekeken"
    CONTACT = "contact"
    GEHOORD = "gehoord"
    ANALYSE = "analyse"
    ROUTE_GEKOZEN = "route_gekozen"
    AFSPRAKEN = "afspraken"
    WAARSCHUWING = "waarschuwing"
    HALT_VERWIJZING = "halt_verwijzing"
    ZORGMELDING = "zorgmelding"
    OPROEP_VERHOOR = "oproep_verhoor"
    VERHOOR = "verhoor"
    PROCES_VERBAAL = "proces_verbaal"
    AFGESLOTEN = "afgesloten"


class Verwijtbaarheid(StrEnum):
    """Who can be blamed for the absence."""

    NIET_BEPAALD = "niet bepaald"
    OUDER = "ouder"
    JONGERE = "jongere"
    BEIDEN = "ouder en jongere"
    NIEMAND = "niemand"


@dataclass(frozen=True, slots=True)
class Routekeuze:
    """The routes chosen on a day, with the reason that later stands in a proces-verbaal or zorgmelding."""

    routes: frozenset[Route]
    reden: str
    dag: date

    def __post_init__(self) -> None:
        """Refuse a choice without a route or a reason."""
        if not self.routes:
            raise DomainError("routes", "Kies ten minste één route.", "Methodische Aanpak Schoolverzuim")
        if not self.reden.strip():
            raise DomainError(
                "reden", "Schrijf op waarom je deze route kiest.", "Methodische Aanpak Schoolverzuim"
            )

    def producten(self) -> tuple[str, ...]:
        """Return what the chosen routes usually lead to, in the order of the routes."""
        return tuple(
            product
            for route in Route
            if route in self.routes
            for product in bepaling(f"mas.route.{route.value}", self.dag).lijst("producten")
        )


@dataclass(frozen=True, slots=True)
class Stapoordeel:
    """Whether a step may be taken now, and which steps are missing; truthful as a condition."""

    stap: Stap
    mag: bool
    ontbreekt: tuple[Stap, ...]
    redenen: tuple[str, ...]
    uitleg: Uitleg

    def __bool__(self) -> bool:
        """Tell whether the step may be taken."""
        return self.mag


def mag_stap(
    stap: Stap,
    gedaan: Iterable[Stap],
    soort: Verzuimsoort,
    dag: date,
    verwijtbaarheid: Verwijtbaarheid = Verwijtbaarheid.NIET_BEPAALD,
) -> Stapoordeel:
    """Return whether a step may be taken: what must come before it has been done.

    Only luxeverzuim may do without hearing the parents first: for absoluut verzuim article 22 lid 1 and 2
    ask for it. A proces-verbaal is only made when somebody can be blamed. Source: article 22
    Leerplichtwet 1969, MAS.
    """
    wet = bepaling(f"mas.stap.{stap.value}", dag)
    eerst = wet.lijst("na_direct" if soort is Verzuimsoort.LUXE else "na")
    gezet = frozenset(gedaan)
    ontbreekt = tuple(Stap(naam) for naam in eerst if Stap(naam) not in gezet)
    redenen = [f"Eerst nog: {een.value.replace('_', ' ')}." for een in ontbreekt]
    if stap is Stap.PROCES_VERBAAL and verwijtbaarheid is Verwijtbaarheid.NIEMAND:
        redenen.append("Het verzuim is niemand te verwijten: er komt geen proces-verbaal.")
    if stap is Stap.PROCES_VERBAAL and verwijtbaarheid is Verwijtbaarheid.NIET_BEPAALD:
        redenen.append("Bepaal eerst wie het verzuim te verwijten is.")
    invoer = (
        ("soort", soort.value),
        ("verwijtbaarheid", verwijtbaarheid.value),
        ("gedaan", ", ".join(een.value.replace("_", " ") for een in Stap if een in gezet) or "nog niets"),
    )
    uitleg = wet.uitleg(" ".join((*redenen, wet.regel)), invoer)
    return Stapoordeel(stap, not redenen, ontbreekt, tuple(redenen), uitleg)


def mogelijke_stappen(
    gedaan: Iterable[Stap],
    soort: Verzuimsoort,
    dag: date,
    verwijtbaarheid: Verwijtbaarheid = Verwijtbaarheid.NIET_BEPAALD,
) -> tuple[Stap, ...]:
    """Return the steps not yet taken that may be taken now, in the usual order."""
    gezet = frozenset(gedaan)
    return tuple(
        stap for stap in Stap if stap not in gezet and mag_stap(stap, gezet, soort, dag, verwijtbaarheid)
    )


@dataclass(frozen=True, slots=True)
class Meldcodestand:
    """Where the meldcode stands: the next step in words (empty when done) and whether to report now."""

    volgende: str
    meteen_melden: bool
    uitleg: Uitleg


def meldcode(gedaan: Sequence[int], dag: date, acuut: bool = False) -> Meldcodestand:
    """Return what the meldcode asks next; ``gedaan`` are the numbers of the steps taken, 1 to 5.

    Acute or structural danger skips to reporting. Raises DomainError (``gedaan``) when a step was taken
    without those before it, or does not exist. Source: article 16 lid 4 onder e; Wet verplichte meldcode.
    """
    wet = bepaling("mas.meldcode", dag)
    stappen = wet.lijst("stappen")
    if not acuut and sorted(gedaan) != list(range(1, len(gedaan) + 1)):
        raise DomainError(
            "gedaan", "Zet de stappen van de meldcode op volgorde, van 1 tot en met 5.", wet.artikel
        )
    if not all(1 <= nummer <= len(stappen) for nummer in gedaan):
        raise DomainError("gedaan", "De meldcode heeft vijf stappen.", wet.artikel)
    open_stappen = [naam for nummer, naam in enumerate(stappen, 1) if nummer not in gedaan]
    volgende = "" if not open_stappen else open_stappen[-1] if acuut else open_stappen[0]
    regel = f"Volgende stap: {volgende or 'geen, alle stappen zijn gezet'}. {wet.regel}"
    invoer = (("gezette stappen", ", ".join(map(str, sorted(gedaan))) or "geen"),)
    return Meldcodestand(volgende, acuut and bool(volgende), wet.uitleg(regel, invoer))


@dataclass(frozen=True, slots=True)
class Svbbericht:
    """What the SVB should hear. ``document`` is None when there is nothing to tell.

    ``kwartaal`` is the first day of the quarter from which the right revives after a withdrawal.
    """

    document: Documentsoort | None
    kwartaal: date | None
    uitleg: Uitleg


def svb_bericht(jongere: Jongere, dag: date, plicht_nagekomen: bool, eerder_gemeld: bool) -> Svbbericht:
    """Return whether the SVB gets a notice or its withdrawal: only for a child of 16 or 17 with a duty.

    A withdrawal is also due after the eighteenth birthday or the end of the duty, as long as a notice
    stands. Source: article 7 lid 2 and 3 Algemene Kinderbijslagwet.
    """
    wet = bepaling("mas.svb", dag)
    leeftijd = jongere.leeftijd_op(dag)
    plicht = Plicht.GEEN
    if leeftijd.minstens(wet.getal("leeftijd")) and leeftijd.minstens(wet.getal("leeftijd_tot")) is False:
        plicht = jongere.plicht_op(dag).plicht
    valt_eronder = plicht is not Plicht.GEEN
    moet_gemeld = valt_eronder and not plicht_nagekomen
    document, kwartaal = None, None
    if moet_gemeld and not eerder_gemeld:
        document = Documentsoort.MELDING_SVB
    elif eerder_gemeld and not moet_gemeld:
        document = Documentsoort.INTREKKING_SVB
        kwartaal = date(dag.year, dag.month - (dag.month - 1) % 3, 1)
    invoer = (
        ("leeftijd", leeftijd.tekst()),
        (f"plicht van {wet.getal('leeftijd')} tot {wet.getal('leeftijd_tot')} jaar", plicht.value),
        ("plicht nagekomen", "ja" if plicht_nagekomen else "nee"),
        ("eerder gemeld", "ja" if eerder_gemeld else "nee"),
        ("op", kort(dag)),
    )
    return Svbbericht(document, kwartaal, wet.uitleg(wet.regel, invoer, (kwartaal,) if kwartaal else ()))
