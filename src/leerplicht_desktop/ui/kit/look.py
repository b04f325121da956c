"""The look in force: one frozen value with colours, sizes and fonts that every part reads while it paints.

`theme.apply` sets it. Parts that keep sizes (margins, spacings) take them again in `restyle`, see `Restyled`.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.kit.tokens import (
    BODY_POINTS,
    Borders,
    Colours,
    Sizes,
    Tone,
    ToneColours,
    Type,
    font_families,
    type_styles,
)


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, sizes and fonts for one theme and one text size (`points`, 10.5 to 21)."""

    name: str
    points: float
    colours: Colours
    sizes: Sizes
    borders: Borders
    native: bool = False
    """True under a contrast theme of Windows: no style sheet, colours of the system."""

    @classmethod
    def of(cls, name: str, points: float) -> "Look":
        """The look of the theme `name`. Raises `KeyError` for a theme that does not exist."""
        scale = points / BODY_POINTS
        return cls(name, points, Colours.of(name), Sizes.scaled(scale), Borders.of(name))

    @property
    def scale(self) -> float:
        """Factor between the tokens and this text size, 1 to 2."""
        return self.points / BODY_POINTS

    @property
    def outlined(self) -> bool:
        """True where soft fills disappear and the border tells the kind (buiten, donkercontrast)."""
        return self.borders.badge > 1

    def px(self, value: float) -> int:
        """A distance of the tokens in pixels for this text size."""
        return round(value * self.scale)

    def tone(self, tone: Tone) -> ToneColours:
        """Fill, border and text of badges and notices of this kind."""
        return self.colours.tones[tone]

    def line(self, kind: Type) -> int:
        """Line height of a text style in pixels."""
        return self.px(type_styles()[kind].line_height)

    def font(self, kind: Type, weight: int | None = None) -> QFont:
        """The font of a text style, with even-width digits;

        `weight` (400 to 700) overrides that of the style.
        """
        return QFont(_font(self.points, kind, weight))


@lru_cache(maxsize=256)
def _font(points: float, kind: Type, weight: int | None) -> QFont:
    style = type_styles()[kind]
    font = QFont(list(font_families()))
    font.setPointSizeF(style.points * points / BODY_POINTS)
    font.setWeight(QFont.Weight(weight or style.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + style.spacing)
    return font


class _InForce:
    look = Look.of("licht", BODY_POINTS)


def look() -> Look:
    """The look in force."""
    return _InForce.look


def put_in_force(new: Look) -> None:
    """Makes `new` the look in force; only `theme.apply` calls this, it also restyles what is on screen."""
    _InForce.look = new


class Restyled(QWidget):
    """A part that keeps sizes of the look.

    `restyle` runs when the part is built and after each change of theme.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def restyle(self) -> None:
        """Takes margins, spacings and fixed sizes from the look in force."""

    def changeEvent(self, event: QEvent) -> None:
        """Restyles after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()


class HeightClaim(QObject):
    """Keeps a part whose words break over lines as high as its width asks.

    Qt holds a widget of fixed height to its size hint, also where it knows a height for this width; so it
    claims the height itself after each resize and each change of text size.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        part.installEventFilter(self)

    def claim(self) -> None:
        """Claims again, after the content changed."""
        self._measure()
        self._part.updateGeometry()

    def _measure(self) -> None:
        height = self._part.heightForWidth(self._part.width())
        if height >= 0 and height != self._part.minimumHeight():
            self._part.setMinimumHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claims after what can change the lines."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._measure()
        return super().eventFilter(watched, event)
