"""A key typed while something else is kept or read: nothing older ever comes over what is newer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from leerplicht_desktop.bootstrap.lanes import InlineLane, Job
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.bijhouden import proces_verbaal_bijhouden
from tests.ui.handen import deel, rust, typ
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import begin, bewaard, ding, stap, typ_en_verlaat
from tests.ui.wereld import DRIELING, Wereld

T = TypeVar("T")


class TrageLane(InlineLane):
    """Runs each job in its order, like the real one; hands out the answers only when asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.traag = False
        self._wachtend: list[Callable[[], None]] = []

    def submit(
        self,
        job: Callable[[], T],
        klaar: Callable[[T], None] | None = None,
        mis: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run now; deliver now, or wait for :meth:`lever`."""
        if not self.traag:
            return super().submit(job, klaar, mis)
        wacht = self._wachtend

        def later(antwoord: T) -> None:
            wacht.append(lambda: klaar(antwoord) if klaar is not None else None)

        return super().submit(job, later, lambda fout: wacht.append(lambda: mis(fout) if mis else None))

    def lever(self) -> None:
        """Hand out what waits, and what comes of it."""
        while self._wachtend:
            self._wachtend.pop(0)()
        rust()


@pytest.fixture
def lane(wereld: Wereld) -> TrageLane:
    lane = TrageLane()
    wereld.context = replace(wereld.context, opslag=lane)
    return lane


def test_a_key_typed_while_the_facts_are_made_anew_stays(
    wereld: Wereld, lane: TrageLane, toon: Opener
) -> None:
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    stap(scherm, "feit")
    lane.traag = True
    typ_en_verlaat(scherm, "pv.feit.plaats", "Elders")
    stap(scherm, "ondertekening")
    typ(scherm, "pv.verbalisant.standplaats", "Demostad")
    typ(scherm, "pv.plaats", "Demo")
    lane.lever()
    typ(scherm, "pv.plaats", "stad")
    lane.lever()
    concept = bewaard(wereld, scherm).concept
    assert {feit.plaats for feit in concept.pv.feiten} == {"Elders"}
    assert concept.pv.verbalisant.standplaats == "Demostad"
    assert concept.pv.plaats == deel(scherm, "pv.plaats", QLineEdit).text() == "Demostad"


def test_what_was_read_before_the_last_key_is_read_again(
    wereld: Wereld, lane: TrageLane, toon: Opener
) -> None:
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    stap(scherm, "bevindingen")
    lane.traag = True
    scherm._presenter.lees_opnieuw()
    typ(scherm, "pv.redenen_van_wetenschap", "Zelf gezien.")
    lane.lever()
    assert deel(scherm, "pv.redenen_van_wetenschap", QPlainTextEdit).toPlainText() == "Zelf gezien."
    assert bewaard(wereld, scherm).concept.pv.redenen_van_wetenschap == "Zelf gezien."


def test_keeping_the_suspect_writes_nothing_else(wereld: Wereld, toon: Opener) -> None:
    """A change that waited for room on the disk comes after newer ones: it must not undo them."""
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    id_ = ding(scherm)
    oud = bewaard(wereld, scherm).concept.pv
    stap(scherm, "feit")
    typ_en_verlaat(scherm, "pv.feit.plaats", "Elders")
    stap(scherm, "ondertekening")
    typ(scherm, "pv.plaats", "Demostad")
    laat = replace(oud, verdachte=replace(oud.verdachte, geboorteplaats="Athene"))
    nieuw = wereld.doe(lambda work: proces_verbaal_bijhouden(work, id_, laat)).pv
    assert nieuw.verdachte.geboorteplaats == "Athene"
    assert nieuw.plaats == "Demostad"
    assert {feit.plaats for feit in nieuw.feiten} == {"Elders"}


class VolleSchijf(BekendProbleem):
    """There is no room."""

    bericht = "De schijf is vol."
    remedie = "Maak ruimte."


def test_what_waits_for_room_on_the_disk_stays_on_the_screen(
    wereld: Wereld, toon: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    stap(scherm, "ondertekening")

    def vol(_work: Work, _concept: str, _veld: str, _tekst: str) -> None:
        raise VolleSchijf

    monkeypatch.setattr("leerplicht_desktop.ui.proces_verbaal.schrijven.pv_tekst_schrijven", vol)
    typ(scherm, "pv.plaats", "Demostad")
    scherm._presenter.lees_opnieuw()
    rust()
    assert deel(scherm, "pv.plaats", QLineEdit).text() == "Demostad"
    assert wereld.problemen
