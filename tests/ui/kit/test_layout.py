"""Arranging: lines that break, content that scrolls only up and down, and three window widths."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.banner import PracticeFrame, ProblemBanner
from leerplicht_desktop.ui.kit.cards import Card, Divider, Pane
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll, Width, WidthWatch
from leerplicht_desktop.ui.kit.look import Look, look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Tone
from tests.ui.kit.measure import colours_in, cut, picture, shown


@pytest.mark.parametrize(
    ("pixels", "points", "width"),
    [
        (1240, 10.5, Width.WIDE),
        (1239, 10.5, Width.MIDDLE),
        (900, 10.5, Width.MIDDLE),
        (899, 10.5, Width.NARROW),
        (1440, 21, Width.NARROW),
        (2480, 21, Width.WIDE),
    ],
)
def test_width_counts_in_letters(
    dress: Callable[..., Look], pixels: int, points: float, width: Width
) -> None:
    dress(points=points)
    assert Width.of(pixels) is width


def test_a_window_tells_when_its_width_class_changes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shown(window, QSize(1300, 600))
    watch = WidthWatch(window)
    heard: list[Width] = []
    watch.changed.connect(heard.append)
    for width in (1250, 1000, 950, 700):
        window.resize(width, 600)
        QApplication.processEvents()
    assert heard == [Width.MIDDLE, Width.NARROW]
    assert watch.width is Width.NARROW


def test_a_flow_breaks_and_claims_its_height(qtbot: QtBot) -> None:
    badges = [Badge(f"Merkje {number}") for number in range(6)]
    flow = Flow(*badges)
    stage = Column(flow, 1)
    qtbot.addWidget(stage)
    shown(stage, QSize(900, 300))
    assert flow.height() == 24
    shown(stage, QSize(220, 300))
    assert flow.height() >= 2 * 24 + 8
    assert list(cut(stage)) == []
    badges[0].hide()
    QApplication.processEvents()
    flow.clear()
    QApplication.processEvents()
    assert flow.minimumHeight() == 0


def test_a_label_makes_room_for_longer_text(qtbot: QtBot) -> None:
    label = Label("Kort", wrap=True)
    stage = Column(label, 1)
    qtbot.addWidget(stage)
    shown(stage, QSize(200, 300))
    assert label.height() == 20
    label.setText("Dit is een lange zin die over een paar regels moet gaan omdat hij niet past.")
    QApplication.processEvents()
    assert label.height() >= 60
    assert label.height() % 20 == 0


def test_a_cut_label_tells_itself_as_tooltip(qtbot: QtBot) -> None:
    label = Label("<b>Een</b> heel lange naam van een school", elide=True)
    qtbot.addWidget(label)
    shown(label, QSize(80, 20))
    assert "&lt;b&gt;" in label.toolTip()
    shown(label, QSize(900, 20))
    assert label.toolTip() == ""


def test_scroll_never_cuts_at_the_side(qtbot: QtBot) -> None:
    content = Column(Row(*(Badge(f"Merkje {number}") for number in range(4))), 1)
    area = Scroll(content, "Inhoud")
    qtbot.addWidget(area)
    shown(area, QSize(10, 100))
    assert area.width() >= content.minimumSizeHint().width()


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_notices_say_what_they_are(qtbot: QtBot, kind: NoticeKind) -> None:
    notice = Notice(kind, "Alles is bewaard.")
    qtbot.addWidget(notice)
    assert notice.accessibleName().endswith(": Alles is bewaard.")
    assert len(notice.accessibleName()) > len(": Alles is bewaard.")


def test_a_problem_is_shown_and_taken_away(qtbot: QtBot) -> None:
    banner = ProblemBanner()
    stage = Column(banner, 1)
    qtbot.addWidget(stage)
    shown(stage, QSize(900, 300))
    assert not banner.isVisible()
    banner.tell("Geen verbinding met kantoor.", "Probeer opnieuw")
    assert banner.isVisible()
    assert banner.accessibleName() == "Probleem: Geen verbinding met kantoor."
    banner.clear()
    assert not banner.isVisible()


def test_practice_is_framed(qtbot: QtBot) -> None:
    frame = PracticeFrame(Card("Vandaag"))
    qtbot.addWidget(frame)
    image = picture(shown(frame, QSize(600, 400)))
    now = look().colours.now.upper()
    assert image.pixelColor(1, 300).name().upper() == now
    assert image.pixelColor(598, 300).name().upper() == now


def test_cards_and_panes(qtbot: QtBot) -> None:
    card, pane = Card("Klokken", "2 van 6"), Pane(Row(Label("Kop")), "bottom")
    card.add(Divider(), Label("Inhoud"))
    stage = Column(card, pane, 1)
    qtbot.addWidget(stage)
    before = colours_in(picture(shown(stage, QSize(500, 300))))
    card.emphasise(Tone.WARN)
    after = colours_in(picture(stage))
    assert look().tone(Tone.WARN).border.upper() in after - before
    assert list(cut(stage)) == []


def test_an_empty_place_offers_one_action(qtbot: QtBot) -> None:
    empty = EmptyState(Icon.MAIL, "Geen brieven", "Schrijf de eerste.", "Nieuwe brief")
    qtbot.addWidget(empty)
    shown(empty, QSize(400, 300))
    with qtbot.waitSignal(empty.pressed, timeout=1000):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_given_margins_outlive_a_change_of_look(qtbot: QtBot, dress: Callable[..., Look]) -> None:
    """The part restyles itself after its holder did: what the holder counted out must stay."""
    column = Column(Label("x"), margins=(4, 4, 4, 4))
    qtbot.addWidget(column)
    column.set_margins(24, 16, 24, 0)
    dress(points=21)
    margins = column.box().contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (24, 16, 24, 0)
