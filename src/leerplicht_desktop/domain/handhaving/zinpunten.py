"""What stands in the way of sealing in the sentences of the chronology (Sv 29, 153 lid 2; Wpg 3 and 5)."""

from __future__ import annotations

from collections.abc import Iterator

from leerplicht_desktop.domain.nederlandsetijd import in_nederland

from .proces_verbaal import ProcesVerbaal
from .pvzin import Bevinding, Bronstand, Stand, Zinsoort, vraagt_reden
from .verhoor import Gewicht, Punt
from .zinbewerking import kerende_woorden

_SV = "Sv 153 lid 2"
_DAGEN_LATER = 1
_AANHALING = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')


def zinpunten(pv: ProcesVerbaal) -> list[Punt]:
    """Every gap in the sentences, each with the sentence it is in: ``bevindingen.N`` or a field of it."""
    gevonden: list[Punt] = []
    for nummer, zin in enumerate(pv.bevindingen):
        gevonden += _van(zin, pv.stand(zin), f"bevindingen.{nummer}")
    return gevonden


def _van(zin: Bevinding, stand: Stand | None, veld: str) -> Iterator[Punt]:
    yield from _bron(zin, veld)
    yield from _woorden(zin, veld)
    if vraagt_reden(zin, stand) and not zin.reden.strip():
        yield Punt(f"{veld}.reden", _waarom(stand), "Wpg 3 en 5; Sv 29 lid 2")
    if zin.soort is Zinsoort.GEZEGD and zin.spreker is not None and not _bekend(zin):
        yield Punt(veld, "Van wie deze woorden zijn, staat niet in het verslag. Verbeter het verslag.", _SV)
    if zin.van_collega and zin.soort is Zinsoort.WAARNEMING:
        bericht = "Dit zag je collega, jij niet. Vraag om een eigen proces-verbaal van bevindingen."
        yield Punt(veld, bericht, _SV, gewicht=Gewicht.ADVIES)


def _bekend(zin: Bevinding) -> bool:
    wie = zin.spreker
    return wie is not None and (wie.verdachte or wie.verbalisant or bool(wie.naam.strip()))


def _bron(zin: Bevinding, veld: str) -> Iterator[Punt]:
    if zin.bronstand is Bronstand.GELIJK:
        return
    raad = "Neem de verbeterde tekst over, of laat de zin weg."
    if zin.bronstand is Bronstand.INGETROKKEN:
        raad = "Laat deze zin weg."
    elif zin.bronstand is Bronstand.NIET_HIER:
        raad = ""
    yield Punt(veld, f"{zin.wijziging} {raad}".strip(), _SV)


def _woorden(zin: Bevinding, veld: str) -> Iterator[Punt]:
    if zin.eigen_woorden and not zin.tekst.strip():
        yield Punt(veld, "Deze zin is leeg. Schrijf wat er gebeurde, of haal de zin weg.", _SV)
    if zin.soort is Zinsoort.EIGEN:
        yield from _eigen(zin, veld)
    if kwijt := kerende_woorden(zin):
        woorden = " en ".join(f"‘{woord}’" for woord in kwijt)
        bericht = f"Je laat {woorden} weg. Dat kan de betekenis veranderen. Lees de hele zin."
        yield Punt(veld, bericht, _SV, gewicht=Gewicht.ADVIES)


def _eigen(zin: Bevinding, veld: str) -> Iterator[Punt]:
    if zin.geschreven_op is not None:
        later = (in_nederland(zin.geschreven_op).date() - zin.dag).days
        if later >= _DAGEN_LATER:
            dagen = "een dag" if later == 1 else f"{later} dagen"
            yield Punt(
                veld, f"Dit schreef je {dagen} later op. Dat komt op papier.", _SV, gewicht=Gewicht.ADVIES
            )
    if any(teken in _AANHALING for teken in zin.tekst):
        bericht = "Is dit letterlijk gezegd? Leg het dan vast in een verslag, met wie het zei en hoe laat."
        yield Punt(veld, bericht, _SV, gewicht=Gewicht.ADVIES)


def _waarom(stand: Stand | None) -> str:
    if stand is Stand.VOOR_VERDENKING:
        return "Dit zei de verdachte voordat er verdenking was. Schrijf waarom het op papier moet."
    if stand is Stand.ZONDER_CAUTIE:
        return "Dit zei de verdachte zonder cautie. Schrijf waarom het op papier moet."
    if stand is Stand.CAUTIE_ZONDER_RECHTSBIJSTAND:
        return "Dit zei de verdachte voordat alle rechten waren genoemd. Schrijf waarom het op papier moet."
    return "Dit is vastgelegd voor hulp of toezicht. Schrijf waarom het op papier moet."
