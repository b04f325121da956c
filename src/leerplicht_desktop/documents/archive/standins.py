"""Stand-ins: one private character for every cluster of another script, so that reportlab can set it.

reportlab sets the characters of a font one behind the other and knows neither joined letters nor stacked
marks. So each cluster that was shaped gets a character of its own outside the alphabets (Unicode planes 15
and 16), with its own width, and a paragraph breaks between them as between other characters. These numbers
never reach the PDF; see ``scriptfont`` for what does.
"""

from __future__ import annotations

from threading import Lock

from leerplicht_desktop.documents.archive.typeface import Cluster

MAY_BREAK = "\u200b"
"""Between two stand-ins: a line may end here, and nothing is printed."""
_FROM_LEFT, _FROM_RIGHT = 0xF0000, 0x100000
_ROOM = 0xFFFD  # the last two of each plane are no characters


class StandIns:
    """Which private character stands for which cluster of which font; the same for every document."""

    def __init__(self) -> None:
        self._busy = Lock()
        self._chars: dict[tuple[str, Cluster], str] = {}
        self._meanings: dict[str, tuple[str, Cluster]] = {}
        self._taken = {_FROM_LEFT: 0, _FROM_RIGHT: 0}

    def char(self, font: str, cluster: Cluster, *, right_to_left: bool) -> str | None:
        """The character of a cluster; ``None`` when all are taken, or when the font cannot print it."""
        if not cluster.glyphs:
            return None
        plane = _FROM_RIGHT if right_to_left else _FROM_LEFT
        with self._busy:
            known = self._chars.get((font, cluster))
            if known is not None:
                return known
            if self._taken[plane] >= _ROOM:
                return None
            made = chr(plane + self._taken[plane])
            self._taken[plane] += 1
            self._chars[font, cluster] = made
            self._meanings[made] = (font, cluster)
            return made

    def font(self, char: str) -> str | None:
        """The font that prints a stand-in; ``None`` for any other character."""
        known = self._meanings.get(char)
        return known[0] if known else None

    def cluster(self, char: str) -> Cluster | None:
        """What a stand-in stands for; ``None`` for any other character."""
        known = self._meanings.get(char)
        return known[1] if known else None

    def language(self, char: str) -> str:
        """BCP 47, as far as the script tells it; empty for any other character."""
        known = self.cluster(char)
        return known.language if known else ""

    def meant(self, text: str) -> str:
        """The text with the letters themselves in the place of their stand-ins."""
        clusters = ((char, self.cluster(char)) for char in text if char != MAY_BREAK)
        return "".join(cluster.text if cluster else char for char, cluster in clusters)


STAND_INS = StandIns()


def is_private(char: str) -> bool:
    """Whether the character lies where stand-ins live; what somebody typed there is no letter."""
    return ord(char) >= _FROM_LEFT


def runs_from_right(char: str) -> bool:
    """Whether it stands in for a letter of a script from right to left."""
    return ord(char) >= _FROM_RIGHT
