"""The log: what the program did, never what it was about.

Lines carry the time, the module and a fixed English sentence with counts and codes. Exception texts may hold
what somebody typed, so only the type and the place of a failure are written.
"""

from __future__ import annotations

import io
import logging
import logging.handlers
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

_FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


class WithoutText(logging.Formatter):
    """Writes a failure as type and places, without its text and without local values."""

    def formatException(self, ei: _Fault) -> str:
        """The type of the failure and the lines it passed."""
        kind, _, trace = ei
        places = " < ".join(
            f"{Path(step.filename).name}:{step.lineno}" for step in reversed(traceback.extract_tb(trace))
        )
        return f"{kind.__name__ if kind else '?'} at {places}"


_Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _OwnFile(logging.handlers.RotatingFileHandler):
    """A log that nobody else on this machine can read."""

    def _open(self) -> io.TextIOWrapper:
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)
        return stream


def begin(map_: Path) -> None:
    """Write to ``map_``/leerplicht.log: five files of half a megabyte at most."""
    form = WithoutText(_FORM)
    file = _OwnFile(map_ / "leerplicht.log", maxBytes=512_000, backupCount=4, encoding="utf-8", delay=True)
    file.setFormatter(form)
    root = logging.getLogger()
    root.handlers[:] = [file]
    root.setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    sys.unraisablehook = lambda fault: logging.getLogger("unraisable").error(
        "%s", type(fault.exc_value).__name__
    )
