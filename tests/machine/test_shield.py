"""Nothing is dumped from the program: not at its first start, and not after it replaced itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it would dump")

_SAY = (
    "import ctypes, resource; "
    "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
)
_SHIELD = "from leerplicht_desktop.machine.shield import shield_process; shield_process(); "
_AGAIN = "import os, sys; os.execv(sys.executable, [sys.executable, '-c', sys.argv[1]])"


def _said(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_shielded_process_leaves_no_core() -> None:
    assert _said(_SHIELD + _SAY) == "0 (0, 0)"


def test_a_replaced_process_has_to_shield_itself_again() -> None:
    assert _said(_SHIELD + _AGAIN, _SAY).startswith("1 ")  # why each start does it first
    assert _said(_SHIELD + _AGAIN, _SHIELD + _SAY) == "0 (0, 0)"


def test_a_window_shields_itself_before_anything_else() -> None:
    program = (
        "import sys\n"
        "from leerplicht_desktop.machine import shield\n"
        "def stop(): raise SystemExit('shielded, with Qt' if 'PySide6.QtWidgets' in sys.modules and "
        "sys.modules['PySide6.QtWidgets'].QApplication.instance() else 'shielded')\n"
        "shield.shield_process = stop\n"
        "from leerplicht_desktop.bootstrap import start\n"
        "start.open_window([], None)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False
    )
    assert done.stderr.strip() == "shielded"
