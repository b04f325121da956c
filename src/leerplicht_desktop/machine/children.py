"""Starts other processes of this product: one place that knows how a program finds itself.

From source and from a wheel a program is a module of the running Python; in a bundle (PyInstaller) there is
no Python to ask, and both programs lie beside each other in one folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
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


def wait_for_end(number: int, patience: float) -> bool:
    """Wait until process ``number`` is no more, at most ``patience`` seconds; whether it ended."""
    if sys.platform == "win32":
        import ctypes

        wanted, ended = 0x00100000, 0
        handle = ctypes.windll.kernel32.OpenProcess(wanted, False, number)
        if not handle:
            return True
        try:
            return int(ctypes.windll.kernel32.WaitForSingleObject(handle, int(patience * 1000))) == ended
        finally:
            ctypes.windll.kernel32.CloseHandle(handle)
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False  # somebody else's
        if _is_left_over(number):
            return True
        time.sleep(0.05)
    return False


def _is_left_over(number: int) -> bool:
    """Whether ``number`` ended and only waits for its parent to hear it."""
    try:
        return Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except (OSError, IndexError, UnicodeDecodeError):
        return False
