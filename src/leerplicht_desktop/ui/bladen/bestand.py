"""Files outside the vault: a document is written whole or not at all, an attachment read within bounds."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from leerplicht_desktop.casework.problems import BekendProbleem

_VOL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DICHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


_HOOGSTENS = 64 * 1024 * 1024
"""What is read into memory at all, in bytes; the paper layer sets its own bounds below this."""


class BestandOnleesbaar(BekendProbleem):
    """The file could not be opened."""

    bericht = "Dit bestand kan niet worden gelezen."
    remedie = "Kijk of de USB-stick of de map er nog is, of kies een ander bestand. Er is niets toegevoegd."


class BestandWeg(BestandOnleesbaar):
    """It is not there (any more)."""

    bericht = "Dit bestand is er niet meer."


class BestandBezet(BestandOnleesbaar):
    """Another program holds it, or the officer may not read it."""

    bericht = "Dit bestand is in gebruik door een ander programma, of je mag het niet lezen."
    remedie = "Sluit het programma waarin het openstaat, of maak er een kopie van. Er is niets toegevoegd."


class BestandIsMap(BestandOnleesbaar):
    """A folder."""

    bericht = "Dit is een map, geen bestand."
    remedie = "Open de map en kies een foto of een pdf die erin staat. Er is niets toegevoegd."


class GeenGewoonBestand(BestandOnleesbaar):
    """A device, a pipe, a socket: reading it may never end."""

    bericht = "Dit is geen gewoon bestand."
    remedie = "Kies een foto of een pdf. Er is niets toegevoegd."


class BestandTeGroot(BekendProbleem):
    """The file is too large to look at."""

    bericht = f"Dit bestand is te groot: meer dan {_HOOGSTENS // 1024**2} MB."
    remedie = "Maak de foto of de scan kleiner en probeer het opnieuw. Er is niets toegevoegd."


class ExportMislukt(BekendProbleem):
    """The file could not be written; nothing was left behind."""

    bericht = "Het bestand kon niet worden opgeslagen."
    remedie = "Kies een andere plek."


class ExportSchijfVol(ExportMislukt):
    """No room at that place."""

    bericht = "Er is geen ruimte meer op de plek die je koos."
    remedie = "Maak daar ruimte vrij of kies een andere plek. Er is niets opgeslagen."


class ExportGeenToegang(ExportMislukt):
    """That place cannot be written."""

    bericht = "Op de plek die je koos mag niet worden geschreven."
    remedie = "Kies een andere map, bijvoorbeeld Documenten. Er is niets opgeslagen."


class ExportPlekWeg(ExportMislukt):
    """That place does not exist (any more)."""

    bericht = "De plek die je koos is er niet meer."
    remedie = "Kijk of de USB-stick of de netwerkmap nog verbonden is, of kies een andere plek."


def sla_op(inhoud: bytes, pad: Path) -> None:
    """Write ``inhoud`` to ``pad``; what stood there stays until the new file is whole on the disk.

    Raises ExportMislukt, or one that says why; then nothing new lies there.
    """
    deel = pad.with_name(f".{pad.name}.deel")
    try:
        # New and only for the officer from its first byte: what a crash left is not written through.
        deel.unlink(missing_ok=True)
        with open(deel, "xb", opener=_alleen_eigenaar) as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        deel.replace(pad)
    except OSError as fout:
        with suppress(OSError):
            deel.unlink(missing_ok=True)
        raise _vertaald(fout) from None


def _alleen_eigenaar(pad: str, wijze: int) -> int:
    return os.open(pad, wijze, 0o600)


def lees_bestand(pad: Path) -> bytes:
    """The bytes of the file, never more than what can be looked at. Raises BekendProbleem."""
    try:
        _eis_bestand(pad.stat().st_mode)
        with pad.open("rb") as bestand:
            inhoud = bestand.read(_HOOGSTENS + 1)
    except OSError as fout:
        raise _leesprobleem(fout) from None
    if len(inhoud) > _HOOGSTENS:
        raise BestandTeGroot
    return inhoud


def _eis_bestand(wijze: int) -> None:
    if stat.S_ISDIR(wijze):
        raise BestandIsMap
    if not stat.S_ISREG(wijze):
        raise GeenGewoonBestand


def _leesprobleem(fout: OSError) -> BestandOnleesbaar:
    if fout.errno in (errno.ENOENT, errno.ENOTDIR):
        return BestandWeg()
    if fout.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY):
        return BestandBezet()
    return BestandIsMap() if fout.errno == errno.EISDIR else BestandOnleesbaar()


def _vertaald(fout: OSError) -> ExportMislukt:
    if fout.errno in _VOL:
        return ExportSchijfVol()
    if fout.errno in _DICHT:
        return ExportGeenToegang()
    if fout.errno in (errno.ENOENT, errno.ENOTDIR):
        return ExportPlekWeg()
    return ExportMislukt()
