"""Acts work at a desk: in memory, and in a real vault."""

from tests.casework.desk import desk

__all__ = ["desk"]
