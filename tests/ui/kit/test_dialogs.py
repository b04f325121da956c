"""Dialogs and toasts: the safe way is the easy way, and nothing is lost."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.buttons import DestructiveButton
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.toasts import Toasts
from tests.ui.kit.measure import cut, shown


def _window(qtbot: QtBot) -> tuple[Column, QLineEdit]:
    field = QLineEdit()
    window = Column(field, 1)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    field.setFocus()
    return window, field


def _dialog(window: Column, heard: list[str]) -> Dialog:
    dialog = Dialog(
        window, "Vergrendelt over 42 seconden", "Alles is bewaard.", "Blijf werken", "Vergrendel nu"
    )
    dialog.chose_safe.connect(lambda: heard.append("veilig"))
    dialog.chose_other.connect(lambda: heard.append("anders"))
    return dialog


def test_the_safe_answer_has_the_focus_and_esc_takes_it(qtbot: QtBot) -> None:
    window, field = _window(qtbot)
    heard: list[str] = []
    dialog = _dialog(window, heard)
    dialog.open()
    assert window.focusWidget() is dialog.safe_button
    assert Dialog.is_open_in(window)
    QTest.keyClick(dialog.safe_button, Qt.Key.Key_Escape)
    assert heard == ["veilig"]
    assert window.focusWidget() is field
    assert not Dialog.is_open_in(window)


def test_the_other_answer_is_told(qtbot: QtBot) -> None:
    window, _ = _window(qtbot)
    heard: list[str] = []
    dialog = _dialog(window, heard)
    dialog.make_destructive()
    dialog.open()
    assert isinstance(dialog.other_button, DestructiveButton)
    QTest.mouseClick(dialog.other_button, Qt.MouseButton.LeftButton)
    assert heard == ["anders"]


def test_tab_stays_inside_and_clicks_beside_do_nothing(qtbot: QtBot) -> None:
    window, field = _window(qtbot)
    heard: list[str] = []
    dialog = _dialog(window, heard)
    extra = Field("Typ WISSEN")
    dialog.add(extra)
    dialog.open()
    visited = set()
    for _ in range(6):
        holder = window.focusWidget()
        assert holder is not None
        visited.add(holder)
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    assert visited == {dialog.safe_button, dialog.other_button, extra.edit}
    QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=dialog.rect().topLeft())
    assert (heard, field.hasFocus()) == ([], False)


def test_it_covers_the_window_and_cuts_nothing(qtbot: QtBot) -> None:
    window, _ = _window(qtbot)
    dialog = _dialog(window, [])
    dialog.open()
    for width, height in ((900, 600), (640, 480), (1400, 900)):
        window.resize(width, height)
        QApplication.processEvents()
        assert dialog.geometry() == window.rect()
        assert list(cut(dialog)) == []


def test_a_toast_undoes_and_leaves_the_focus_alone(qtbot: QtBot) -> None:
    window, field = _window(qtbot)
    toasts, undone = Toasts(window), []
    toasts.tell("Taak verplaatst naar do 26 nov", undo=lambda: undone.append(1))
    assert field.hasFocus()
    assert toasts.isVisible()
    QTest.mouseClick(toasts.undo_button, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not toasts.isVisible()


def test_a_toast_lasts_ten_seconds(qtbot: QtBot) -> None:
    window, _ = _window(qtbot)
    toasts = Toasts(window)
    toasts.tell("Taak verplaatst", undo=window.update)
    for _ in range(9):
        toasts.tick()
    assert toasts.isVisible()
    toasts.tick()
    assert not toasts.isVisible()


def test_the_clock_waits_for_a_keyboard_on_the_toast(qtbot: QtBot) -> None:
    window, _ = _window(qtbot)
    toasts = Toasts(window)
    toasts.tell("Taak verplaatst", undo=window.update)
    toasts.undo_button.setFocus()
    for _ in range(30):
        toasts.tick()
    assert toasts.isVisible()


def test_a_new_toast_replaces_the_old_one(qtbot: QtBot) -> None:
    window, _ = _window(qtbot)
    toasts, undone = Toasts(window), []
    toasts.tell("Eerste", undo=lambda: undone.append(1))
    toasts.tell("Tweede")
    shown(window, window.size())
    assert toasts.accessibleName() == "Tweede"
    assert not toasts.undo_button.isVisible()
    assert undone == []


def test_a_closed_dialog_and_toast_survive_a_switch_of_theme(
    qtbot: QtBot, dress: Callable[..., Look]
) -> None:
    window, _ = _window(qtbot)
    dialog, toasts = _dialog(window, []), Toasts(window)
    dialog.open()
    toasts.tell("Taak verplaatst")
    dress(points=16)
    dialog.deleteLater()
    toasts.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    dress(points=13)
    assert not Dialog.is_open_in(window)
