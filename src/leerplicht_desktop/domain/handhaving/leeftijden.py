"""The ages on which a hearing and a proces-verbaal turn, as the law has them on a day."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.domain.wet.wetboek import bepaling


def verdachte_vanaf(dag: date | None) -> int:
    """From which age somebody can be a verdachte (Sv 487)."""
    return bepaling("handhaving.leeftijd_verdachte", dag).getal("leeftijd")


def meerderjarig_vanaf(dag: date | None) -> int:
    """From which age somebody is of age (article 1:233 BW)."""
    return bepaling("leerplicht.meerderjarig", dag).getal("leeftijd")
