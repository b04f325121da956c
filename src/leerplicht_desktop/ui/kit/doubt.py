"""The badge of a value that is doubted: what, since when, and in the tooltip by whom.

One part for every screen, so that doubt looks the same wherever a value stands.
"""

from dataclasses import dataclass

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Flow
from leerplicht_desktop.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True)
class DoubtSpec:
    """What the badge says (`text`), from which day (`since`, may be empty), and the whole of it (`told`)."""

    text: str
    since: str
    told: str
    grave: bool = False
    icon: Icon = Icon.CIRCLE_HELP

    @property
    def tone(self) -> Tone:
        """Red when the value is known to be wrong, brown when it is only doubted."""
        return Tone.DANGER if self.grave else Tone.WARN


class DoubtBadge(Flow):
    """A badge with its day beside it, and below it where there is no room: neither is ever cut."""

    def __init__(self, spec: DoubtSpec, *, recorder: bool = False) -> None:
        super().__init__(gap=8)
        self.setAccessibleName(spec.told)
        badge = Badge(spec.text, spec.tone, spec.icon, recorder=recorder)
        badge.setAccessibleName(spec.told)
        badge.setToolTip(spec.told)
        self.add(badge)
        if spec.since:
            since = Label(spec.since, ink=Ink.SUBTLE)
            since.setToolTip(spec.told)
            self.add(since)
