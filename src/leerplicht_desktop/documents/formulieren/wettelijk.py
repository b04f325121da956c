"""What the law wants in a document. A form says where it stands; it cannot change or drop it.

Sources: Wetboek van Strafvordering (numbering of 2017 and after, to be checked against the text in force),
Algemene wet bestuursrecht 3:45 and 6:4–6:9, Besluit buitengewoon opsporingsambtenaar 27.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.documents.blocks import (
    Block,
    Emphasis,
    Facts,
    Gap,
    Listing,
    Notice,
    Paragraph,
    Run,
    SignatureField,
    Together,
    plain,
)
from leerplicht_desktop.documents.formulieren.formulier import Veldtype
from leerplicht_desktop.documents.formulieren.minitaal import Waarde, geschreven, gevuld
from leerplicht_desktop.documents.schrijfwijze import met_punt
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.termijn.termijnen import bezwaartermijn
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.wetzin import duur

Waarden = Mapping[str, Waarde]


def _alinea(tekst: str, waarden: Waarden) -> Paragraph:
    return Paragraph(gevuld(tekst, waarden))


def _u(waarden: Waarden) -> bool:
    """Whether the reader is addressed with je: a minor."""
    return waarden.get("aan_minderjarige") is True


def _verdenking(soort: Documentsoort, waarden: Waarden) -> list[Block]:
    wie = "Je wordt" if _u(waarden) else "U wordt"
    tekst = f"{wie} verdacht van: " + met_punt(geschreven(waarden["feit"]))
    wet = gevuld(" Dit staat in {{ artikel }}.", waarden)
    return [Notice((*gevuld("**{{ tekst }}**", {"tekst": tekst}), *wet))]


def _cautie(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    if _u(waarden):
        return [
            _alinea(
                "**Je hoeft niet te antwoorden.** Je bent niet verplicht om vragen te beantwoorden.", waarden
            )
        ]
    return [_alinea("**U hoeft niet te antwoorden.** U bent niet tot antwoorden verplicht.", waarden)]


def _rechtsbijstand(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    if _u(waarden):
        tekst = (
            "**Je hebt recht op een advocaat.** Je mag voor het verhoor met een advocaat praten. De "
            "advocaat mag "
            "ook bij het verhoor zijn. Je regelt de advocaat zelf, of je ouder doet dat. Wie weinig geld "
            "heeft, "
            "kan hulp krijgen bij de kosten. Vraag dit aan een advocaat of aan het Juridisch Loket."
        )
    else:
        tekst = (
            "**U hebt recht op een advocaat.** U mag voor het verhoor met een advocaat praten. De "
            "advocaat mag ook "
            "bij het verhoor zijn. U regelt de advocaat zelf. Hebt u weinig inkomen, dan kunt u hulp "
            "krijgen bij "
            "de kosten. Vraag dit aan een advocaat of aan het Juridisch Loket."
        )
    return [_alinea(tekst, waarden)]


def _tolk(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    if _u(waarden):
        tekst = (
            "**Spreek of begrijp je niet goed Nederlands?** Dan komt er een tolk. Dat kost je niets. Bel ons."
        )
    else:
        tekst = (
            "**Spreekt of begrijpt u niet goed Nederlands?** Dan komt er een tolk. Dat kost u niets. Bel ons."
        )
    return [_alinea(tekst, waarden)]


def _begeleiding(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    if not _u(waarden):
        return []
    tekst = (
        "**Je mag iemand meenemen.** Een ouder of iemand anders die je vertrouwt, mag bij het verhoor zijn. "
        "Wij laten je ouders weten dat je bent uitgenodigd."
    )
    return [_alinea(tekst, waarden)]


def _niet_verschijnen(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    werkwoord, wiens = ("Kom je", "jouw") if _u(waarden) else ("Komt u", "uw")
    tekst = (
        f"**{werkwoord} niet?** Laat het ons dan op tijd weten; dan maken wij een andere afspraak. Zonder "
        f"bericht kan "
        f"het proces-verbaal ook zonder {wiens} verhaal naar de officier van justitie gaan."
    )
    return [_alinea(tekst, waarden)]


def _boa(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    tekst = (
        "{{ behandelaar }}, {{ functie }} en buitengewoon opsporingsambtenaar, domein III Onderwijs. "
        "Aktenummer {{ aktenummer }}, standplaats {{ standplaats }}."
    )
    return [_alinea(tekst, waarden)]


def _om_beslist(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    hoort = "hoor je" if _u(waarden) else "hoort u"
    tekst = (
        "De officier van justitie beslist wat er met het proces-verbaal gebeurt. De officier kan de zaak "
        "laten "
        f"rusten, een straf opleggen of de zaak aan de rechter geven. Daarover {hoort} van het Openbaar "
        f"Ministerie."
    )
    return [_alinea(tekst, waarden)]


def _halt_vrijwillig(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    tekst = (
        "**Meedoen met Halt is niet verplicht.** Rond je Halt goed af, dan gaat er geen proces-verbaal "
        "naar de "
        "officier van justitie. Doe je niet mee of maak je Halt niet af, dan kan dat wel gebeuren."
    )
    return [_alinea(tekst, waarden)]


def _halt_toestemming(_soort: Documentsoort, waarden: Waarden) -> list[Block]:
    # The answer comes back as a page of its own: it says itself whose it is and what it answers.
    blokken: list[Block] = [
        Facts(
            "Wie dit antwoord geeft",
            (
                ("Naam", gevuld("{{ jongere }}", waarden)),
                ("Geboren", gevuld("{{ geboren }}", waarden)),
                ("Op de brief van", gevuld("{{ datum }}, kenmerk {{ kenmerk }}", waarden)),
                ("Terug aan", gevuld("{{ behandelaar }}, {{ organisatie }}", waarden)),
            ),
            34,
        ),
        Gap(2),
        Paragraph(plain("Ik wil meedoen met Halt. Ik weet dat het niet verplicht is."), with_next=True),
        SignatureField("jongere", "Handtekening jongere en datum"),
    ]
    if waarden.get("jonger_dan_16") is True:
        blokken += [
            Gap(3),
            Paragraph(plain("Ik ben ouder of verzorger en vind dit goed.")),
            SignatureField("ouder", "Handtekening ouder of verzorger en datum"),
        ]
    return [Together(tuple(blokken))]


def _bezwaar(soort: Documentsoort, waarden: Waarden) -> list[Block]:
    verzonden = waarden["datum"]
    inhoud = soort.bezwaar_bij(verzonden) if isinstance(verzonden, date) else ""
    term = duur("termijn.bezwaar", verzonden if isinstance(verzonden, date) else None)
    einde = lang(bezwaartermijn(verzonden, soort).laatste_dag) if isinstance(verzonden, date) else ""
    return [
        Together(
            (
                Paragraph(
                    (
                        Run("Bent u het niet eens met dit besluit? ", Emphasis.BOLD),
                        Run("Dan kunt u bezwaar maken. Dat doet u "),
                        Run(f"uiterlijk op {einde}", Emphasis.BOLD),
                        Run(
                            f", {term} na de dag waarop wij dit besluit verstuurden. Stuur uw brief "
                            f"aan {inhoud}, "
                        ),
                        *gevuld("{{ bezwaaradres }}. In de brief staat:", waarden),
                    ),
                    with_next=True,
                ),
                Listing(
                    (
                        plain("uw naam en adres;"),
                        plain("de datum van uw brief;"),
                        plain("tegen welk besluit u bezwaar maakt (stuur als het kan een kopie mee);"),
                        plain("waarom u het er niet mee eens bent;"),
                        plain("uw handtekening."),
                    )
                ),
            )
        )
    ]


@dataclass(frozen=True, slots=True)
class WettelijkBlok:
    """One block of the law: the fields a form must declare for it, and what it prints.

    ``antwoord``: the receiver signs it and gives it back, in the fields of ``handtekeningen``.
    """

    maak: Callable[[Documentsoort, Waarden], list[Block]]
    velden: tuple[tuple[str, Veldtype], ...] = ()
    antwoord: bool = False
    handtekeningen: tuple[str, ...] = ()


BLOKKEN: dict[str, WettelijkBlok] = {
    "verdenking": WettelijkBlok(_verdenking, (("feit", Veldtype.TEKST), ("artikel", Veldtype.TEKST))),
    "cautie": WettelijkBlok(_cautie),
    "rechtsbijstand": WettelijkBlok(_rechtsbijstand),
    "tolk": WettelijkBlok(_tolk),
    "begeleiding": WettelijkBlok(_begeleiding),
    "niet_verschijnen": WettelijkBlok(_niet_verschijnen),
    "boa": WettelijkBlok(_boa, (("aktenummer", Veldtype.TEKST), ("standplaats", Veldtype.TEKST))),
    "om_beslist": WettelijkBlok(_om_beslist),
    "halt_vrijwillig": WettelijkBlok(_halt_vrijwillig),
    "halt_toestemming": WettelijkBlok(
        _halt_toestemming,
        (("jongere", Veldtype.TEKST), ("geboren", Veldtype.DATUM), ("jonger_dan_16", Veldtype.JANEE)),
        antwoord=True,
        handtekeningen=("jongere", "ouder"),
    ),
    "bezwaar": WettelijkBlok(_bezwaar, (("bezwaaradres", Veldtype.TEKST),)),
}

VEREIST: dict[Documentsoort, tuple[str, ...]] = {
    Documentsoort.OPROEP_VERHOOR: (
        "verdenking",
        "cautie",
        "rechtsbijstand",
        "tolk",
        "begeleiding",
        "niet_verschijnen",
        "boa",
    ),
    Documentsoort.BERICHT_OUDERS_VERHOOR: ("boa",),
    Documentsoort.KENNISGEVING_PV: ("verdenking", "om_beslist", "boa"),
    Documentsoort.HALT_VERWIJZING: ("halt_vrijwillig", "halt_toestemming"),
}


def vereist(soort: Documentsoort, dag: date) -> tuple[str, ...]:
    """The blocks a document of this kind must carry: those of its kind, and the clause for a besluit."""
    clausule = ("bezwaar",) if soort.is_besluit(dag) else ()
    return VEREIST.get(soort, ()) + clausule
