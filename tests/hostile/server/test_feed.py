"""A feed that never ends, and how much of it a laptop takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leerplicht_desktop.casework.problems import ServerWeigert
from leerplicht_desktop.sync import rounds
from tests.sync.fake_server import Kabel
from tests.sync.faults import Storing, altijd
from tests.sync.laptop import Laptop, gemeente
from tests.sync.test_pull import CHANGES, _pagina


def _endless(verander: Callable[[dict[str, Any], int], object]) -> tuple[Laptop, Storing]:
    """A feed that always promises more."""
    server = gemeente()
    server.lees_cursor = lambda cursor: (0, "", "")  # type: ignore[method-assign]
    count = iter(range(10_000))

    def endless(page: dict[str, Any]) -> None:
        page["more"] = True
        verander(page, next(count))

    storing = Storing(Kabel(server), altijd(CHANGES, _pagina(endless)))
    return Laptop(server, transport=storing), storing


@pytest.mark.parametrize(
    ("verander", "pages"),
    [
        (lambda p, n: p.update(next="zelfde"), 2),
        (lambda p, n: [p.update(next=f"c{n % 5}"), [c.update(seq=9) for c in p["changes"]]], 6),
        (lambda p, n: p.update(next=f"c{n}", changes=[]), 1),
        (lambda p, n: p.update(next=f"c{n}", changes=p["changes"][: 2 if n else 3]), 2),
        (lambda p, n: [p.update(next=f"c{n}"), [c.update(seq=99 - n) for c in p["changes"]]], 2),
    ],
    ids=["stands still", "circles", "empty", "goes back", "falls"],
)
def test_a_feed_that_does_not_rise_ends_the_round(
    verander: Callable[[dict[str, Any], int], object], pages: int
) -> None:
    laptop, storing = _endless(verander)
    problem = laptop.loop.round().problem
    assert isinstance(problem, ServerWeigert)
    assert "komt niet aan een eind" in problem.bericht
    assert storing.verzoeken.count(CHANGES) == pages


@pytest.mark.parametrize("limit", ["ROUND_BYTES", "ROUND_SECONDS"])
def test_a_feed_that_rises_for_ever_ends_the_round_too(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, limit, 0.2 if limit == "ROUND_SECONDS" else 20_000)
    laptop, storing = _endless(
        lambda p, n: [p.update(next=f"c{n}"), [c.update(seq=n + 10) for c in p["changes"]]]
    )
    result = laptop.loop.round()
    assert isinstance(result.problem, rounds.Unfinished)
    assert result.reached
    assert 1 < storing.verzoeken.count(CHANGES) < 2_000
    assert laptop.kluis.staat.cursor.startswith("c")  # what came is kept, and the next round goes on
