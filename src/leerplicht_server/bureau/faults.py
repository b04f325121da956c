"""Why a page is not given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .gate import Visitor


class SignInFirstError(Exception):
    """Nobody is signed in; ``fresh``: there was no cookie at all."""

    def __init__(self, *, fresh: bool) -> None:
        super().__init__()
        self.fresh = fresh


class NoRightError(Exception):
    """His roles do not have the right that the page asks."""

    def __init__(self, visitor: Visitor, right: str) -> None:
        super().__init__(right)
        self.visitor = visitor
        self.right = right


class ForeignFormError(Exception):
    """A form that we did not give to this session, or that is too large."""
