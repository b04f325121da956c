"""Opens a page in the browser of the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_CHANGED = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH")
"""What a bundle sets for its own libraries; PyInstaller keeps the value of before as ``_ORIG``."""


def open_page(address: str) -> bool:
    """Whether something was found that shows ``address``. Only ever called on a click."""
    opener = shutil.which("xdg-open") if sys.platform == "linux" and hasattr(sys, "_MEIPASS") else None
    if opener is None:
        return QDesktopServices.openUrl(QUrl(address))
    # The browser would load the libraries of the bundle, and Qt gives its child no other environment.
    subprocess.Popen([opener, address], env=clean(os.environ), start_new_session=True)
    return True


def clean(environment: os._Environ[str] | dict[str, str]) -> dict[str, str]:
    """The environment as it was before a bundle started in it."""
    outside = {name: value for name, value in environment.items() if not name.endswith("_ORIG")}
    for name in _CHANGED:
        outside.pop(name, None)
        if f"{name}_ORIG" in environment:
            outside[name] = environment[f"{name}_ORIG"]
    return outside
