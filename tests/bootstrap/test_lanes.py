"""Two lanes with one contract: order, delivery at home, failures to whoever asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import Homecoming, InlineLane, Job, ThreadLane, deliver

Maker = Callable[[list[Exception]], "ThreadLane | InlineLane"]


@pytest.fixture
def thread_lanes() -> Iterator[list[ThreadLane]]:
    made: list[ThreadLane] = []
    yield made
    for lane in made:
        lane.close()


@pytest.fixture(params=["thread", "inline"])
def lane(
    request: pytest.FixtureRequest, qtbot: QtBot, thread_lanes: list[ThreadLane]
) -> tuple[ThreadLane | InlineLane, list[Exception]]:
    caught: list[Exception] = []
    if request.param == "inline":
        return InlineLane(caught.append), caught
    made = ThreadLane("proef", Homecoming(), caught.append)
    thread_lanes.append(made)
    return made, caught


def test_answers_come_in_order_on_the_calling_thread(
    lane: tuple[ThreadLane | InlineLane, list[Exception]], qtbot: QtBot
) -> None:
    heard: list[tuple[int, str]] = []
    for number in range(20):

        def ready(answer: int) -> None:
            heard.append((answer, threading.current_thread().name))

        lane[0].submit(lambda number=number: number, ready)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert [answer for answer, _ in heard] == list(range(20))
    assert {name for _, name in heard} == {threading.main_thread().name}


def test_an_answer_that_comes_after_the_end_is_dropped(qtbot: QtBot, thread_lanes: list[ThreadLane]) -> None:
    """The side lane may still sync when the window is closed: the store lane takes no question then."""
    home, heard, caught = Homecoming(), list[int](), list[Exception]()
    store, side = (ThreadLane(name, home, caught.append) for name in ("store", "side"))
    thread_lanes.append(side)
    go = threading.Event()

    def late(_: bool) -> None:
        heard.append(1)
        store.submit(lambda: 2, heard.append)

    with qtbot.captureExceptions() as broken:
        side.submit(lambda: go.wait(5), late)
        store.close()
        home.close()
        go.set()
        side.close()
        qtbot.wait(50)
    assert (broken, heard, caught) == ([], [], [])


def test_a_failure_goes_to_whoever_asked(
    lane: tuple[ThreadLane | InlineLane, list[Exception]], qtbot: QtBot
) -> None:
    missed: list[Exception] = []

    def job() -> int:
        raise ValueError("mis")

    lane[0].submit(job, None, missed.append)
    qtbot.waitUntil(lambda: len(missed) == 1)
    assert lane[1] == []


def test_a_failure_that_nobody_asked_for_falls_into_the_net(
    lane: tuple[ThreadLane | InlineLane, list[Exception]], qtbot: QtBot
) -> None:
    def job() -> int:
        raise KeyError("weg")

    lane[0].submit(job)
    qtbot.waitUntil(lambda: len(lane[1]) == 1)
    assert isinstance(lane[1][0], KeyError)


def test_an_answer_that_is_not_wanted_any_more_is_dropped(
    qtbot: QtBot, thread_lanes: list[ThreadLane]
) -> None:
    made = ThreadLane("proef", Homecoming(), lambda fout: None)
    thread_lanes.append(made)
    gate = threading.Event()
    heard: list[str] = []
    first = made.submit(lambda: gate.wait(5) and "oud", lambda answer: heard.append(str(answer)))
    made.submit(lambda: "nieuw", heard.append)
    first.annuleer()
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["nieuw"]


def test_the_screens_never_wait_for_a_lane(thread_lanes: list[ThreadLane], qtbot: QtBot) -> None:
    made = ThreadLane("proef", Homecoming(), lambda fout: None)
    thread_lanes.append(made)
    with pytest.raises(RuntimeError, match="never wait"):
        made.call(lambda: 1)


def test_closing_runs_everything_and_then_the_last_job(qtbot: QtBot) -> None:
    made = ThreadLane("proef", Homecoming(), lambda fout: None)
    done: list[int] = []
    for number in range(5):
        made.submit(lambda number=number: done.append(number))  # type: ignore[misc]
    made.close(lambda: done.append(99))
    assert done == [0, 1, 2, 3, 4, 99]


def test_one_lane_waits_for_another(thread_lanes: list[ThreadLane], qtbot: QtBot) -> None:
    """The rounds of sync run beside the vault and reach it through its own lane."""
    store, side = (ThreadLane(name, Homecoming(), lambda fault: None) for name in ("store", "side"))
    thread_lanes.extend((store, side))
    heard: list[str] = []
    side.submit(lambda: store.call(lambda: threading.current_thread().name), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].startswith("store")
    assert InlineLane().call(lambda: threading.current_thread()) is threading.main_thread()


def test_a_failure_without_a_net_is_raised_and_one_that_is_not_wanted_any_more_is_not() -> None:
    def job() -> int:
        raise KeyError("weg")

    with pytest.raises(KeyError, match="weg"):
        InlineLane().submit(job)
    failed: Future[int] = Future()
    failed.set_exception(KeyError("weg"))
    missed: list[Exception] = []
    cancelled = Job()
    cancelled.annuleer()
    deliver(failed, cancelled, None, missed.append)
    assert missed == []
    deliver(failed, Job(), None, missed.append)
    assert len(missed) == 1


def test_what_ends_the_program_is_no_failure_of_a_job() -> None:
    ended: Future[int] = Future()
    ended.set_exception(KeyboardInterrupt())
    missed: list[Exception] = []
    with pytest.raises(KeyboardInterrupt):
        deliver(ended, Job(), None, missed.append)
    assert missed == []
