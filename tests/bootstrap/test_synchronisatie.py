"""The service between plan, lanes and screens: nothing that was written waits for the next regular round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import InlineLane
from leerplicht_desktop.bootstrap.sync_service import SyncService
from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.problems import AndereServer, GeenVerbinding
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.sync.rounds import RoundResult
from leerplicht_desktop.ui.scherm.context import Bulletin
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok


def _niets() -> None:
    """Nothing happens on the way."""


class Lus:
    """Obeys what the service asks of a loop; ``uitslagen`` are given in turn, the last one for ever."""

    def __init__(self, *uitslagen: RoundResult) -> None:
        self._uitslagen = list(uitslagen)
        self.rondes = 0
        self.epochs: list[str] = []
        self.onderweg: Callable[[], None] = _niets
        self.bereikt: list[bool] = []
        self.gestopt = 0

    def round(self) -> RoundResult:
        self.rondes += 1
        self.onderweg()
        return self._uitslagen.pop(0) if len(self._uitslagen) > 1 else self._uitslagen[0]

    def fetch_again(self, epoch: str) -> RoundResult:
        self.epochs.append(epoch)
        return RoundResult(reached=True)

    def probe(self) -> bool:
        return self.bereikt.pop(0)

    def stop(self) -> None:
        self.gestopt += 1

    def close(self) -> None:
        """There is no connection."""


@pytest.fixture
def bulletin() -> Bulletin:
    return Bulletin()


@pytest.fixture
def dienst(
    request: pytest.FixtureRequest, tmp_path: Path, bulletin: Bulletin
) -> Iterator[tuple[SyncService, Lus]]:
    lus: Lus = request.param
    kluis = opened_vault(tmp_path / "kluis", StilleKlok())
    lane = InlineLane()
    made = SyncService(kluis, (lane, lane), bulletin, lus)  # type: ignore[arg-type]
    yield made, lus
    made.close()
    kluis.sluit()


GOED = RoundResult(reached=True)


@pytest.mark.parametrize("dienst", [Lus(GOED)], indirect=True)
def test_work_that_was_written_during_a_round_starts_another(
    dienst: tuple[SyncService, Lus], bulletin: Bulletin, qtbot: QtBot
) -> None:
    service, lus = dienst

    def write() -> None:
        if lus.rondes == 1:
            bulletin.meld(touched(Soort.SYNC, door="deurbezoek"))

    lus.onderweg = write
    service.begin()
    qtbot.waitUntil(lambda: lus.rondes == 2)


@pytest.mark.parametrize("dienst", [Lus(GOED)], indirect=True)
def test_a_round_does_not_start_itself_again(
    dienst: tuple[SyncService, Lus], bulletin: Bulletin, qtbot: QtBot
) -> None:
    service, lus = dienst
    service.begin()
    qtbot.waitUntil(lambda: lus.rondes == 1)
    bulletin.meld(touched(Soort.SYNC, door="sync"))
    with qtbot.waitSignal(bulletin.geraakt, timeout=200, raising=False):
        pass
    assert lus.rondes == 1
    assert service.weergave.verbonden is True


@pytest.mark.parametrize("dienst", [Lus(RoundResult(problem=GeenVerbinding()), GOED)], indirect=True)
def test_offline_is_told_and_the_button_tries_at_once(dienst: tuple[SyncService, Lus], qtbot: QtBot) -> None:
    service, _ = dienst
    service.begin()
    qtbot.waitUntil(lambda: service.weergave.verbonden is False)
    assert service.weergave.fase is SyncFase.RUST
    assert service.weergave.woorden == "Offline, alles verzonden"
    service.nu()
    qtbot.waitUntil(lambda: service.weergave.verbonden is True)


@pytest.mark.parametrize(
    "dienst", [Lus(RoundResult(reached=True, problem=AndereServer(), epoch="e-2"))], indirect=True
)
def test_another_server_is_fetched_anew_only_when_asked(
    dienst: tuple[SyncService, Lus], qtbot: QtBot
) -> None:
    service, lus = dienst
    service.begin()
    qtbot.waitUntil(lambda: isinstance(service.weergave.probleem, AndereServer))
    assert lus.epochs == []
    service.opnieuw_ophalen()
    assert lus.epochs == ["e-2"]
    assert service.weergave.probleem is None


@pytest.mark.parametrize("dienst", [Lus(RoundResult(problem=GeenVerbinding()), GOED)], indirect=True)
def test_offline_a_probe_comes_before_the_next_round(dienst: tuple[SyncService, Lus], qtbot: QtBot) -> None:
    service, lus = dienst
    service.begin()
    qtbot.waitUntil(lambda: service.weergave.verbonden is False)
    lus.bereikt = [False, True]
    service._do_step()
    assert (lus.bereikt, lus.rondes, service.weergave.verbonden) == ([True], 1, False)
    service._do_step()
    assert (lus.bereikt, service.weergave.verbonden) == ([], True)
    qtbot.waitUntil(lambda: lus.rondes == 2)


@pytest.mark.parametrize("dienst", [Lus(GOED)], indirect=True)
def test_whoever_listens_hears_the_state_at_once_and_every_change_of_it(
    dienst: tuple[SyncService, Lus], qtbot: QtBot
) -> None:
    service, lus = dienst
    heard: list[SyncWeergave] = []
    service.luister(heard.append)
    assert heard == [service.weergave]
    lus.onderweg = lambda: service.report_progress(2, 3)
    service.begin()
    qtbot.waitUntil(lambda: service.weergave.verbonden is True)
    assert [een.voortgang for een in heard if een.fase is SyncFase.BEZIG] == [(0, 0), (5, 5)]
    assert heard[-1] == service.weergave
    assert all(one != other for one, other in pairwise(heard))
    assert service.weergave.voortgang is None


@pytest.mark.parametrize("dienst", [Lus(GOED)], indirect=True)
def test_nothing_else_starts_while_a_round_runs(dienst: tuple[SyncService, Lus], qtbot: QtBot) -> None:
    service, lus = dienst

    def press() -> None:
        service._epoch = "e-2"
        service.opnieuw_ophalen()
        service.nu()
        service._do_step()
        service.stop()

    lus.onderweg = press
    service.begin()
    qtbot.waitUntil(lambda: service.weergave.verbonden is True)
    assert (lus.epochs, lus.rondes, lus.gestopt) == ([], 1, 1)
    service._epoch = ""
    service.opnieuw_ophalen()
    assert lus.epochs == []


@pytest.mark.parametrize("dienst", [Lus(GOED)], indirect=True)
def test_a_round_that_breaks_is_told_and_tried_again_after_a_minute(
    dienst: tuple[SyncService, Lus], qtbot: QtBot
) -> None:
    service, lus = dienst

    def broken() -> None:
        raise ValueError("kapot")

    lus.onderweg = broken
    with pytest.raises(ValueError, match="kapot"):
        service._do_step()
    assert (service.weergave.fase, service.weergave.voortgang) == (SyncFase.RUST, None)
    assert service._clock.interval() == 60_000
    lus.onderweg = _niets
    service._do_step()
    assert service.weergave.verbonden is True


@pytest.mark.parametrize(
    "dienst", [Lus(RoundResult(reached=True, problem=AndereServer(), epoch="e-2"))], indirect=True
)
def test_where_a_person_is_needed_nothing_is_tried(dienst: tuple[SyncService, Lus], qtbot: QtBot) -> None:
    service, lus = dienst
    service._do_step()
    assert isinstance(service.weergave.probleem, AndereServer)
    service._do_step()
    assert (lus.rondes, service._clock.isActive()) == (1, False)


@pytest.mark.parametrize(
    "dienst",
    [Lus(RoundResult(reached=True, touched=(touched(Soort.DOSSIER, dossiers=("d-1",)),)), GOED)],
    indirect=True,
)
def test_what_a_round_brought_is_told_to_every_screen(
    dienst: tuple[SyncService, Lus], bulletin: Bulletin, qtbot: QtBot
) -> None:
    service, lus = dienst
    told: list[Touched] = []
    bulletin.geraakt.connect(told.append)
    service._do_step()
    assert [(een.soorten, een.dossiers, een.door) for een in told] == [
        (frozenset({Soort.DOSSIER}), frozenset({"d-1"}), "sync"),
        (frozenset({Soort.SYNC}), frozenset(), "sync"),
    ]
    assert lus.rondes == 1
