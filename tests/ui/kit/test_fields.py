"""Fields: errors as sentences, the wachtzin, and notes that grow."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.fields import ChoiceField, Field, NoteEdit, NoteField, SearchField
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.passphrase import PassphraseField, in_a_row
from leerplicht_desktop.ui.kit.tokens import Tone
from tests.ui.kit.measure import colours_in, picture, shown


def test_an_error_replaces_help_and_is_read_aloud(qtbot: QtBot) -> None:
    field = Field("Datum", "Bijvoorbeeld 24 november")
    qtbot.addWidget(field)
    shown(field)
    assert field.edit.accessibleDescription() == "Bijvoorbeeld 24 november"
    field.set_error("Die dag bestaat niet. Kies een andere dag.")
    field.edit.clearFocus()
    shown(field)
    red = look().tone(Tone.DANGER).border.upper()
    assert field.edit.accessibleDescription() == field.error == "Die dag bestaat niet. Kies een andere dag."
    assert red in colours_in(picture(field.edit))
    assert field.edit.height() == 40
    field.set_error("")
    shown(field)
    assert field.edit.accessibleDescription() == "Bijvoorbeeld 24 november"
    assert red not in colours_in(picture(field))


@pytest.mark.parametrize("state", ["rest", "error", "read only", "off"])
def test_height_is_the_same_in_every_state(qtbot: QtBot, state: str) -> None:
    field = Field("Naam")
    field.set_error("Vul een naam in." if state == "error" else "")
    field.setEnabled(state != "off")
    if state == "read only":
        field.lock()
    qtbot.addWidget(field)
    shown(field)
    assert field.edit.height() == 40


def test_changed_tells_of_the_officer_only(qtbot: QtBot) -> None:
    field = Field("Naam")
    heard: list[str] = []
    qtbot.addWidget(field)
    field.changed.connect(heard.append)
    field.set_text("Çelik")
    QTest.keyClicks(field.edit, "x")
    assert heard == ["Çelikx"]


def test_choice_field_speaks_in_keys(qtbot: QtBot) -> None:
    field = ChoiceField("Soort", [("luxe", "Luxeverzuim"), ("signaal", "Signaalverzuim")])
    qtbot.addWidget(field)
    heard: list[str] = []
    field.chosen.connect(heard.append)
    field.choose("signaal")
    assert (field.key(), heard) == ("signaal", [])
    shown(field)
    QTest.keyClick(field.combo, Qt.Key.Key_Up)
    assert (field.key(), heard) == ("luxe", ["luxe"])
    with pytest.raises(KeyError):
        field.choose("weg")


def test_a_note_grows_with_its_text_and_then_scrolls(qtbot: QtBot) -> None:
    note = NoteEdit("Notitie", least=2, most=5)
    stage = Column(note, 1)
    qtbot.addWidget(stage)
    shown(stage)
    heights = []
    for lines in (1, 4, 40):
        note.setPlainText("\n".join(["tekst"] * lines))
        QApplication.processEvents()
        heights.append(note.height())
    assert heights[0] < heights[1] < heights[2] < 40 * 17
    assert note.verticalScrollBar().maximum() > 0


def test_a_full_line_never_moves_the_text_aside(qtbot: QtBot) -> None:
    note = NoteEdit("Wat zie je?")
    note.document().setDocumentMargin(0)
    qtbot.addWidget(note)
    shown(note)
    for width in range(300, 340):
        note.setPlainText("")
        note.resize(width, 200)
        QTest.keyClicks(note, "De kinderen zijn weer op school zegt vader en het gaat goed met ze allemaal. ")
        assert note.horizontalScrollBar().value() == 0, width


def test_tab_leaves_a_note(qtbot: QtBot) -> None:
    note, after = NoteField("Notitie"), QLineEdit()
    stage = Column(note, after)
    qtbot.addWidget(stage)
    shown(stage)
    stage.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is stage)
    note.edit.setFocus()
    QTest.keyClick(note.edit, Qt.Key.Key_Tab)
    assert stage.focusWidget() is after
    assert note.text() == ""


def test_a_wachtzin_is_hidden_until_asked(qtbot: QtBot) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    shown(field)
    QTest.keyClicks(field.edit, "vier oude fietsen")
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(field.show_button, Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert field.show_button.accessibleName() == "Verberg wachtzin"
    field.clear()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert field.text() == ""


def test_a_wachtzin_typed_blindly_never_shows(qtbot: QtBot) -> None:
    first, second, done = PassphraseField(), PassphraseField("Nog een keer"), QPushButton("Klaar")
    page = Column(first, second, done)
    qtbot.addWidget(page)
    in_a_row((first, second), done)
    shown(page)
    first.setFocus()
    for field in (first, second):
        QTest.keyClicks(page.focusWidget(), "vier oude fietsen")
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert (first.text(), second.text()) == ("vier oude fietsen", "vier oude fietsen")
    assert page.focusWidget() is done


def test_letters_on_the_button_stay_out_of_the_wachtzin(qtbot: QtBot) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    shown(field)
    field.show_button.setFocus()
    QTest.keyClicks(field.show_button, "fietsen")
    assert field.text() == ""


def test_enter_submits_a_wachtzin(qtbot: QtBot) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    shown(field)
    with qtbot.waitSignal(field.submitted, timeout=1000):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_caps_lock_is_told_and_taken_back(qtbot: QtBot) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    shown(field)
    low = field.sizeHint().height()
    for letter, shift, warned in (
        ("A", True, False),
        ("A", False, True),
        ("3", False, True),
        ("a", False, False),
    ):
        _press(field, letter, shifted=shift)
        assert (field.sizeHint().height() > low) is warned, letter


def _press(field: PassphraseField, letter: str, *, shifted: bool) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), modifier, letter)
    QApplication.sendEvent(field.edit, event)


def test_search_shows_its_keys_only_while_empty(qtbot: QtBot) -> None:
    field = SearchField("Naam, school of adres", "Ctrl F")
    qtbot.addWidget(field)
    shown(field)
    line = look().colours.line.upper()
    assert line in colours_in(picture(field))
    field.setText("Çelik")
    assert line not in colours_in(picture(field))
