"""What a form for the court must hold: parts that the program fills from the dossier and the law.

A municipality chooses their order, their headings and the words around them. Caution, oath or promise, the
state of the statement and the list of annexes stand inside the parts, so no form can lose them
(Sv 29, 153; Besluit BOA 27).
"""

from __future__ import annotations

from collections.abc import Iterator

from leerplicht_desktop.documents.formulieren.aantekeningen import Aantekeningen
from leerplicht_desktop.documents.formulieren.formulier import Blok, Bloksoort, Formulier, Vorm
from leerplicht_desktop.documents.formulieren.minitaal import altijd_tekst, fouten
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

ONDERDELEN: dict[Vorm, tuple[str, ...]] = {
    Vorm.PROCES_VERBAAL: (
        "gegevens",
        "verdachte",
        "jongeren",
        "feiten",
        "verzuim",
        "bevindingen",
        "school",
        "verhoor",
        "persoon",
        "wetenschap",
        "bijlagen",
        "sluiting",
    ),
    Vorm.VERHOOR: ("gegevens", "verhoor", "ondertekening"),
}

_EIGEN_TEKST = frozenset(
    {Bloksoort.KOP, Bloksoort.ALINEA, Bloksoort.KLEIN, Bloksoort.KADER, Bloksoort.LIJST, Bloksoort.WITREGEL}
)
_EERSTE = "gegevens"  # stands under the title, before the first heading


def groepen(blokken: tuple[Blok, ...]) -> Iterator[tuple[Blok, ...]]:
    """The blocks per heading; what stands before the first heading is a group of its own."""
    groep: list[Blok] = []
    for blok in blokken:
        if blok.soort is Bloksoort.KOP and groep:
            yield tuple(groep)
            groep = []
        groep.append(blok)
    if groep:
        yield tuple(groep)


def beoordeel_onderdelen(formulier: Formulier, aantekeningen: Aantekeningen) -> None:
    """Notes every part that is missing, doubled, conditional, unknown or out of place."""
    bekend = ONDERDELEN.get(formulier.vorm)
    geplaatst = [blok for blok in formulier.blokken if blok.soort is Bloksoort.ONDERDEEL]
    if bekend is None:
        if geplaatst:
            aantekeningen.fout(
                "", "een onderdeel staat alleen in een proces-verbaal of het verslag van een verhoor"
            )
        return
    if formulier.soort is not Documentsoort.PROCES_VERBAAL:
        aantekeningen.fout("soort", f"bij vorm ‘{formulier.vorm}’ hoort soort = ‘proces_verbaal’")
    if formulier.velden:
        aantekeningen.fout(
            "", "een stuk voor de rechter heeft geen eigen velden. Gebruik een alinea met vaste tekst"
        )
    _beoordeel_onderdelen([blok.naam for blok in geplaatst], bekend, aantekeningen)
    for nummer, blok in enumerate(formulier.blokken, 1):
        _beoordeel_onderdeelblok(f"blok {nummer}", blok, aantekeningen)
    _beoordeel_plaatsen(formulier, bekend[-1], aantekeningen)


def _beoordeel_onderdelen(namen: list[str], bekend: tuple[str, ...], aantekeningen: Aantekeningen) -> None:
    for naam in bekend:
        if naam not in namen:
            aantekeningen.fout("", f"het onderdeel ‘{naam}’ ontbreekt. Zet het terug, het mag niet weg")
        elif namen.count(naam) > 1:
            aantekeningen.fout("", f"het onderdeel ‘{naam}’ staat er meer dan een keer in")
    for naam in sorted(set(namen) - set(bekend)):
        aantekeningen.fout("", f"het onderdeel ‘{naam}’ bestaat niet. Kies uit: {', '.join(bekend)}")


def _beoordeel_onderdeelblok(plek: str, blok: Blok, aantekeningen: Aantekeningen) -> None:
    if blok.soort is Bloksoort.ONDERDEEL:
        if blok.als or blok.tenzij:
            aantekeningen.fout(plek, "een onderdeel mag niet van een voorwaarde afhangen")
    elif blok.soort not in _EIGEN_TEKST or blok.veld:
        aantekeningen.fout(
            plek, f"een blok ‘{blok.soort}’ mag hier niet. Gebruik een kop, alinea, kader of lijst"
        )


def _staat_altijd(kop: Blok) -> bool:
    """Whether a heading has words whatever the case is; broken words are told elsewhere."""
    return not kop.als and not kop.tenzij and (bool(fouten(kop.tekst)) or altijd_tekst(kop.tekst))


def _beoordeel_plaatsen(formulier: Formulier, laatste: str, aantekeningen: Aantekeningen) -> None:
    if formulier.blokken and formulier.blokken[-1].naam != laatste:
        aantekeningen.fout("", f"‘{laatste}’ moet het laatste blok zijn: wat erna komt, is niet ondertekend")
    for groep in groepen(formulier.blokken):
        delen = [blok.naam for blok in groep if blok.soort is Bloksoort.ONDERDEEL]
        met_kop = groep[0].soort is Bloksoort.KOP
        if met_kop and _staat_altijd(groep[0]):
            continue
        for naam in delen:
            if naam != _EERSTE or met_kop:
                aantekeningen.fout("", f"zet boven het onderdeel ‘{naam}’ een kop die er altijd staat")
