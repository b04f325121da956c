"""Signing in from the real window, in Debian's Chromium, at a real provider and a real server.

First set-up with a one-time right; signing in again without typing; handing in after a suspension.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.bootstrap.paths import Paths
from leerplicht_desktop.bootstrap.program import Program
from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
)
from leerplicht_desktop.casework.ports.gemeente import SyncFase
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.practice.walker import Walker
from leerplicht_desktop.ui.shell.idle import Rustwacht
from leerplicht_server.identity.states import ACTIVE, SUSPENDED
from tests.provider.city import NORA, City
from tests.provider.city import city as running_city
from tests.provider.hands import RealBrowser, chromium, running
from tests.store.world import StilleKlok

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine"),
]

PASSPHRASE = "groene giraffe poetst elke dinsdag haar brommer"


class Desktop(QObject):
    """The system's way to a browser: opens what it is asked to in Chromium, where Nora signs in."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0
        self.browser = RealBrowser(NORA)

    @Slot(QUrl)
    def show_page(self, address: QUrl) -> None:
        """A page was asked for."""
        self.opened += 1
        self.browser.open(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """Nora's browser, reached as the system does."""
    made = Desktop()
    QDesktopServices.setUrlHandler("http", made, "show_page")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("http")
    made.browser.close()


@pytest.fixture
def stad(tmp_path: Path) -> Iterator[City]:
    """A municipality with an identity provider."""
    with running() as provider, running_city(tmp_path / "gemeente", provider) as made:
        yield made


class Seat:
    """The real program, and somebody in front of it. ``LEERPLICHT_BEELDEN`` names a folder for pictures."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        paths = Paths(folder / "gegevens", folder / "log")
        paths.make()
        self.program = Program(app, paths, server=None, replace_=lambda: None, end=lambda: None)
        for watch in app.findChildren(Rustwacht):
            watch.blockSignals(True)  # a browser that takes long on a busy machine is no laptop that slept
        self.program.start()
        self.program.window.resize(1280, 720)
        self.walker = Walker(app, self.program.window)
        self._pictures = os.environ.get("LEERPLICHT_BEELDEN", "")

    def view(self, name: str) -> None:
        """Keep a picture, where somebody asked for them."""
        if self._pictures:
            self.walker.moment()
            self.walker.view(Path(self._pictures) / f"{name}.png")

    def synced(self) -> bool:
        """Whether a round has ended."""
        view = self.program.sync_view
        return view is not None and view.fase is SyncFase.RUST and view.verbonden is not None

    @property
    def waits(self) -> tuple[int, int]:
        """(to be sent, not taken over)."""
        view = self.program.sync_view
        assert view is not None
        return view.te_verzenden, view.afgewezen

    @property
    def line(self) -> str:
        """What the line above the screen says; empty when there is none."""
        banner = self.program.window._banner
        return banner.accessibleName() if banner.isVisible() else ""


def _note(work: Work) -> None:
    klok = StilleKlok()
    id_ = gespreksnotitie_starten(work, klok, ("d-0",))
    concept = replace(work.notities.laad(id_), met_wie="moeder", tekst="Zij belt morgen terug.")
    gespreksnotitie_bijhouden(work, concept)
    gespreksnotitie_vastleggen(work, klok, id_)


def _set_up(seat: Seat, stad: City, desktop: Desktop) -> None:
    walker = seat.walker
    walker.type_text("inrichten.adres", stad.server.url)
    walker.click("inrichten.verbind")
    walker.wait_for("inrichten.open_browser")
    assert desktop.opened == 0
    seat.view("1-klaar")
    walker.click("inrichten.open_browser")
    assert "Je kunt dit venster sluiten" in desktop.browser.page
    walker.wait_for("inrichten.wachtzin")
    walker.type_text("inrichten.wachtzin", PASSPHRASE)
    walker.type_text("inrichten.herhaling", PASSPHRASE)
    walker.click("inrichten.maak")
    walker.wait_for("inrichten.inschrijfcode")
    walker.type_text("inrichten.inschrijfcode", stad.right(NORA))
    seat.view("2-inschrijven")
    walker.click("inrichten.schrijf_in")
    walker.wait_for("vandaag.klokken")
    walker.wait_until(lambda: seat.synced(), "the caseload")


def test_from_the_window(qapp: QApplication, tmp_path: Path, stad: City, desktop: Desktop) -> None:
    seat = Seat(qapp, tmp_path)
    walker = seat.walker
    _set_up(seat, stad, desktop)
    assert (desktop.opened, desktop.browser.typed) == (1, 1)
    seat.view("3-dossiers")
    stad.set_state(NORA, SUSPENDED)
    seat.program.run(_note)
    walker.wait_until(lambda: "Meld je aan om te versturen" in seat.line, "the quiet line")
    seat.view("4-stille-regel")
    seat.program.window._banner.clear()
    seat.program.run(_note)
    walker.wait_until(lambda: seat.waits == (2, 0), "a second note")
    assert seat.line == ""  # who put the line away is not told again at every note
    assert desktop.opened == 1  # nothing opens by itself
    seat.program.window._banner.acted.emit()
    walker.wait_for("inrichten.lever_in")
    assert (desktop.opened, desktop.browser.typed) == (2, 1)  # the provider still knew her
    seat.view("5-inleveren")
    walker.click("inrichten.lever_in")
    walker.wait_until(lambda: "stilgezet" in seat.line, "what the municipality said")
    walker.wait_until(lambda: seat.waits == (0, 2), "what became of it")
    seat.program.window.ga(Werkplek("synchronisatie"))
    walker.wait_for("synchronisatie.knop")
    seat.view("6-wat-ermee-gebeurt")
    stad.set_state(NORA, ACTIVE)
    seat.program.close()
    seat.program.window.hide()  # among the windows of another test it would count
