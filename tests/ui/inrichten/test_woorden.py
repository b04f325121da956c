"""What the set-up says: what is so, once, and nothing of work that is not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.gemeente import Aangemeld, Aanmeldstand
from leerplicht_desktop.casework.problems import GeenVerbinding
from leerplicht_desktop.ui.inrichten.model import Stap

from .test_inrichten import KOPPELING, Browser, Loket, begin, browser

__all__ = ["browser"]


@pytest.mark.parametrize(
    "remedie",
    [
        "Je werkt gewoon door; probeer het aanmelden later opnieuw.",
        "Probeer het aanmelden later opnieuw. Je werk blijft bewaard.",
        "Probeer het aanmelden later opnieuw. Je tekst blijft bewaard op deze laptop.",
    ],
)
def test_the_very_first_time_nothing_is_said_of_work_that_is_not_there(
    qtbot: QtBot, tmp_path: Path, remedie: str
) -> None:
    start = begin(qtbot, tmp_path, Loket())
    start.druk("verbind")
    start.presenter._beeld = replace(start.presenter.beeld, stap=Stap.AANMELDEN)
    start.presenter._mis(GeenVerbinding("De aanmelddienst antwoordt niet.", remedie))
    said = start.stand("weigering")
    assert said == "Probeer het aanmelden later opnieuw. Er staat nog niets op deze laptop."
    start.kluis.sluit()


@pytest.mark.parametrize("stand", [Aanmeldstand.INGETROKKEN, Aanmeldstand.GESCHORST])
def test_the_heading_is_not_said_once_more(qtbot: QtBot, tmp_path: Path, stand: Aanmeldstand) -> None:
    start = begin(qtbot, tmp_path, Loket(wie=Aangemeld("M. de Groot", stand)), KOPPELING)
    shown = " ".join(one.text() for one in start.scherm.findChildren(QLabel) if one.isVisible())
    assert shown.count("stilgezet") + shown.count("ingetrokken") == 1
    start.kluis.sluit()


def test_the_time_runs_only_when_the_browser_was_opened(
    qtbot: QtBot, tmp_path: Path, browser: Browser
) -> None:
    start = begin(qtbot, tmp_path, Loket(na=99))
    start.druk("verbind")
    assert "Nog " not in start.stand("stand")
    assert "inloggen.demostad.example" in start.stand("stand")
    start.druk("open_browser")
    assert "Nog " in start.stand("stand")
    start.presenter.terug()
    start.kluis.sluit()
