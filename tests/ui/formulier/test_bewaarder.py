"""Nothing on the screen is forgotten: kept at once, offered again when refused, forced once a second."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import SchijfVol
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from tests.ui.dossiers.wachtlane import Wachtlane
from tests.ui.wereld import Wereld, bouw_wereld

T = TypeVar("T")


class WeigerendeKluis(SqlKluis):
    """A real vault on a disk that can be full for a while."""

    vol = False
    gedwongen = 0

    def doe(self, act: Callable[[Work], T]) -> T:
        if self.vol:
            raise SchijfVol
        return super().doe(act)

    def duurzaam(self) -> None:
        self.gedwongen += 1
        super().duurzaam()


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path, WeigerendeKluis)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def kluis(wereld: Wereld) -> WeigerendeKluis:
    assert isinstance(wereld.kluis, WeigerendeKluis)
    return wereld.kluis


@pytest.fixture
def bewaarder(qtbot: QtBot, wereld: Wereld) -> Bewaarder:
    return Bewaarder(wereld.context)


def _zet(waarde: str) -> Callable[[Work], None]:
    return lambda work: work.inrichting.zet("proef", waarde)


def _stand(wereld: Wereld) -> str | None:
    return wereld.lees(lambda caseload: caseload.instelling("proef"))


def test_saved_is_said_after_the_commit(wereld: Wereld, bewaarder: Bewaarder) -> None:
    gezien: list[str | None] = []
    wereld.context.navigatie.bewaard.connect(lambda _: gezien.append(_stand(wereld)))
    bewaarder.bewaar("a", _zet("een"))
    assert gezien == ["een"]
    assert wereld.bewaard == [wereld.klok.nu()]


def test_a_full_disk_is_told_and_the_newest_is_offered_again(
    wereld: Wereld, kluis: WeigerendeKluis, bewaarder: Bewaarder
) -> None:
    kluis.vol = True
    bewaarder.bewaar("a", _zet("een"))
    bewaarder.bewaar("a", _zet("twee"))
    assert wereld.bewaard == []
    assert all(isinstance(probleem, SchijfVol) for probleem in wereld.problemen)
    kluis.vol = False
    bewaarder.probeer_opnieuw()
    assert _stand(wereld) == "twee"
    assert not bewaarder.wacht
    assert len(wereld.bewaard) == 1


def test_it_tries_again_by_itself(
    qtbot: QtBot, wereld: Wereld, kluis: WeigerendeKluis, bewaarder: Bewaarder
) -> None:
    kluis.vol = True
    bewaarder.bewaar("a", _zet("een"))
    kluis.vol = False
    qtbot.waitUntil(lambda: not bewaarder.wacht, timeout=5000)
    assert _stand(wereld) == "een"


def test_saved_is_not_said_while_something_else_waits(
    wereld: Wereld, kluis: WeigerendeKluis, bewaarder: Bewaarder
) -> None:
    kluis.vol = True
    bewaarder.bewaar("a", _zet("een"))
    kluis.vol = False
    bewaarder.bewaar("b", lambda work: work.inrichting.zet("ander", "x"))
    assert wereld.bewaard == []


def test_the_same_problem_is_told_once(wereld: Wereld, kluis: WeigerendeKluis, bewaarder: Bewaarder) -> None:
    kluis.vol = True
    for letter in "abc":
        bewaarder.bewaar("a", _zet(letter))
    bewaarder.probeer_opnieuw()
    assert len(wereld.problemen) == 1


def test_a_refusal_of_the_trade_goes_to_its_field(wereld: Wereld, bewaarder: Bewaarder) -> None:
    def act(work: Work) -> None:
        work.inrichting.zet("proef", "half")
        raise DomainError("veld", "Dat mag niet.")

    gehoord: list[str] = []
    bewaarder.bewaar("a", act, mis=lambda fout: gehoord.append(fout.bericht))
    assert gehoord == ["Dat mag niet."]
    assert _stand(wereld) is None
    assert not bewaarder.wacht
    assert wereld.problemen == []


def test_the_disk_is_forced_once_a_second_of_activity(
    qtbot: QtBot, kluis: WeigerendeKluis, bewaarder: Bewaarder
) -> None:
    for letter in "abc":
        bewaarder.bewaar("a", _zet(letter))
    assert kluis.gedwongen == 0
    qtbot.waitUntil(lambda: kluis.gedwongen == 1, timeout=5000)
    bewaarder.duurzaam()
    assert kluis.gedwongen == 1


def test_leaving_forces_at_once(kluis: WeigerendeKluis, bewaarder: Bewaarder) -> None:
    bewaarder.bewaar("a", _zet("een"))
    bewaarder.duurzaam()
    assert kluis.gedwongen == 1


def test_an_older_change_that_was_refused_never_comes_back_over_a_newer(
    qtbot: QtBot, wereld: Wereld, kluis: WeigerendeKluis
) -> None:
    """Both were handed in before either was answered, as on the real lane."""
    lane = Wachtlane()
    bewaarder = Bewaarder(replace(wereld.context, opslag=lane))
    kluis.vol = True
    bewaarder.bewaar("a", _zet("een"))
    bewaarder.bewaar("a", _zet("twee"))
    lane.lever()
    kluis.vol = False
    lane.lever()
    assert _stand(wereld) == "twee"
    assert not bewaarder.wacht
    bewaarder.probeer_opnieuw()
    lane.lever_alles()
    assert _stand(wereld) == "twee"
