"""How fast the rules answer for a caseload of 10,000 dossiers: duty, report, clock and tasks of each."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.taak.voorstellen import Dossierstand, OpenMelding, voorgestelde_taken
from leerplicht_desktop.domain.verzuim.melding import Melding, beoordeel
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.kalender import Regio, Schoolkalender, regiokalender

VANDAAG = date(2026, 11, 21)
AANTAL = 10_000
_KEREN = 3


def _dossier(bron: random.Random, kalender: Schoolkalender) -> tuple[Jongere, Melding]:
    geboren = date(2009, 1, 1) + timedelta(days=bron.randrange(4000))
    lesdagen = kalender.lesdagen(date(2026, 8, 31), date(2026, 11, 20))
    gekozen = sorted(bron.sample(lesdagen, bron.randrange(1, 13)))
    dagen = tuple(Verzuimdag(dag, bron.choice((2, 3, 5.5)), "lesuur") for dag in gekozen)
    soort = bron.choice((Meldsoort.URENGRENS, Meldsoort.SIGNAAL, Meldsoort.LUXE, Meldsoort.OVERIG))
    melding = Melding(soort, VANDAAG, gekozen[0], gekozen[-1], dagen, bron.random() < 0.2)
    return Jongere(geboren, kalender), melding


def beantwoord(caseload: list[tuple[Jongere, Melding]]) -> int:
    """Judge each report and propose the tasks, as the start screen does; return how many tasks there are."""
    taken = 0
    for nummer, (jongere, melding) in enumerate(caseload):
        oordeel = beoordeel(melding, jongere.geboortedatum, jongere.kalender)
        open_melding = OpenMelding(str(nummer), VANDAAG, oordeel)
        stand = Dossierstand(jongere, VANDAAG, (open_melding,), oordeel.klok)
        taken += len(voorgestelde_taken(stand))
    return taken


def meet() -> list[tuple[str, float, str]]:
    """Return the best of a few runs in milliseconds, by the clock on the wall and by processor time.

    The number of proposals stands beside it, so that a fast run that did nothing is seen.
    """
    bron = random.Random(20261121)
    kalenders = [regiokalender(regio) for regio in Regio]
    caseload = [_dossier(bron, bron.choice(kalenders)) for _ in range(AANTAL)]
    wandklok, rekentijd, taken = [], [], 0
    for _ in range(_KEREN):
        begin, rekenbegin = time.perf_counter(), time.process_time()
        taken = beantwoord(caseload)
        rekentijd.append(time.process_time() - rekenbegin)
        wandklok.append(time.perf_counter() - begin)
    return [
        (f"regels voor {AANTAL} dossiers", min(wandklok) * 1000, "ms"),
        (f"regels voor {AANTAL} dossiers, rekentijd", min(rekentijd) * 1000, "ms"),
        (f"taken voorgesteld over {AANTAL} dossiers", float(taken), "taken"),
    ]
