"""The four themes: a palette on the application and one short style sheet on each window, both made from the
tokens.

`apply(app, theme, point_size)` may be called at any moment; what is on screen follows at once. Parts of the
kit paint themselves from the look in force, the style sheet only dresses the parts that Qt paints (fields,
lists, tables, menus, scroll bars).

The sheet is not on the application, because Qt then dresses a part and all it holds again each time it comes
to a parent: a screen is built from its leaves up, so every level paid for all below it. `dress_window` gives
it to a window; whatever comes into that window is dressed once.
"""

import sys
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from leerplicht_desktop.ui.kit import focus
from leerplicht_desktop.ui.kit.look import Look, look, put_in_force
from leerplicht_desktop.ui.kit.resources import read_bytes
from leerplicht_desktop.ui.kit.tokens import BODY_POINTS, LARGEST_POINTS, Colours, Tone, Type

__all__ = ["Theme", "apply", "dress_window", "look", "resolve"]

_DRESSED = "dressed"

_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")

_NATIVE_GROUND = ("canvas", "surface", "subtle", "hover", "disabled", "chart_hatch_fill", "focus_inner")
_NATIVE_CHOSEN = ("action", "action_hover", "action_pressed", "chosen", "chosen_border", "highlight")
_NATIVE_ON_CHOSEN = ("on_action", "chosen_text", "highlight_text")

_FIELDS = "QLineEdit,QPlainTextEdit,QComboBox,QAbstractSpinBox"
_QSS = """
FIELDS{{background:{surface};color:{text};border:{b}px solid {border};border-radius:{r}px;padding:0 {pad}px;
placeholder-text-color:{text_subtle};selection-background-color:{action};selection-color:{on_action}}}
QLineEdit,QComboBox,QAbstractSpinBox{{min-height:{field}px}}
QPlainTextEdit{{padding:{vpad}px {tpad}px}}
QLineEdit:focus,QPlainTextEdit:focus,QComboBox:focus,QAbstractSpinBox:focus{{
border:{f}px solid {focus_outer};padding:0 {fpad}px;min-height:{ffield}px}}
QPlainTextEdit:focus{{padding:{fvpad}px {ftpad}px;min-height:0}}
QLineEdit:read-only,QPlainTextEdit[readOnly="true"]{{background:{subtle};border-color:{line}}}
QLineEdit:disabled,QPlainTextEdit:disabled,QComboBox:disabled,QAbstractSpinBox:disabled{{
background:{disabled};color:{disabled_text};border-color:{line}}}
*[fout="true"]{{border:2px solid {danger};padding:0 {epad}px;min-height:{efield}px}}
QPlainTextEdit[fout="true"]{{padding:{evpad}px {etpad}px;min-height:0}}
QLineEdit[maat="groot"]{{min-height:{unlock}px}}
QLineEdit[maat="groot"]:focus{{min-height:{funlock}px}}
QAbstractSpinBox QLineEdit,QComboBox QLineEdit{{border:0;padding:0;min-height:0;background:transparent}}
QComboBox::drop-down{{border:0;width:{drop}px}}
QComboBox::down-arrow{{image:none}}
QAbstractItemView{{background:{surface};color:{text};border:0;outline:0;
selection-background-color:{chosen};selection-color:{chosen_text}}}
QAbstractItemView[grond="geen"]{{background:transparent}}
QTableView{{gridline-color:{line}}}
QTableView::item{{padding:0 {cell}px}}
QTableView::item:selected{{background:{chosen};color:{chosen_text}}}
QHeaderView::section{{background:{subtle};color:{text};border:0;border-bottom:1px solid {line};
padding:{cell}px;font-weight:600}}
QScrollArea,QScrollArea>QWidget>QWidget{{background:transparent;border:0}}
QScrollBar{{background:transparent;margin:0;border:0}}
QScrollBar:vertical{{width:{sb}px}}
QScrollBar:horizontal{{height:{sb}px}}
QScrollBar::handle{{background:{border};border-radius:{sbr}px}}
QScrollBar::handle:vertical{{min-height:{handle}px}}
QScrollBar::handle:horizontal{{min-width:{handle}px}}
QScrollBar::add-line,QScrollBar::sub-line,QScrollBar::add-page,QScrollBar::sub-page{{
width:0;height:0;background:transparent}}
QMenu{{background:{surface};color:{text};border:{b}px solid {border};padding:{cell}px 0}}
QMenu::item{{padding:{cell}px {pad}px;min-height:{item}px}}
QMenu::item:selected{{background:{chosen};color:{chosen_text}}}
QMenu::item:disabled{{color:{disabled_text}}}
QToolTip{{background:{text};color:{surface};border:1px solid {surface};padding:{tip}px}}
QSplitter::handle{{background:{line}}}
""".replace("FIELDS", _FIELDS)


class Theme(StrEnum):
    """The choices of the officer. `SYSTEM` follows the computer and picks one of the other four."""

    SYSTEM = "systeem"
    LIGHT = "licht"
    DARK = "donker"
    OUTDOORS = "buiten"
    DARK_CONTRAST = "donkercontrast"


def resolve(theme: Theme, *, dark: bool, high_contrast: bool) -> Theme:
    """Which of the four `theme` is on a computer that asks for dark colours or high contrast."""
    if theme is not Theme.SYSTEM:
        return theme
    if high_contrast:
        return Theme.DARK_CONTRAST if dark else Theme.OUTDOORS
    return Theme.DARK if dark else Theme.LIGHT


