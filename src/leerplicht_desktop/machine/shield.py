"""What the system would copy out of this process: no core dump, no error report, no look into its memory.

Replacing the process (:mod:`leerplicht_desktop.machine.lock`) makes it dumpable again, so this is the first
thing that each start does.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

from leerplicht_desktop.machine.children import DESKTOP, order

_SET_DUMP = 4  # PR_SET_DUMPABLE
_SILENT = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def shield_process() -> None:
    """Keep the memory of this process to itself. What a system refuses does not stop the program."""
    if sys.platform == "win32":
        _without_error_reports()
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit does not stop a dump that goes to a program; this does, and shuts /proc for others.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_SET_DUMP, 0, 0, 0, 0)


def _without_error_reports() -> None:
    linked = getattr(ctypes, "windll", None)
    with suppress(OSError, AttributeError):
        linked.kernel32.SetErrorMode(_SILENT)  # type: ignore[union-attr]
        linked.wer.WerAddExcludedApplication(Path(order(DESKTOP, [])[0]).name, 0)  # type: ignore[union-attr]
