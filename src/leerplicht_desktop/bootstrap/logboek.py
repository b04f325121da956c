"""The log: what the program did, never what it was about.

Lines carry the time, the module and a fixed English sentence with counts and codes. Exception texts may hold
what somebody typed, so only the type and the place of a failure are written.
"""

from __future__ import annotations

import logging
import logging.handlers
import sys
import traceback
from pathlib import Path
from types import TracebackType

_VORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


class ZonderTekst(logging.Formatter):
    """Writes a failure as type and places, without its text and without local values."""

    def formatException(self, ei: _Fout) -> str:
        """The type of the failure and the lines it passed."""
        soort, _, spoor = ei
        plaatsen = " < ".join(
            f"{Path(stap.filename).name}:{stap.lineno}" for stap in reversed(traceback.extract_tb(spoor))
        )
        return f"{soort.__name__ if soort else '?'} at {plaatsen}"


_Fout = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def begin(map_: Path) -> None:
    """Write to ``map_``/leerplicht.log: five files of half a megabyte at most."""
    vorm = ZonderTekst(_VORM)
    bestand = logging.handlers.RotatingFileHandler(
        map_ / "leerplicht.log", maxBytes=512_000, backupCount=4, encoding="utf-8", delay=True
    )
    bestand.setFormatter(vorm)
    wortel = logging.getLogger()
    wortel.handlers[:] = [bestand]
    wortel.setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    sys.unraisablehook = lambda fout: logging.getLogger("unraisable").error(
        "%s", type(fout.exc_value).__name__
    )
