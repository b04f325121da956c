"""A PDF from outside is drawn once in a process of its own, before it may come into the vault.

A file of three kilobytes can ask for gigabytes or for a year of work, and pdfium ends its whole process when
memory runs out. So a child draws every page small, within bounds; what it cannot draw is refused. The bytes
go through a pipe, never through a file.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BLADZIJDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SECONDEN = 40
"""How long all pages may take to draw, in seconds."""
GEHEUGEN = 1024 * 1024 * 1024
"""What the child may ask for, in bytes. Windows knows no such bound: there the time alone protects."""
_DPI = 24
_NIETS = "Er is niets toegevoegd."
_TE_ZWAAR = (
    "Deze pdf vraagt te veel van de laptop.",
    f"Druk hem af naar een nieuwe pdf, of voeg de bladzijden toe als foto. {_NIETS}",
)
_MEER = {
    "script": "een script",
    "bestand": "een ingesloten bestand",
    "opdracht": "een opdracht om iets te starten",
}
_VERBORGEN = {
    rb"/(?:JavaScript|JS)\b": "script",
    rb"/EmbeddedFiles?\b": "bestand",
    rb"/Launch\b": "opdracht",
}
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proef:
    """How many pages there are, and what else the file carries: ``script``, ``bestand``, ``opdracht``."""

    bladzijden: int
    meer: tuple[str, ...] = ()

    @property
    def waarschuwing(self) -> str:
        """What the officer should know; empty when there is nothing but pages."""
        if not self.meer:
            return ""
        wat = " en ".join(_MEER[een] for een in self.meer)
        return (
            f"In deze pdf zit {wat}. Dit programma doet daar niets mee. "
            "Wees voorzichtig als je hem buiten de kluis opent."
        )


def proefdruk(data: bytes, opdracht: Sequence[str]) -> Proef:
    """Have ``data`` drawn by the command ``opdracht``, which runs ``beproef`` in another process.

    Raises ``PapierProblem`` for what is no PDF, asks for a password, has no pages or too many, or takes more
    than ``SECONDEN`` or ``GEHEUGEN``.
    """
    geen_venster = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        af = subprocess.run(
            opdracht,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDEN + 5,
            creationflags=geen_venster,
            check=False,
        )
        antwoord = json.loads(af.stdout)
    except (subprocess.TimeoutExpired, ValueError, OSError) as fout:
        raise PapierProblem(*_TE_ZWAAR, (type(fout).__name__,)) from fout
    if "fout" in antwoord:
        raise _geweigerd(str(antwoord["fout"]))
    proef = Proef(int(antwoord["bladzijden"]), tuple(een for een in antwoord["meer"] if een in _MEER))
    if not 1 <= proef.bladzijden <= MAX_BLADZIJDEN:
        raise PapierProblem(
            f"Deze pdf heeft {proef.bladzijden} bladzijden.",
            f"Kies er een met 1 tot {MAX_BLADZIJDEN}. {_NIETS}",
        )
    return proef


def _geweigerd(fout: str) -> PapierProblem:
    if fout == "wachtwoord":
        return PapierProblem(
            "Deze pdf is met een wachtwoord beveiligd.",
            f"Open hem met het wachtwoord, sla hem op zonder beveiliging en kies hem opnieuw. {_NIETS}",
        )
    if fout == "zwaar":
        return PapierProblem(*_TE_ZWAAR)
    return PapierProblem("Dit bestand is geen leesbare pdf.", f"Kies een ander bestand. {_NIETS}")


def beproef() -> int:
    """The child: reads a PDF from standard input, answers in JSON on standard output. Returns 0.

    It works on file descriptors: a program without a console has no ``sys.stdin``.
    """
    with open(0, "rb", closefd=False) as invoer:
        data = invoer.read()
    _begrens()
    os.write(1, json.dumps(_antwoord(data)).encode())
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


def _antwoord(data: bytes) -> dict[str, object]:
    import pypdfium2

    from leerplicht_desktop.documents.preview import Preview

    try:
        with Preview(data) as pages:
            if pages.pages <= MAX_BLADZIJDEN:
                for index in range(pages.pages):
                    pages.picture(index, _DPI)
            return asdict(Proef(pages.pages, tuple(sorted(set(_meer(data))))))
    except PapierProblem as probleem:
        cause = probleem.__cause__
        if isinstance(cause, pypdfium2.PdfiumError) and cause.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            return {"fout": "wachtwoord"}
        return {"fout": "onleesbaar" if cause is not None else "zwaar"}
    except MemoryError:
        return {"fout": "zwaar"}


def _meer(data: bytes) -> Iterator[str]:
    """What the names in the file give away, also those that are packed in object streams.

    A courtesy, not a guard: a name can be written so that this misses it, and nothing is run either way.
    """
    packed = (data[found.end() :] for found in _OBJECT_STREAM.finditer(data))
    for part in (data, *(_unpacked(one) for one in packed)):
        for pattern, what in _VERBORGEN.items():
            if re.search(pattern, part):
                yield what


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 8 * 1024 * 1024)
    except zlib.error:
        return b""
