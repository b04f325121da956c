"""The line for luxeverzuim: a warning, or a proces-verbaal with the reason (OM guideline)."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.getalwoord import keer
from leerplicht_desktop.domain.verzuim.luxeverzuim import Luxeproduct, luxeverzuim_lijn
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Schooljaar

from .oordeel import Deur, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .vraag import Antwoorden, Vraag, Vraagsoort

_S = Vraagsoort
_AANGEKONDIGD = (("aangekondigd", (True,)),)


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions."""
    keuzes = (("waarschuwing", "Een waarschuwing"), ("proces_verbaal", "Een proces-verbaal"))
    return (
        Vraag("eerste_keer", "Is dit de eerste keer?", _S.JA_NEE, kop="De toets", nodig=True),
        Vraag("eerste_keer_bron", "Hoe weet je dat?", _S.REGEL, "Kijk ook in eerdere schooljaren."),
        Vraag("aangekondigd", "Zei de school vooraf dat zij dit meldt?", _S.JA_NEE),
        Vraag("hoe", "Hoe vertelde de school dat?", _S.REGEL, bij=_AANGEKONDIGD),
        Vraag("wanneer", "Wanneer?", _S.DAG, bij=_AANGEKONDIGD),
        Vraag("geweigerd", "Is verlof gevraagd en geweigerd?", _S.JA_NEE),
        Vraag("overschreden", "Zijn er meer dagen genomen dan verleend?", _S.JA_NEE),
        Vraag("keuze", "Wat kies je?", _S.KEUZE, keuzes=keuzes, kop="Je keuze"),
        Vraag("reden", "Waarom een proces-verbaal?", _S.TEKST, bij=(("keuze", ("proces_verbaal",)),)),
        Vraag(
            "gekozen_op", "Wanneer koos je dit?", _S.DAG, bij=(("keuze", ("waarschuwing", "proces_verbaal")),)
        ),
    )


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """The product that the line leads to, over the schooldays of the last school year with luxeverzuim.

    Days of school years before are told: then it is not the first time.
    """
    if not feiten.luxedagen:
        return Oordeel("Er is geen luxeverzuim gemeld: er valt niets te toetsen.")
    begin = Schooljaar.van(feiten.luxedagen[-1]).begin
    dagen = tuple(dag for dag in feiten.luxedagen if dag >= begin)
    eerder = tuple(dag for dag in feiten.luxedagen if dag < begin)
    lijn = luxeverzuim_lijn(
        len(dagen),
        antwoorden.ja("eerste_keer") is not False,
        _aankondiging(antwoorden),
        antwoorden.ja("geweigerd") is True,
        antwoorden.ja("overschreden") is True,
        dagen[-1],
    )
    keuze, op = antwoorden.tekst("keuze"), antwoorden.dag("gekozen_op")
    zinnen = [Zin(grond, Weging.TEGEN, lijn.uitleg) for grond in lijn.gronden]
    zinnen.append(Zin(f"De lijn: {lijn.product.value}.", Weging.FEIT, lijn.uitleg))
    if eerder:
        gemeld = ", ".join(kort(dag) for dag in eerder)
        zinnen.append(Zin(f"In een eerder schooljaar is ook luxeverzuim gemeld: {gemeld}.", Weging.LET_OP))
    if lijn.product is Luxeproduct.PROCES_VERBAAL:
        zinnen.append(Zin("Een waarschuwing mag ook: jij weegt.", Weging.LET_OP))
    beletsel = []
    if eerder and antwoorden.ja("eerste_keer") is True:
        beletsel.append(
            ("eerste_keer", f"Dit is niet de eerste keer: op {kort(eerder[-1])} is ook luxeverzuim gemeld.")
        )
    wanneer = antwoorden.dag("wanneer")
    if wanneer is not None and wanneer >= dagen[0]:
        beletsel.append(
            ("wanneer", f"De school vertelde dit pas na het verzuim, dat begon op {kort(dagen[0])}.")
        )
    if keuze == "proces_verbaal" and lijn.reden_gevraagd and not antwoorden.tekst("reden"):
        beletsel.append(
            ("reden", "De lijn is een waarschuwing. Schrijf waarom je toch een proces-verbaal kiest.")
        )
    if keuze and op is None:
        beletsel.append(("gekozen_op", "Vul in wanneer je dit koos."))
    woord = "waarschuwing" if keuze == "waarschuwing" else "proces-verbaal"
    dagen_in_woorden = keer(len(dagen), "schooldag", "schooldagen", cijfers=True)
    stand = f"gekozen voor een {woord}" if keuze else lijn.product.value
    return Oordeel(
        f"Luxeverzuim, {dagen_in_woorden}: {stand}.",
        (
            Fase("Getoetst", None, antwoorden.ja("eerste_keer") is not None),
            Fase("Gekozen", op, op is not None),
        ),
        tuple(zinnen),
        tuple(beletsel),
        brief=Documentsoort.WAARSCHUWING if keuze == "waarschuwing" else None,
        klaar=bool(keuze and op),
    )


def _aankondiging(antwoorden: Antwoorden) -> str:
    if antwoorden.ja("aangekondigd") is not True or not antwoorden.tekst("hoe"):
        return ""
    wanneer = antwoorden.dag("wanneer")
    return f"{antwoorden.tekst('hoe')}, {kort(wanneer)}" if wanneer else antwoorden.tekst("hoe")


LUXEDEUR = Deur(
    Proceduresoort.LUXE,
    "Toets of een waarschuwing of een proces-verbaal past",
    vragen,
    regel,
)
