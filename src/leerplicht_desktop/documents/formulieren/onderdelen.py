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

_OWN_TEXT = frozenset(
    {Bloksoort.KOP, Bloksoort.ALINEA, Bloksoort.KLEIN, Bloksoort.KADER, Bloksoort.LIJST, Bloksoort.WITREGEL}
)
_FIRST = "gegevens"  # stands under the title, before the first heading


def groepen(blokken: tuple[Blok, ...]) -> Iterator[tuple[Blok, ...]]:
    """The blocks per heading; what stands before the first heading is a group of its own."""
    group: list[Blok] = []
    for blok in blokken:
        if blok.soort is Bloksoort.KOP and group:
            yield tuple(group)
            group = []
        group.append(blok)
    if group:
        yield tuple(group)


def beoordeel_onderdelen(formulier: Formulier, notes: Aantekeningen) -> None:
    """Notes every part that is missing, doubled, conditional, unknown or out of place."""
    known = ONDERDELEN.get(formulier.vorm)
    placed = [blok for blok in formulier.blokken if blok.soort is Bloksoort.ONDERDEEL]
    if known is None:
        if placed:
            notes.fout("", "een onderdeel staat alleen in een proces-verbaal of het verslag van een verhoor")
        return
    if formulier.soort is not Documentsoort.PROCES_VERBAAL:
        notes.fout("soort", f"bij vorm ‘{formulier.vorm}’ hoort soort = ‘proces_verbaal’")
    if formulier.velden:
        notes.fout("", "een stuk voor de rechter heeft geen eigen velden. Gebruik een alinea met vaste tekst")
    _judge_parts([blok.naam for blok in placed], known, notes)
    for number, blok in enumerate(formulier.blokken, 1):
        _judge_part_block(f"blok {number}", blok, notes)
    _judge_places(formulier, known[-1], notes)


def _judge_parts(names: list[str], known: tuple[str, ...], notes: Aantekeningen) -> None:
    for name in known:
        if name not in names:
            notes.fout("", f"het onderdeel ‘{name}’ ontbreekt. Zet het terug, het mag niet weg")
        elif names.count(name) > 1:
            notes.fout("", f"het onderdeel ‘{name}’ staat er meer dan een keer in")
    for name in sorted(set(names) - set(known)):
        notes.fout("", f"het onderdeel ‘{name}’ bestaat niet. Kies uit: {', '.join(known)}")


def _judge_part_block(place: str, blok: Blok, notes: Aantekeningen) -> None:
    if blok.soort is Bloksoort.ONDERDEEL:
        if blok.als or blok.tenzij:
            notes.fout(place, "een onderdeel mag niet van een voorwaarde afhangen")
    elif blok.soort not in _OWN_TEXT or blok.veld:
        notes.fout(place, f"een blok ‘{blok.soort}’ mag hier niet. Gebruik een kop, alinea, kader of lijst")


def _always_stands(kop: Blok) -> bool:
    """Whether a heading has words whatever the case is; broken words are told elsewhere."""
    return not kop.als and not kop.tenzij and (bool(fouten(kop.tekst)) or altijd_tekst(kop.tekst))


def _judge_places(formulier: Formulier, last: str, notes: Aantekeningen) -> None:
    if formulier.blokken and formulier.blokken[-1].naam != last:
        notes.fout("", f"‘{last}’ moet het laatste blok zijn: wat erna komt, is niet ondertekend")
    for group in groepen(formulier.blokken):
        parts = [blok.naam for blok in group if blok.soort is Bloksoort.ONDERDEEL]
        headed = group[0].soort is Bloksoort.KOP
        if headed and _always_stands(group[0]):
            continue
        for name in parts:
            if name != _FIRST or headed:
                notes.fout("", f"zet boven het onderdeel ‘{name}’ een kop die er altijd staat")
