"""A lock replaces the process, so that no key and no name is left in memory (measured: after closing the
vault in the same process hundreds of names were still there; after a new process none).
"""

from __future__ import annotations

import os
import subprocess
import sys

from leerplicht_desktop.machine.children import DESKTOP, NO_WINDOW, order


def restart_process(arguments: list[str]) -> None:
    """Start the program afresh in the place of this one. Does not return."""
    new = order(DESKTOP, arguments)
    if sys.platform == "win32":
        subprocess.Popen(new, close_fds=True, creationflags=NO_WINDOW)
        os._exit(0)
    os.execv(new[0], new)  # noqa: S606 - the program itself, without a shell
