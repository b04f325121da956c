"""Paper that is loaded late: every question reaches the one desk as it was asked."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.paper import PROOF, LatePaper
from leerplicht_desktop.casework.ports.papier import Papier
from leerplicht_desktop.documents.bureau import papier
from leerplicht_desktop.machine.children import DESKTOP, order

QUESTIONS = sorted(name for name in vars(Papier) if not name.startswith("_"))


class Desk:
    """Writes down how it was opened and what it was asked; answers with the name of the question."""

    def __init__(self, opened: list[tuple[object, ...]]) -> None:
        self.opened = opened
        self.asked: list[tuple[str, tuple[object, ...], dict[str, object]]] = []

    def __call__(self, *given: object) -> Desk:
        """Open it."""
        self.opened.append(given)
        return self

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **named: self.asked.append((name, args, named)) or name  # type: ignore[func-returns-value]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk([])
    monkeypatch.setattr(papier, "PdfPapier", made)
    return made


def _no_vault(_act: object) -> Any:
    raise AssertionError("no vault here")


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_reaches_the_desk_as_it_was_asked(desk: Desk, name: str) -> None:
    parameters = list(inspect.signature(getattr(Papier, name)).parameters.values())[1:]
    plain = tuple(object() for one in parameters if one.kind is not one.KEYWORD_ONLY)
    named = {one.name: object() for one in parameters if one.kind is one.KEYWORD_ONLY}
    paper = LatePaper(_no_vault, SystemClock(), "1.0")
    assert getattr(paper, name)(*plain, **named) == name
    assert desk.asked == [(name, plain, named)]


def test_the_desk_opens_once_and_only_when_something_is_asked(desk: Desk) -> None:
    clock, forms = SystemClock(), Path("eigen")
    paper = LatePaper(_no_vault, clock, "1.0", forms)
    assert desk.opened == []
    paper.stuk("q-1")
    paper.formulieren()
    assert desk.opened == [(_no_vault, clock, "1.0", forms, order(DESKTOP, [PROOF]))]
