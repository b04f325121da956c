"""What a field gives and a label paints holds no sign that steers, just as the wire takes none."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.label import TextBlock
from leerplicht_desktop.ui.kit.steady import steady
from leerplicht_protocol.plain_text import plain


def test_screen_and_wire_agree_on_every_character() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert steady(every) == plain(every)


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\x1b", "\x00"])
def test_what_is_pasted_into_a_field_leaves_it_as_its_letters_say(sign: str, qtbot: QtBot) -> None:
    field = Field("Titel")
    qtbot.addWidget(field)
    field.edit.insert(f"foto {sign}gpj.exe")
    assert field.text() == "foto gpj.exe"


def test_an_override_turns_nothing_around_on_the_screen(qtbot: QtBot) -> None:
    turned, plainly = (TextBlock(text, QFont(), 900, 20) for text in ("ab\u202ecd", "abcd"))
    assert turned.width == plainly.width
    assert turned._layout.text() == "abcd"
