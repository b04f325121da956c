"""Bytes from outside are opened in a process of its own, with little memory and little time.

A file of three kilobytes can ask for gigabytes or for a year of work, and pdfium ends its whole process when
memory runs out. So a child opens it within bounds; what it cannot do is refused. The bytes go through a pipe,
never through a file.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SECONDEN = 40
"""How long the child may take, in seconds."""
GEHEUGEN = 1024 * 1024 * 1024
"""What the child may ask for, in bytes. Windows knows no such bound: there the time alone protects."""


class TeZwaar(Exception):  # noqa: N818 - said of the file, not of the program
    """The child did not come back with an answer in its time and memory."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What the child says: words and numbers, and bytes such as a picture."""

    gezegd: Mapping[str, object]
    bytes_: bytes = b""

    def getal(self, naam: str) -> int:
        """A number the child said. Raises ``TeZwaar`` when it said none: then it was not itself."""
        waarde = self.gezegd.get(naam)
        if not isinstance(waarde, int):
            raise TeZwaar
        return waarde

    def tekst(self, naam: str) -> str:
        """A word the child said; empty when it said none."""
        waarde = self.gezegd.get(naam, "")
        return waarde if isinstance(waarde, str) else ""


def vraag(opdracht: Sequence[str], data: bytes) -> Antwoord:
    """Have ``data`` opened by the command ``opdracht``, which ends in ``antwoord``. Raises ``TeZwaar``."""
    try:
        af = subprocess.run(
            opdracht,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDEN + 5,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
        kop, _, rest = af.stdout.partition(b"\n")
        gezegd = json.loads(kop)
    except (subprocess.TimeoutExpired, ValueError, OSError) as fout:
        raise TeZwaar from fout
    if not isinstance(gezegd, dict):
        raise TeZwaar
    return Antwoord(gezegd, rest)


def gekregen() -> bytes:
    """In the child: everything on standard input; from here on the bounds hold.

    It works on file descriptors: a program without a console has no ``sys.stdin``.
    """
    with open(0, "rb", closefd=False) as invoer:
        data = invoer.read()
    _begrens()
    return data


def antwoord(gezegd: Mapping[str, object], bytes_: bytes = b"") -> int:
    """In the child: the answer, on standard output. Returns 0, the exit status."""
    with open(1, "wb", closefd=False) as uitvoer:
        uitvoer.write(json.dumps(gezegd).encode() + b"\n" + bytes_)
    return 0


def _begrens() -> None:
    if sys.platform == "win32":
        return
    import resource

    for wat, grens in (
        (resource.RLIMIT_AS, GEHEUGEN),
        (resource.RLIMIT_CPU, SECONDEN),
        (resource.RLIMIT_CORE, 0),  # what was in memory must not land on the disk
    ):
        with contextlib.suppress(ValueError, OSError):  # the system may already be stricter
            resource.setrlimit(wat, (grens, grens))
