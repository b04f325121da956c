"""The tests of bootstrap make real windows: the fixtures of the screens hold here too."""

from tests.ui.conftest import _dressed, _nothing_left

__all__ = ["_dressed", "_nothing_left"]
