"""Examples for the manual about visits, hearings, papers, closing and keeping (R15-R18, R24-R30)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, SoortVinkje, Vinkje, gebreken, vastleggen
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.compleet import punten as open_punten
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal, Verbalisant, Verdachte
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor, Verhoorregel
from leerplicht_desktop.domain.handhaving.verhoor import punten as verhoorpunten
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.privacy.bewaring import leerplicht_klok, wpg_klok
from leerplicht_desktop.domain.privacy.regime import Bewoner, Gegeven, afscherming, regime_van
from leerplicht_desktop.domain.stuk.geadresseerden import briefbestemmingen, een_brief
from leerplicht_desktop.domain.verzuim.melding import controleer_status, melding_afsluiten
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

Voorbeelden = Iterator[tuple[str, str]]
_DAG = date(2026, 11, 21)


def _om(uur: int, minuut: int, dag: date = _DAG) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=UTC)


def _antwoord(vraag: Callable[[], object]) -> str:
    """Return the refusal in its own words, or that it may be."""
    try:
        vraag()
    except DomainError as geweigerd:
        return geweigerd.bericht
    return "mag"


def r15() -> Voorbeelden:
    """Yield gaps that keep a proces-verbaal a concept."""
    leeg = ProcesVerbaal(Verbalisant("", "", "", domein=""), Verdachte(Rol.OUDER), ())
    for punt in [punt for punt in open_punten(leeg) if punt.moet][:6]:
        yield f"Niet ingevuld: {punt.veld.removeprefix('verbalisant.').replace('_', ' ')}", punt.bericht


def _verhoor(cautie: int | None, dag: date = date(2026, 12, 10)) -> Verhoor:
    return Verhoor(
        "voorbeeld",
        Geboortedatum(1984, 2, 1),
        date(2026, 12, 1),
        "kantoor",
        _om(10, 5, dag),
        cautie_om=None if cautie is None else _om(10, cautie, dag),
        rechten_in_oproep_van=date(2026, 11, 25),
        regels=(Verhoorregel(_om(10, 12, dag), "Dat klopt."),),
    )


def _over(verhoor: Verhoor, *velden: str) -> str:
    gevonden = [punt.bericht for punt in verhoorpunten(verhoor) if punt.veld in velden]
    return " ".join(gevonden) or "in orde"


def r16() -> Voorbeelden:
    """Yield hearings with the cautie before, after and without the first answer."""
    for minuut in (6, 15):
        vraag = f"Eerste antwoord om 10.12 uur, cautie om 10.{minuut:02d} uur"
        yield vraag, _over(_verhoor(minuut), "cautie_om")
    yield "Eerste antwoord om 10.12 uur, geen cautie", _over(_verhoor(None), "cautie_om")


def r17() -> Voorbeelden:
    """Yield the regime of an invitation and of a summons."""
    for soort in (Documentsoort.UITNODIGING_GESPREK, Documentsoort.OPROEP_VERHOOR):
        yield f"{soort.naam(_DAG)}: welke wet?", regime_van(soort, _DAG).regime.value.upper()


def r18() -> Voorbeelden:
    """Yield one suspect heard just before and after his eighteenth birthday."""
    for dag in (date(2026, 12, 3), date(2026, 12, 10)):
        jong = replace(_verhoor(6, dag), verdachte_geboren=Geboortedatum(2008, 12, 5))
        vraag = f"Geboren 5 december 2008, feit op 1 december 2026, verhoord op {lang(dag)}"
        yield vraag, _over(jong, "begeleiding", "ouders_ingelicht_op")


def r24() -> Voorbeelden:
    """Yield what a letter and a proces-verbaal show of a secret address."""
    gezin = (Bewoner("a", "1"), Bewoner("b", "2", geheim=True, jongere_woont_hier=True))
    gevallen = (
        ("Brief aan ouder A", Documentsoort.WAARSCHUWING, "a"),
        ("Bericht aan de school", Documentsoort.BERICHT_SCHOOL, ""),
        ("Proces-verbaal voor het OM", Documentsoort.PROCES_VERBAAL, ""),
    )
    for vraag, soort, ontvanger in gevallen:
        oordeel = afscherming(soort, _DAG, gezin, ontvanger)
        weg = [gegeven.value for gegeven in Gegeven if not oordeel.toont("b", gegeven)]
        antwoord = f"weggelaten: {', '.join(weg)}" if weg else "alles mag erop, met een waarschuwing"
        yield f"{vraag}; ouder B heeft een geheim adres, het kind woont daar", antwoord


def r25() -> Voorbeelden:
    """Yield the clocks of a proces-verbaal and of the file it belongs to."""
    for stap in wpg_klok(_DAG).stappen:
        yield f"Proces-verbaal ingevoerd op {lang(_DAG)}", stap.tekst
    dossier = leerplicht_klok(date(2008, 12, 5), _DAG)
    yield "Leerplichtdossier van wie is geboren op 5 december 2008", dossier.stappen[-1].tekst


def r26() -> Voorbeelden:
    """Yield a closing that is taken and ones that are refused."""
    reden, toelichting = "terug naar school of opleiding hervat", "gezien door de gemeente"
    yield (
        f"Sluiten: {reden}; {toelichting}",
        _antwoord(lambda: melding_afsluiten(reden, toelichting, _DAG)),
    )
    yield "Sluiten zonder reden", _antwoord(lambda: melding_afsluiten("", toelichting, _DAG))
    status = "overgedragen aan derden"
    yield f"Status: {status}", _antwoord(lambda: controleer_status(status, _DAG))


def r27() -> Voorbeelden:
    """Yield that a concept has no number."""
    concept = ProcesVerbaal(Verbalisant("", "", ""), Verdachte(Rol.OUDER), ())
    yield "Nummer van een concept", concept.nummer or "geen"


_BEZOEK = Deurbezoek(
    "voorbeeld",
    (),
    "adres",
    _om(13, 7),
    uitkomst=Uitkomst.OPEN_GEDAAN,
    aangetroffen=frozenset({Aanwezig.OUDER}),
    geeindigd_op=_om(13, 25),
)


def r28() -> Voorbeelden:
    """Yield a visit that is written up in the evening."""
    vast = vastleggen(_BEZOEK, _om(21, 30))
    for wat, moment in (("bezoek", vast.begonnen_op), ("vastgelegd", vast.vastgelegd_op or vast.begonnen_op)):
        yield f"Aangebeld om 13.07 uur, opgeschreven om 21.30 uur: tijd {wat}", f"{moment:%H.%M} uur"


def r29() -> Voorbeelden:
    """Yield what is missing after being inside."""
    gedaan = (
        Vinkje(SoortVinkje.LEGITIMATIE, _om(13, 8)),
        Vinkje(SoortVinkje.DOEL, _om(13, 8)),
        Vinkje(SoortVinkje.TOESTEMMING, _om(13, 9), "moeder"),
    )
    for vraag, vinkjes in (("alles genoteerd", gedaan), ("toestemming niet genoteerd", gedaan[:2])):
        open_punt = gebreken(replace(_BEZOEK, binnen=True, vinkjes=vinkjes))
        yield f"Binnen geweest, {vraag}", open_punt[0].bericht if open_punt else "in orde"


def r30() -> Voorbeelden:
    """Yield how many letters two parents get."""
    for vraag, adressen in (("op één adres", "11"), ("op twee adressen", "12")):
        ouders = [Bewoner(str(nummer), adres) for nummer, adres in enumerate(adressen)]
        aantal = len(briefbestemmingen(ouders))
        yield f"Twee ouders {vraag}", f"{aantal} {'brief' if aantal == 1 else 'brieven'}"
    yield 'Eén brief "aan de ouders van" aan twee adressen', _antwoord(lambda: een_brief(ouders))
