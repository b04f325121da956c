"""How much time is left, as every list of tasks and terms shows it."""

from __future__ import annotations

from datetime import date, time

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.tokens import Tone

_DICHTBIJ = 2
"""Days before the last one from which it is brown."""


def termijnmerkje(uiterlijk: date, vandaag: date, om: time | None = None, *, voor: str = "") -> Badge:
    """Late, today, tomorrow or the day; ``voor`` stands before a day that is further off."""
    over = (uiterlijk - vandaag).days
    uur = f" om {clock(om)}" if om else ""
    if over < 0:
        woord = "dag" if over == -1 else "dagen"
        return Badge(f"{-over} {woord} te laat", Tone.DANGER, Icon.TRIANGLE_ALERT)
    if over == 0:
        return Badge(f"Vandaag{uur}", Tone.DANGER, Icon.CLOCK_ALERT)
    dag = f"Morgen{uur}" if over == 1 else f"{voor}{short_date(uiterlijk, vandaag)}{uur}"
    return Badge(dag, Tone.WARN if over <= _DICHTBIJ else Tone.NEUTRAL, Icon.HOURGLASS)
