"""Starts other processes of this product: one place that knows how a program finds itself.

From source and from a wheel a program is a module of the running Python; in a bundle (PyInstaller) there is
no Python to ask, and both programs lie beside each other in one folder.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DESKTOP = "leerplicht_desktop"
SERVER = "leerplicht_server"

NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""For ``creationflags``: a child never opens a console of its own (Windows; 0 elsewhere)."""


def in_bundle() -> bool:
    """Whether this is a program of a bundle, without a Python of its own to ask."""
    return bool(getattr(sys, "frozen", False))


def order(program: str, arguments: list[str]) -> list[str]:
    """The command that starts ``program`` (:data:`DESKTOP` or :data:`SERVER`) of this very installation."""
    if not in_bundle():
        return [sys.executable, "-m", program, *arguments]
    own = Path(sys.executable)
    beside = own if program == DESKTOP else own.with_name(program.replace("_", "-") + own.suffix)
    return [str(beside), *arguments]
