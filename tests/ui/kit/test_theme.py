"""Four themes, switched live; the sheet stays short."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import Look, look
from leerplicht_desktop.ui.kit.theme import Theme, resolve, style_sheet, system_colours
from tests.ui.kit.measure import THEMES, colours_in, picture, shown

Dress = Callable[..., Look]


@pytest.mark.parametrize(
    ("dark", "high", "expected"),
    [
        (False, False, Theme.LIGHT),
        (True, False, Theme.DARK),
        (False, True, Theme.OUTDOORS),
        (True, True, Theme.DARK_CONTRAST),
    ],
)
def test_systeem_picks_one_of_four(*, dark: bool, high: bool, expected: Theme) -> None:
    assert resolve(Theme.SYSTEM, dark=dark, high_contrast=high) is expected


@pytest.mark.parametrize("theme", [theme for theme in Theme if theme is not Theme.SYSTEM])
def test_a_choice_of_the_officer_stands(theme: Theme) -> None:
    assert resolve(theme, dark=True, high_contrast=True) is theme


@pytest.mark.parametrize("name", THEMES)
def test_the_sheet_stays_short(name: str) -> None:
    assert len(style_sheet(Look.of(name, 21)).encode()) < 4096


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.OUTDOORS, Theme.DARK_CONTRAST])
def test_a_switch_restyles_what_is_on_screen(qtbot: QtBot, dress: Dress, theme: Theme) -> None:
    field = Field("Naam")
    window = Column(FullButton("Start"), Label("Tekst"), field)
    qtbot.addWidget(window)
    shown(window)
    light = colours_in(picture(window))
    new = dress(theme)
    dark = colours_in(picture(window))
    assert new.colours.action.upper() in dark - light
    assert new.colours.text.upper() in dark
    edge = picture(field.edit).pixelColor(field.edit.width() // 2, 0).name().upper()
    assert edge == new.colours.border.upper()


class _Counted(QLineEdit):
    dressed = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name Qt calls
        super().changeEvent(event)
        self.dressed += event.type() is QEvent.Type.StyleChange


def test_a_part_is_dressed_once_and_in_its_window(qtbot: QtBot) -> None:
    """A screen is built from its leaves up: a sheet on the application dressed a leaf at every level."""
    leaf, window = _Counted(), Column()
    tree = Column(Column(Column(leaf)))
    assert leaf.dressed == 0
    qtbot.addWidget(window)
    window.add(tree)
    assert (leaf.dressed, leaf.sizeHint().height()) == (1, 40)


def test_larger_text_makes_larger_parts(qtbot: QtBot, dress: Dress) -> None:
    button, edit = FullButton("Start"), QLineEdit()
    window = Column(button, edit)
    qtbot.addWidget(window)
    shown(window)
    assert (button.height(), edit.sizeHint().height()) == (40, 40)
    dress(points=21)
    shown(window)
    assert (button.height(), edit.sizeHint().height()) == (80, 80)


@pytest.mark.parametrize(("asked", "given"), [(3, 10.5), (14, 14), (99, 21)])
def test_text_size_keeps_within_bounds(dress: Dress, asked: float, given: float) -> None:
    assert dress(points=asked).points == given


def test_one_follower_however_often_it_is_applied(qapp: QApplication, dress: Dress) -> None:
    before = len(qapp.findChildren(QObject))
    for theme in (Theme.DARK, Theme.OUTDOORS, Theme.SYSTEM):
        dress(theme)
    assert len(qapp.findChildren(QObject)) == before


def test_a_contrast_theme_of_windows_lends_its_colours() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, "#2D3236")
    palette.setColor(QPalette.ColorRole.WindowText, "#FFFFFF")
    palette.setColor(QPalette.ColorRole.Highlight, "#A1BFDE")
    palette.setColor(QPalette.ColorRole.HighlightedText, "#212D3B")
    own = system_colours(Look.of("buiten", 10.5), palette)
    assert own.native
    assert (own.colours.surface, own.colours.text) == ("#2d3236", "#ffffff")
    assert (own.colours.chosen, own.colours.chosen_text) == ("#a1bfde", "#212d3b")
    assert {tone.fill for tone in own.colours.tones.values()} == {"#2d3236"}


def test_placeholder_is_not_half_transparent(qtbot: QtBot, dress: Dress) -> None:
    for name in THEMES:
        dress(Theme(name))
        edit = QLineEdit()
        qtbot.addWidget(edit)
        edit.setPlaceholderText("Naam")
        shown(edit)
        assert edit.palette().color(QPalette.ColorRole.PlaceholderText).alpha() == 255
        assert look().colours.text_subtle.upper() in colours_in(picture(edit))


def test_digits_are_equally_wide(qtbot: QtBot) -> None:
    widths = set()
    for digit in "0123456789":
        label = Label(digit * 8)
        qtbot.addWidget(label)
        widths.add(label.sizeHint().width())
    assert len(widths) == 1


def test_data_that_looks_like_markup_stays_text(qtbot: QtBot) -> None:
    label, holder = Label("<b>Çelik</b> <img src='x'>"), QWidget()
    qtbot.addWidget(label)
    qtbot.addWidget(holder)
    assert label.text() == "<b>Çelik</b> <img src='x'>"
    assert label.sizeHint().width() > Label("Çelik").sizeHint().width() * 3


def test_a_change_of_the_computer_reaches_systeem_only(qapp: QApplication, dress: Dress) -> None:
    hints = qapp.styleHints()
    for theme, expected in ((Theme.SYSTEM, "licht"), (Theme.DARK, "donker")):
        before = dress(theme)
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
        assert look().name == expected
        assert (look() is before) is (theme is Theme.DARK)
