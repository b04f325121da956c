"""What the municipality decided for the laptop is shown to read, and holds where it matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.beleid import Beleid, Beleidsregel
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.bladen.uitvoer import Uitvoer
from leerplicht_desktop.ui.instellingen.view import InstellingenScherm
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.label import Label
from tests.ui.wereld import Wereld, bouw_wereld

REGEL = Beleidsregel("Vergrendelen", "na hoogstens 4 minuten", "het bestand /etc/leerplicht/beleid.toml")


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


def _scherm(qtbot: QtBot, wereld: Wereld, beleid: Beleid) -> InstellingenScherm:
    scherm = InstellingenScherm(replace(wereld.context, beleid=beleid))
    qtbot.addWidget(scherm)
    scherm.resize(1280, 720)
    scherm.toon(Werkplek("instellingen"))
    scherm.show()
    return scherm


def _leest(scherm: InstellingenScherm) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(Label))


def test_each_rule_is_shown_with_where_it_stands(qtbot: QtBot, wereld: Wereld) -> None:
    scherm = _scherm(qtbot, wereld, Beleid(vergrendel_na=4, regels=(REGEL,)))
    for deel in (REGEL.onderwerp, REGEL.besluit, REGEL.bron, "Bepaald door je gemeente"):
        assert deel in _leest(scherm)


def test_a_laptop_without_rules_shows_no_card(qtbot: QtBot, wereld: Wereld) -> None:
    assert "Bepaald door je gemeente" not in _leest(_scherm(qtbot, wereld, Beleid()))


def test_the_officer_chooses_at_most_what_was_decided(qtbot: QtBot, wereld: Wereld) -> None:
    def choices(grens: int) -> list[str]:
        combo = _scherm(qtbot, wereld, Beleid(vergrendel_na=grens, regels=(REGEL,)))._na.combo
        return [str(combo.itemData(row)) for row in range(combo.count())]

    assert choices(0) == ["2", "5", "10"]
    assert choices(1) == ["1"]
    assert choices(2) == ["2"]
    assert choices(4) == ["2", "4"]
    assert choices(30) == ["2", "5", "10", "30"]


def test_where_export_was_switched_off_nothing_asks_for_a_place(qtbot: QtBot, wereld: Wereld) -> None:
    scherm = _scherm(qtbot, wereld, Beleid())
    Uitvoer(scherm, "proef", "brief.pdf", Beleid(exporteren=False)).vraag()
    (dialoog,) = scherm.window().findChildren(Dialog)
    assert dialoog.objectName() == "proef.uitgezet"
    assert not dialoog.other_button.isVisibleTo(dialoog)
    assert "Afdrukken kan wel" in "\n".join(label.text() for label in dialoog.findChildren(Label))
