"""The command line of both programs: argparse in Dutch, and streams that may be gone or poor.

A windowed program has no streams at all (``sys.stdout`` is None under PyInstaller without a console and under
pythonw), a Windows console speaks cp850 or cp1252, a disk may be full: none of these ends in a traceback.
"""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn, TextIO

_DISTRIBUTION = "leerplicht-desktop"
_UNWRITABLE = frozenset({errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF, errno.EINVAL})
"""What a stream says that cannot be written to any more; EINVAL is a closed pipe on Windows."""
OUTPUT_LOST = 74
"""Exit status when the answer could not be written (EX_IOERR of sysexits.h)."""


class DutchParser(argparse.ArgumentParser):
    """argparse in Dutch; its help and its errors too. ``--version`` is known everywhere."""

    _DUTCH = (
        ("usage:", "gebruik:"),
        ("positional arguments:", "argumenten:"),
        ("options:", "opties:"),
        ("show this help message and exit", "toon deze hulp"),
        ("the following arguments are required", "dit ontbreekt"),
        ("unrecognized arguments", "dit is niet bekend"),
        ("invalid choice", "niet bekend"),
        ("choose from", "kies uit"),
        ("invalid int value", "geen getal"),
        ("expected one argument", "hier hoort iets achter"),
        ("expected at least one argument", "hier hoort iets achter"),
        ("not allowed with argument", "gaat niet samen met"),
        ("ignored explicit argument", "hier hoort niets achter"),
        ("ambiguous option", "dit kan meer betekenen"),
        ("could match", "kies uit"),
        ("one of the arguments", "geef één van"),
        (" is required", ""),
        ("argument ", ""),
    )

    def format_help(self) -> str:
        """The help text."""
        return self._dutch(super().format_help())

    def format_usage(self) -> str:
        """The first lines of the help text."""
        return self._dutch(super().format_usage())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and stop with 2."""
        self.exit(2, f"{self.format_usage()}{self._dutch(message)}\nKijk met: {self.prog} --help\n")

    def tell_version(self) -> None:
        """Let the program answer ``--version``."""
        self.add_argument(
            "--version",
            action="version",
            version=f"{self.prog} {program_version()}",
            help="toon het versienummer",
        )

    def _dutch(self, text: str) -> str:
        for english, dutch in self._DUTCH:
            text = text.replace(english, dutch)
        return text


def program_version() -> str:
    """The version of what is installed, such as "0.1.0"; "onbekend" when nothing says so."""
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return "onbekend"


def run_guarded(run: Callable[[], int]) -> int:
    """Run a command with streams that exist and take every letter; the exit status.

    An answer that could not be written (a full disk, a pipe that was closed) is :data:`OUTPUT_LOST`, with a
    sentence on the error stream and without a traceback.
    """
    sys.stdout = _usable(sys.stdout)
    sys.stderr = _usable(sys.stderr)
    try:
        status = _status(run)
        sys.stdout.flush()
    except OSError as fault:
        if fault.errno not in _UNWRITABLE or fault.filename is not None:
            raise
        return _lost(fault)
    return status


def _status(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as end:  # argparse ends so after a help, a version or a mistake
        return end.code if isinstance(end.code, int) else 0


def _usable(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def _lost(fault: OSError) -> int:
    # What is still in the buffer would raise again when Python ends.
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the program
    if fault.errno != errno.EPIPE:  # who closes a pipe knows it
        try:
            sys.stderr.write(f"De uitvoer kon niet worden geschreven: {_why(fault)}.\n")
            sys.stderr.flush()
        except OSError:
            pass
    return OUTPUT_LOST


def _why(fault: OSError) -> str:
    if fault.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "de schijf is vol"
    return "de plaats waar hij heen moest, neemt niets meer aan"
