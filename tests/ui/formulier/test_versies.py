"""The versions of a record that was corrected."""

from dataclasses import dataclass
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.ui.formulier.versies import keten


@dataclass(frozen=True)
class Stuk:
    id: str
    corrigeert: str | None = None
    vastgelegd_op: datetime | None = None


def _rij(aantal: int) -> dict[str, Stuk]:
    return {str(n): Stuk(str(n), str(n - 1) if n else None) for n in range(aantal)}


@given(st.integers(1, 6), st.data())
def test_from_any_version_the_whole_row(aantal: int, data: st.DataObject) -> None:
    stukken = _rij(aantal)
    nieuwer = {str(n): str(n + 1) for n in range(aantal - 1)}
    een = stukken[str(data.draw(st.integers(0, aantal - 1)))]
    assert keten(een, stukken.__getitem__, nieuwer) == tuple(stukken.values())


def test_a_version_that_is_not_here_ends_the_row() -> None:
    stukken = _rij(3)
    del stukken["0"]
    assert keten(stukken["1"], stukken.__getitem__, {"1": "2", "2": "9"}) == (stukken["1"], stukken["2"])


def test_a_circle_ends_too() -> None:
    stukken = {"a": Stuk("a", "b"), "b": Stuk("b", "a")}
    assert set(keten(stukken["a"], stukken.__getitem__, {"a": "b", "b": "a"})) == set(stukken.values())