def apply(app: QApplication, theme: Theme, point_size: float = BODY_POINTS) -> Look:
    """Dresses the whole program in `theme` with a body text of `point_size` (kept between 10.5 and 21 pt)."""
    points = min(max(point_size, BODY_POINTS), LARGEST_POINTS)
    follower = _Follower.of(app)
    follower.theme, follower.points = theme, points
    return follower.dress()


def dress_window(window: QWidget) -> None:
    """Gives a window the style sheet of the look in force, and later that of each look that follows.

    Menus, lists and tooltips that belong to a part of the window wear it too.
    """
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(_sheet(look()))


def _dress(app: QApplication, theme: Theme, points: float, *, dark: bool, contrast: bool) -> Look:
    new = Look.of(resolve(theme, dark=dark, high_contrast=contrast), points)
    if theme is Theme.SYSTEM and contrast and sys.platform == "win32":
        new = system_colours(new, app.style().standardPalette())
    put_in_force(new)
    app.setPalette(_palette(new))
    app.setFont(new.font(Type.BODY))
    sheet = _sheet(new)
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            window.setStyleSheet(sheet)
    return new


def _sheet(of: Look) -> str:
    return "" if of.native else style_sheet(of)


def style_sheet(of: Look) -> str:
    """The style sheet of a look; `min-height` counts neither padding nor border, so those are off."""
    colours, border, focused = (
        of.colours,
        of.borders.control,
        max(of.borders.control + 1, of.sizes.field_focus),
    )
    values: dict[str, str | int] = {
        name: getattr(colours, name) for name in colours.__slots__ if isinstance(getattr(colours, name), str)
    }
    pad, vertical, text_pad = of.sizes.field_padding, of.px(9), of.sizes.field_padding - 4
    for prefix, width in (("", border), ("f", focused), ("e", 2)):
        values[f"{prefix}field"] = of.sizes.field - 2 * width
        values[f"{prefix}unlock"] = of.sizes.field_unlock - 2 * width
        values[f"{prefix}pad"] = pad - width + border
        values[f"{prefix}vpad"] = vertical - width + border
        values[f"{prefix}tpad"] = text_pad - width + border
    return _QSS.format(
        **values,
        danger=colours.tones[Tone.DANGER].border,
        b=border,
        f=focused,
        r=of.px(6),
        drop=of.px(36),
        cell=of.px(8),
        tip=of.px(6),
        item=of.px(24),
        sb=of.sizes.scrollbar,
        sbr=of.sizes.scrollbar // 2,
        handle=of.sizes.scrollbar_handle,
    )


def _palette(of: Look) -> QPalette:
    palette, colours = QPalette(), of.colours
    roles = {
        QPalette.ColorRole.Window: colours.canvas,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.subtle,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.text_subtle,
        QPalette.ColorRole.Highlight: colours.action,
        QPalette.ColorRole.HighlightedText: colours.on_action,
        QPalette.ColorRole.Accent: colours.action,
        QPalette.ColorRole.Link: colours.link,
        QPalette.ColorRole.ToolTipBase: colours.text,
        QPalette.ColorRole.ToolTipText: colours.surface,
        QPalette.ColorRole.Mid: colours.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled_text))
    return palette


def system_colours(of: Look, palette: QPalette) -> Look:
    """The look with the colours of a Windows contrast theme, so that our own parts obey it too."""

    def named(role: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, role).name()

    window, text = named(QPalette.ColorRole.Window), named(QPalette.ColorRole.WindowText)
    chosen, on_chosen = named(QPalette.ColorRole.Highlight), named(QPalette.ColorRole.HighlightedText)
    grey = named(QPalette.ColorRole.WindowText, QPalette.ColorGroup.Disabled)
    plain = {name: text for name in Colours.__slots__ if name != "tones"}
    plain |= dict.fromkeys(
        ("canvas", "surface", "subtle", "hover", "disabled", "chart_hatch_fill", "focus_inner"), window
    )
    plain |= dict.fromkeys(
        ("action", "action_hover", "action_pressed", "chosen", "chosen_border", "highlight"), chosen
    )
    plain |= dict.fromkeys(("on_action", "chosen_text", "highlight_text"), on_chosen)
    plain |= {"disabled_text": grey, "link": named(QPalette.ColorRole.Link), "shade": of.colours.shade}
    tones = {
        tone: replace(was, fill=window, border=text, text=text) for tone, was in of.colours.tones.items()
    }
    return replace(of, colours=replace(of.colours, **plain, tones=tones), native=True)


class _Follower(QObject):
    """Lives as long as the application, keeps the choice and follows the computer for `SYSTEM`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.theme, self.points = Theme.SYSTEM, BODY_POINTS
        self._app = app
        app.setStyle("Fusion")
        _load_fonts()
        focus.follow(app)
        # Both stay referenced: the wrapper of the accessibility hints dies with that of the style hints.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._computer_changed)
        self._wishes.contrastPreferenceChanged.connect(self._computer_changed)

    @classmethod
    def of(cls, app: QApplication) -> "_Follower":
        found = app.findChild(cls)
        return found if isinstance(found, cls) else cls(app)

    def dress(self) -> Look:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        contrast = self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast
        return _dress(self._app, self.theme, self.points, dark=dark, contrast=contrast)

    @Slot()
    def _computer_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self.dress()


def _load_fonts() -> None:
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFontFromData(read_bytes("fonts", "inter", f"Inter-{weight}.otf"))
