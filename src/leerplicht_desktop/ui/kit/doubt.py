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
        self._badge = Badge(spec.text, spec.tone, spec.icon, recorder=recorder)
        self._since = Label(spec.since, ink=Ink.SUBTLE)
        super().__init__(self._badge, *([self._since] if spec.since else []), gap=8)
        self.setAccessibleName(spec.told)
        for part in (self._badge, self._since):
            part.setToolTip(spec.told)
        self._badge.setAccessibleName(spec.told)

    def restyle(self) -> None:
        """The day stands in the middle of the badge, also after the text grew."""
        super().restyle()
        self._since.setMinimumHeight(self._badge.sizeHint().height())
