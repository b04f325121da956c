"""Two proces-verbalen in which every field is filled: against a parent, and against a jongere himself.

What excludes each other stands in one of the two.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from leerplicht_desktop.documents.bureau.voorbeeldzaak import tijd
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal, Voorbehoud
from leerplicht_desktop.domain.handhaving.pvzin import (
    Afscherming,
    Bevinding,
    Bron,
    Bronsoort,
    Deel,
    Grond,
    Spreker,
    Verteld,
    Zinsoort,
)
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand, Tolk
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from tests.documents.pv_voorbeelden import jongere_zelf, luxe

HASH = "{:02x}" * 32


def _bron(nummer: int, soort: Bronsoort, regime: Regime, collega: str = "") -> Bron:
    return Bron(
        soort,
        f"{soort.value} van {nummer} november",
        f"record-{nummer}",
        f"plek-{nummer}",
        HASH.format(*range(nummer, nummer + 32)),
        tijd(nummer, 18, nummer),
        collega,
        regime,
    )


SEEN = Bevinding(
    Zinsoort.WAARNEMING,
    tijd(2, 10, 15),
    _bron(2, Bronsoort.BEZOEK, Regime.WPG),
    "De gordijnen waren dicht en het licht was uit.",
    aanloop="Ik zag",
    reden="Dit is van belang voor het feit",
)
SAID = Bevinding(
    Zinsoort.GEZEGD,
    tijd(3, 10, 25),
    _bron(3, Bronsoort.BEZOEK, Regime.WPG, "P. Smit"),
    "Hij lag nog in bed op nummer 14 toen ik belde.",
    spreker=Spreker("M. van Wijngaarden", "vader", verdachte=True),
    verteld=Verteld(tijd(3, 10, 20), tijd(3, 10, 21), tijd(3, 10, 22)),
    delen=(Deel(0, 30), Deel(31, 45)),
    afgeschermd=(Afscherming(22, 31, Grond.ADRES),),
)
UNASKED = Bevinding(
    Zinsoort.GEZEGD,
    tijd(4, 11, 5),
    _bron(4, Bronsoort.BEZOEK, Regime.WPG),
    "Het is mijn schuld.",
    spreker=Spreker("M. van Wijngaarden", "vader", verdachte=True),
    verteld=Verteld(ongevraagd=True),
)
SUMMED = Bevinding(
    Zinsoort.SAMENVATTING,
    tijd(5, 12, 35),
    _bron(5, Bronsoort.GESPREK, Regime.AVG),
    "De mentor maakt zich zorgen.",
    "Ik begreep dat de mentor ongerust is.",
    aanloop="Ik sprak de mentor door de telefoon",
    weergegeven=True,
    reden="Dit laat zien welke hulp er was",
)
PAPER = Bevinding(
    Zinsoort.STUK,
    tijd(6, 9, 0),
    _bron(6, Bronsoort.MELDING, Regime.AVG),
    "De school meldde vijf dagen.",
    alleen_dag=True,
)
NEIGHBOUR = Bevinding(
    Zinsoort.GEZEGD,
    tijd(6, 13, 55),
    _bron(8, Bronsoort.BEZOEK, Regime.WPG),
    "Zij vertrokken met koffers.",
    spreker=Spreker("Mevrouw Wezel", "buurvrouw"),
)
NOT_TOLD = Bevinding(
    Zinsoort.GEZEGD,
    tijd(30, 16, 25, maand=10),
    _bron(9, Bronsoort.BEZOEK, Regime.WPG),
    "Wij gaan gewoon.",
    spreker=Spreker("M. van Wijngaarden", "vader", verdachte=True),
    reden="Hij zei het op de dag dat hij verdachte werd",
)
OWN = Bevinding(
    Zinsoort.EIGEN,
    tijd(7, 15, 45),
    Bron(Bronsoort.EIGEN, "eigen zin"),
    tekst="Ik keek in het register.",
    geschreven_op=tijd(24, 8, 12),
)


def parent() -> ProcesVerbaal:
    """Luxeverzuim of one jongere by a parent who was heard; it adds to an earlier paper."""
    base = luxe()
    feit = base.feiten[0]
    return replace(
        base,
        verdachte=replace(
            base.verdachte,
            verblijfadres="Logeerlaan 8, 1234 ZZ Demostad",
            voorbehouden=(Voorbehoud("adres", "in onderzoek"),),
            verdacht_vanaf=date(2026, 10, 30),
        ),
        feiten=(
            replace(feit, jongere=replace(feit.jongere, voorbehoud="naam in onderzoek"), losse_dagen=True),
        ),
        bevindingen=(NOT_TOLD, SEEN, SAID, UNASKED, SUMMED, PAPER, NEIGHBOUR, OWN),
        verzuim=base.verzuim[:1],
        verhoren=(replace(base.verhoren[0], regels=base.verhoren[0].regels[:2]),),
        bijlagen=(replace(base.bijlagen[0], volgens=Dagbron.CAMERA, bron_sha256="f" * 64),),
        aanvulling_op="LP-0363-2026-00040",
        niet_opgenomen=("Van het bezoek is een zin niet opgenomen.",),
    )


def days_after() -> ProcesVerbaal:
    """A parent who was heard in the middle of the week that he is charged with."""
    base = parent()
    heard = base.verhoren[0]
    earlier = {
        name: getattr(heard, name) - timedelta(days=9)
        for name in ("begin", "eind", "feit_medegedeeld_om", "cautie_om", "rechtsbijstand_medegedeeld_om")
    }
    heard = replace(heard, pleegdatum=date(2026, 11, 3), **earlier)
    return replace(base, verhoren=(heard,), na_verhoor="Hij was ziek en ik wilde niet wachten.")


def jongere() -> ProcesVerbaal:
    """Relatief verzuim of a jongere himself, who was not heard at all."""
    base = jongere_zelf()
    return replace(
        base,
        feiten=base.feiten[:1],
        school=replace(base.school, startkwalificatie="Hij heeft geen diploma, zegt de school."),
        bevindingen=(),
        verhoren=(),
        niet_gehoord="Hij kwam twee keer niet.",
        persoon=replace(
            base.persoon,
            halt="Halt kan niet: hij was er al twee keer.",
            eerdere=(EerdereAfdoening(date(2024, 3, 4), "2 lid 3", veroordeling=False),),
        ),
        aanvulling_op="",
    )


def heard_elsewhere() -> ProcesVerbaal:
    """An addition: the hearing stands in the paper it adds to."""
    return replace(
        jongere(), niet_gehoord="", gehoord_in="LP-0363-2026-00039", aanvulling_op="LP-0363-2026-00039"
    )


def minor_heard() -> ProcesVerbaal:
    """A jongere who was heard with a lawyer, a confidant and an interpreter, and did not sign."""
    base = jongere_zelf()
    heard = replace(
        base.verhoren[0],
        verstaat_nederlands=False,
        tolk=Tolk("Wbtv 27118", "Tigrinya"),
        kwetsbaar=True,
        bijstand=Bijstand.AFSTAND,
        afstand=Afstand("Dat hoeft niet.", gevolgen_uitgelegd=True, kan_terugkomen=True),
        rechten_in_oproep_van=date(2026, 11, 12),
        verbeteringen="Bij vraag twee hoort: soms.",
    )
    return replace(base, feiten=base.feiten[:1], bevindingen=(), verhoren=(heard,))


PAPERS = {
    "parent": parent(),
    "days after": days_after(),
    "jongere": jongere(),
    "heard elsewhere": heard_elsewhere(),
    "minor heard": minor_heard(),
    "understands Dutch": jongere_zelf(),
}
