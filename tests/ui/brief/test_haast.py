"""Pressing twice, going on too soon, and a municipality that changes the dossier under the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from leerplicht_desktop.bootstrap.lanes import Failed, InlineLane, Job
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.domain.stuk.stuk import Stapsoort
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.notices import Notice
from tests.ui.handen import deel, druk, rust, typ, vind, zichtbaar
from tests.ui.wereld import DRIELING, PAOLO, Wereld, persoon

from .conftest import Opener
from .papiertekst import brieven, concept, stuk

T = TypeVar("T")
_VADER = "999990792"


class TrageLane(InlineLane):
    """A lane whose answers come when the test lets them: what an officer does in between is tried."""

    def __init__(self) -> None:
        super().__init__()
        self._rij: list[Callable[[], object]] = []
        self.dicht = False

    def submit(
        self, job: Callable[[], T], klaar: Callable[[T], None] | None = None, mis: Failed | None = None
    ) -> Job:
        """Keep it while the lane is closed."""
        if not self.dicht:
            return super().submit(job, klaar, mis)
        self._rij.append(lambda: super(TrageLane, self).submit(job, klaar, mis))
        return Job()

    @contextmanager
    def wacht(self) -> Iterator[None]:
        """Nothing is done inside; all of it after."""
        self.dicht = True
        yield
        self.dicht = False
        while self._rij:
            self._rij.pop(0)()
        rust()


@pytest.fixture
def traag(wereld: Wereld) -> TrageLane:
    lane = TrageLane()
    wereld.context = replace(wereld.context, opslag=lane)
    return lane


@pytest.fixture
def klaar(traag: TrageLane, toon: Opener) -> BriefScherm:
    """An invitation that can be sealed."""
    scherm = toon()
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    druk(scherm, "brief.begin")
    for veld, tekst in (
        ("melding", "Dimitris er twee dagen niet was"),
        ("gesprek_op", "1-12"),
        ("gesprek_op.tijd", "15:30"),
        ("gesprek_waar", "het gemeentehuis"),
    ):
        typ(scherm, f"brief.veld.{veld}", tekst)
    return scherm


def _verzegel(scherm: BriefScherm) -> None:
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.wel")


def _feed(wereld: Wereld, cursor: int, *records: SpiegelRecord, weg: tuple[str, ...] = ()) -> None:
    wereld.doe(
        lambda work: work.brievenbus.pas_toe(Feedpagina(str(cursor), str(cursor + 1), weg, tuple(records)))
    )


def _vader(geheim: int, rev: int) -> SpiegelRecord:
    velden = persoon(_VADER).model_copy(update={"geheimhouding": geheim}).model_dump(mode="json")
    return SpiegelRecord("persoon", f"p-{_VADER}", (PAOLO,), rev, rev, False, velden, {})


def test_two_presses_begin_one_letter(wereld: Wereld, traag: TrageLane, toon: Opener) -> None:
    scherm = toon()
    druk(scherm, "brief.formulier.uitnodiging_gesprek")
    with traag.wacht():
        druk(scherm, "brief.begin")
        druk(scherm, "brief.begin")
    assert len(brieven(wereld, DRIELING[0])) == 1
    assert zichtbaar(scherm, "brief.veld.melding")


def test_sealing_twice_seals_once(wereld: Wereld, traag: TrageLane, klaar: BriefScherm) -> None:
    id_ = klaar.werkplek().ding
    with traag.wacht():
        _verzegel(klaar)
        QTest.keyClick(klaar, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        klaar._presenter.verzegel()
    assert stuk(wereld, id_).stuk.id == id_
    assert [post.entity for post in wereld.uitvak()].count("stuk") == 1
    assert not wereld.problemen


def test_leaving_while_it_is_sealed_keeps_the_next_letter_open(
    wereld: Wereld, traag: TrageLane, klaar: BriefScherm
) -> None:
    eerste = klaar.werkplek().ding
    with traag.wacht():
        _verzegel(klaar)
        klaar.verlaat()
        klaar.toon(Werkplek("brief", PAOLO))
    assert stuk(wereld, eerste).stuk.id == eerste
    assert zichtbaar(klaar, "brief.formulier.uitnodiging_gesprek")
    assert wereld.toasts[-1] == "De brief is definitief."


def test_leaving_while_it_begins_opens_nothing_else(
    wereld: Wereld, traag: TrageLane, toon: Opener, klaar: BriefScherm
) -> None:
    eerste, scherm = klaar.werkplek().ding, toon(PAOLO)
    druk(scherm, "brief.formulier.niet_thuiskaart")
    with traag.wacht():
        druk(scherm, "brief.begin")
        scherm.verlaat()
        scherm.toon(Werkplek("brief", eerste))
    assert scherm.werkplek().ding == eerste
    assert len(brieven(wereld, PAOLO)) == 1


def test_a_double_click_records_one_step(wereld: Wereld, traag: TrageLane, klaar: BriefScherm) -> None:
    """Nothing says that a letter was received because somebody pressed twice."""
    _verzegel(klaar)
    id_, knop = klaar.werkplek().ding, vind(klaar, "brief.stap.vast")
    with traag.wacht():
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(knop, Qt.MouseButton.LeftButton)
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    rust()
    assert [stap.soort for stap in stuk(wereld, id_).stappen] == [Stapsoort.VERZONDEN]
    assert not zichtbaar(klaar, "brief.gereed.bericht")


def test_a_dossier_that_leaves_takes_the_paper_along(wereld: Wereld, klaar: BriefScherm) -> None:
    """R24: without the dossier nobody knows here which address is secret; what was typed stays."""
    id_ = klaar.werkplek().ding
    _feed(wereld, 1, weg=(DRIELING[0],))
    klaar.geraakt(touched(Soort.DOSSIER))
    rust()
    assert "staat niet meer op deze laptop" in deel(klaar, "brief.melding", Notice).accessibleName()
    assert not vind(klaar, "brief.concept_afdrukken").isEnabled()
    assert concept(wereld, id_).concept.velden["gesprek_waar"] == "het gemeentehuis"
    _verzegel(klaar)
    assert concept(wereld, id_).concept.id == id_
    with pytest.raises(KeyError):
        stuk(wereld, id_)


def test_an_address_that_becomes_secret_counts_at_once(wereld: Wereld, toon: Opener) -> None:
    """R24: the flag comes in with a sync while the letter is being written."""
    _feed(wereld, 1, _vader(0, 2))
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.waarschuwing")
    druk(scherm, "brief.begin")
    assert not zichtbaar(scherm, "brief.geheim")
    typ(scherm, "brief.veld.hulp", "De mentor belt.")
    _feed(wereld, 2, _vader(1, 3))
    scherm.geraakt(touched(Soort.DOSSIER))
    rust()
    assert "geheim adres" in deel(scherm, "brief.geheim", Notice).accessibleName()
    verborgen = concept(wereld, scherm.werkplek().ding).verborgen
    typ(scherm, "brief.veld.feiten", f"In de {verborgen[0]}.")
    druk(scherm, "brief.definitief")
    assert not zichtbaar(scherm.window(), "brief.definitief.venster")
    assert concept(wereld, scherm.werkplek().ding).concept.velden["hulp"] == "De mentor belt."


def test_a_warning_comes_with_the_rule_and_keeps_it_apart(wereld: Wereld, toon: Opener) -> None:
    """R07: Paolo's parents and Paolo himself have a rule of their own; taking over text leaves it so."""
    scherm = toon(PAOLO)
    druk(scherm, "brief.formulier.waarschuwing")
    druk(scherm, "brief.ontvanger.0")
    druk(scherm, "brief.begin")
    ids = [regel.id for regel in brieven(wereld, PAOLO)]
    regels = {id_: concept(wereld, id_).concept.velden["regel"] for id_ in ids}
    assert len(set(regels.values())) == 2
    typ(scherm, "brief.veld.hulp", "De mentor belt.")
    eerste = scherm.werkplek().ding
    for _ in ids[1:]:
        deel(scherm, "brief.zuster", Notice).followed.emit()
        rust()
        druk(scherm, "brief.overnemen")
    assert {id_: concept(wereld, id_).concept.velden["regel"] for id_ in ids} == regels
    assert {concept(wereld, id_).concept.velden["hulp"] for id_ in ids} == {"De mentor belt."}
    assert scherm.werkplek().ding != eerste


def test_a_crash_leads_back_to_the_letter_itself(wereld: Wereld, toon: Opener) -> None:
    """Not to the choice of letters, where a second one would be begun."""
    scherm = toon()
    plekken: list[str] = []
    wereld.context.navigatie.verplaatst.connect(lambda: plekken.append(scherm.werkplek().ding))
    druk(scherm, "brief.formulier.niet_thuiskaart")
    druk(scherm, "brief.begin")
    assert plekken == [brieven(wereld, DRIELING[0])[0].id]


def test_a_point_is_said_once(toon: Opener) -> None:
    """However often the officer tries: "Vul in: Feiten.", never "Feiten: Vul in: Feiten."."""
    scherm = toon()
    druk(scherm, "brief.formulier.zorgmelding")
    typ(scherm, "brief.instantie.adres", "Plein 1")
    druk(scherm, "brief.begin")
    for _ in range(3):
        druk(scherm, "brief.definitief")
    zinnen = [woord.text() for woord in scherm.findChildren(QLabel) if "Vul in: " in woord.text()]
    assert zinnen
    assert all(zin.count(":") == 1 for zin in zinnen)
