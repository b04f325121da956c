"""A real municipality for each file of tests, and Anna's laptop beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .real import ANNA, RealLaptop, Town, town


@pytest.fixture(scope="module")
def stad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A running municipality that the tests share."""
    with town(tmp_path_factory.mktemp("stad") / "gemeente") as running:
        yield running


@pytest.fixture
def laptop(stad: Town, tmp_path: Path) -> Iterator[RealLaptop]:
    """Anna's laptop, enrolled."""
    made = RealLaptop(tmp_path / "kluis-a", stad.enrol(ANNA))
    yield made
    made.sluit()
