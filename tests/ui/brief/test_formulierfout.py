"""A logo that is gone, a form of a newer version: told on the screen; the text stays, nothing is sealed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import as_file
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, typ, zichtbaar
from tests.ui.wereld import Wereld

from .conftest import Opener
from .papiertekst import concept


@pytest.fixture
def eigen(wereld: Wereld, tmp_path: Path) -> Path:
    """The municipality's own folder with forms."""
    with as_file(meegeleverde_formulieren()) as vast:
        shutil.copytree(vast, tmp_path / "formulieren")
    papier = LatePaper(lambda act: wereld.kluis.doe(act), wereld.klok, "0.0", tmp_path / "formulieren")
    wereld.context = replace(wereld.context, papier=papier)
    return tmp_path / "formulieren"


def _logo_weg(folder: Path) -> None:
    stijl = folder / "huisstijl.toml"
    stijl.write_text('logo = "wapen.png"\nlogo_tekst = "wapen"\n' + stijl.read_text("utf-8"), "utf-8")


def _nieuwer(folder: Path) -> None:
    brief = folder / "brieven" / "uitnodiging_gesprek.toml"
    brief.write_text(brief.read_text("utf-8").replace("schema = 2", "schema = 3", 1), "utf-8")


def _gezegd(scherm: QWidget) -> str:
    woorden = [een.accessibleName() for een in scherm.findChildren(Notice) if een.isVisibleTo(scherm)]
    woorden += [een.text() for een in scherm.findChildren(QLabel) if een.isVisibleTo(scherm)]
    return " ".join(woorden)


@pytest.mark.parametrize(
    ("schade", "zin"),
    [
        (_logo_weg, "Het logo ‘wapen.png’ is niet gevonden"),
        (_nieuwer, "nieuwere versie. Werk eerst het programma bij"),
    ],
)
def test_it_is_told_and_the_concept_stays(
    wereld: Wereld, toon: Opener, eigen: Path, schade: Callable[[Path], None], zin: str
) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    druk(scherm, "brief.begin")
    typ(scherm, "brief.veld.melding", "Dimitris er niet was")
    id_ = scherm.werkplek().ding
    schade(eigen)
    weer = toon(id_)
    assert zin in _gezegd(weer) + " ".join(str(fout) for fout in wereld.problemen)
    assert concept(wereld, id_).concept.velden["melding"] == "Dimitris er niet was"
    if schade is _nieuwer:
        assert not zichtbaar(weer, "brief.definitief")
    else:
        druk(weer, "brief.definitief")
        assert not zichtbaar(weer.window(), "brief.definitief.wel")
    assert not [post for post in wereld.uitvak() if post.entity == "stuk"]


def test_one_unsound_form_leaves_the_others(wereld: Wereld, toon: Opener, eigen: Path) -> None:
    """In the field there is no administrator: what can be used is offered, the other one is named."""
    _nieuwer(eigen)
    (eigen / "brieven" / "waarschuwing.toml").write_text("kapot formulier\n", "utf-8")
    scherm = toon()
    gezegd = deel(scherm, "brief.kiezen.onbruikbaar", Notice).accessibleName()
    assert "brieven/uitnodiging_gesprek.toml: dit formulier is gemaakt voor een nieuwere versie" in gezegd
    assert "brieven/waarschuwing.toml: dit is geen leesbaar formulier (regel 1" in gezegd
    assert not zichtbaar(scherm, "brief.formulier.uitnodiging_gesprek")
    druk(scherm, "brief.formulier.zorgmelding")
    assert zichtbaar(scherm, "brief.begin")


def test_a_sound_folder_says_nothing(toon: Opener, eigen: Path) -> None:
    assert not zichtbaar(toon(), "brief.kiezen.onbruikbaar")
