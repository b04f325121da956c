"""The files that the screens show: fonts, icons, design tokens."""

from importlib.resources.abc import Traversable

from leerplicht_desktop.domain.wet.hulpbron import hulpbron, hulpbronnen


def root() -> Traversable:
    """The folder of resources. Raises `ModuleNotFoundError` when the installation is damaged."""
    return hulpbronnen()


def read_bytes(*path: str) -> bytes:
    """The content of one resource, such as `read_bytes("fonts", "inter", "Inter-Bold.otf")`."""
    return hulpbron(*path).read_bytes()


def read_text(*path: str) -> str:
    """The text of one resource, read as UTF-8."""
    return hulpbron(*path).read_text(encoding="utf-8")
