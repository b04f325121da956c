"""Three proces-verbalen about invented people: luxe, relatief by the jongere, absoluut with two grounds."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.documents.bureau.voorbeeldzaak import FLEUR, TEUN, tijd
from leerplicht_desktop.documents.bureau.voorbeeldzaak import voorbeeld_pv as luxe
from leerplicht_desktop.documents.bureau.voorbeeldzaak import voorbeeld_verbalisant as verbalisant
from leerplicht_desktop.documents.bureau.voorbeeldzaak import voorbeeld_verhoor as verhoor_van_ouder
from leerplicht_desktop.documents.formulieren.formulier import Vorm
from leerplicht_desktop.documents.formulieren.rechterstuk import rechterformulier
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.proces_verbaal import ProcesVerbaalStuk
from leerplicht_desktop.domain.handhaving.grondslagen import Betrokkene, Feitsoort, Jongere, Rol, grondslagen
from leerplicht_desktop.domain.handhaving.proces_verbaal import (
    BetrokkenJongere,
    Feit,
    ProcesVerbaal,
    Schooldeel,
    Verbalisant,
    Verdachte,
)
from leerplicht_desktop.domain.handhaving.verhoor import Begeleiding, Bijstand, Verhoor, Verhoorregel
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

__all__ = [
    "FLEUR",
    "HUISSTIJL",
    "PV_FORMULIER",
    "TEUN",
    "VERHOOR_FORMULIER",
    "absoluut",
    "jongere_zelf",
    "luxe",
    "stuk",
    "tijd",
    "verbalisant",
    "verhoor_van_ouder",
]

HUISSTIJL = Huisstijl("Gemeente Demostad", "Team Leerplicht")
PV_FORMULIER = rechterformulier(Vorm.PROCES_VERBAAL, meegeleverde_formulieren())
VERHOOR_FORMULIER = rechterformulier(Vorm.VERHOOR, meegeleverde_formulieren())


def jongere_zelf() -> ProcesVerbaal:
    """Relatief verzuim by a suspect of sixteen, heard as a minor."""
    sem = BetrokkenJongere(
        "Sem van Dijk",
        Geboortedatum(2010, 9, 15),
        "Lyceum De Wissel",
        "98YY00",
        "4b",
        "sinds 1 augustus 2023",
    )
    feiten = tuple(
        Feit(sem, Feitsoort.RELATIEF, grond, "Demostad", "34 lesuren")
        for grond in grondslagen(
            Jongere(sem.geboren, regiokalender(Regio.MIDDEN)),
            Betrokkene(Rol.JONGERE),
            Feitsoort.RELATIEF,
            date(2026, 10, 26),
            date(2026, 11, 20),
        )
    )
    base = luxe()
    return ProcesVerbaal(
        verbalisant=base.verbalisant,
        verdachte=Verdachte(
            rol=Rol.JONGERE,
            naam="Van Dijk",
            voornamen="Sem",
            geboren=sem.geboren,
            geboorteplaats="Demostad",
            adres="Kade 3, 1234 AC Demostad",
            hoedanigheid="als jongere",
            gezaghebbers=("J. van Dijk, vader", "P. de Boer, moeder"),
        ),
        feiten=feiten,
        school=Schooldeel(melding="Op 23 november 2026 meldde de school 34 lesuren verzuim."),
        bevindingen=base.bevindingen[3:],
        verhoren=(
            Verhoor(
                id="v2",
                verdachte_geboren=sem.geboren,
                pleegdatum=date(2026, 11, 20),
                plaats="Demostad",
                begin=tijd(24, 15, 0),
                eind=tijd(24, 15, 20),
                identiteit="ik zag een geldige identiteitskaart",
                feit_medegedeeld_om=tijd(24, 15, 1),
                cautie_om=tijd(24, 15, 2),
                rechtsbijstand_medegedeeld_om=tijd(24, 15, 2),
                bijstand=Bijstand.VOORAF,
                verstaat_nederlands=True,
                begeleiding=Begeleiding.VERTROUWENSPERSOON,
                ouders_ingelicht_op=date(2026, 11, 17),
                aanwezig=("P. de Boer, moeder",),
                regels=(Verhoorregel(tijd(24, 15, 5), "Ik zeg liever niets."),),
                voorgelezen_om=tijd(24, 15, 15),
                ondertekend=False,
                reden_niet_ondertekend="hij wil eerst met zijn advocaat praten",
            ),
        ),
        redenen_van_wetenschap=base.redenen_van_wetenschap,
        plaats="Demostad",
        datum=date(2026, 11, 25),
        nummer="LP-0363-2026-00042",
        aanvulling_op="LP-0363-2026-00040",
    )


def absoluut() -> ProcesVerbaal:
    """Not enrolled over 31 July: two facts, art. 2 and art. 4a (R07). Still a draft with gaps."""
    noor = BetrokkenJongere("Noor Bakker", Geboortedatum(2009, 9, 15))
    feiten = tuple(
        Feit(noor, Feitsoort.ABSOLUUT, grond, "Demostad")
        for grond in grondslagen(
            Jongere(noor.geboren),
            Betrokkene(Rol.OUDER, gezag=True),
            Feitsoort.ABSOLUUT,
            date(2026, 6, 1),
            date(2026, 9, 30),
        )
    )
    return ProcesVerbaal(
        verbalisant=Verbalisant("M. de Groot", "leerplichtambtenaar", "Gemeente Demostad"),
        verdachte=Verdachte(Rol.OUDER, "Bakker", hoedanigheid="als degene die het gezag uitoefent"),
        feiten=feiten,
    )


def stuk(pv: ProcesVerbaal, *, definitief: bool = True) -> ProcesVerbaalStuk:
    """The document around a proces-verbaal."""
    return ProcesVerbaalStuk(pv, HUISSTIJL, tijd(24, 16, 30), PV_FORMULIER, definitief=definitief)
