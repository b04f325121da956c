"""The lines of a text file, whatever ends them: LF, CRLF, a lone CR, or all of these in one file.

UTF-8 is read, with or without its mark, and UTF-16 or UTF-32 with one. Any other character set is a guess,
and a wrong guess damages names unseen: it is only used when the administrator names it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leerplicht_server.errors import InputError

CHARSETS = {"utf-8": "utf-8", "windows-1252": "cp1252", "latin-9": "iso8859-15", "macintosh": "mac_roman"}
"""What an administrator can name, and how Python calls it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 20
_FILE_END = "\x1a"
"""Ctrl+Z: what older programs still write behind the last line."""
_LONGEST_LINE = 4 << 20


@dataclass(frozen=True)
class TextFile:
    """A file that was found to be text; ``encoding`` as Python names it."""

    path: Path
    encoding: str

    def lines(self) -> Iterator[tuple[int, str]]:
        """Every line with its number from 1, without its end. Raises InputError."""
        try:
            with self.path.open(encoding=self.encoding, newline=None) as stream:
                number = 0
                while line := stream.readline(_LONGEST_LINE):
                    number += 1
                    yield number, line.removesuffix("\n") if line.endswith("\n") else line.rstrip(_FILE_END)
        except OSError as fault:
            raise _unreadable(self.path, fault) from None


def open_text(path: Path, charset: str = "") -> TextFile:
    """The file at ``path``, read once to its end to see that all of it is text. Raises InputError."""
    if not path.is_file():
        raise InputError(f"{path} is geen bestand. Controleer de naam en de map.")
    try:
        encoding = _encoding(path, charset)
        filled = _check(path, encoding)
    except OSError as fault:
        raise _unreadable(path, fault) from None
    if not filled:
        raise InputError(f"{path.name} is leeg.")
    return TextFile(path, encoding)


def _encoding(path: Path, charset: str) -> str:
    with path.open("rb") as stream:
        start = stream.read(4)
    return next((name for mark, name in _MARKS if start.startswith(mark)), CHARSETS[charset or "utf-8"])


def _check(path: Path, encoding: str) -> bool:
    """Whether there is anything but white space. Raises InputError at the first byte that is no text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, filled, after_cr = 1, False, False
    with path.open("rb") as stream:
        while True:
            block = stream.read(_BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as fault:
                at = line + _ends(bytes(fault.object[: fault.start]).decode("latin-1"), after_cr=after_cr)
                raise _wrong_set(path, encoding, at) from None
            if "\0" in text:
                raise InputError(f"{path.name} is geen tekstbestand. Sla het op als CSV UTF-8.")
            line += _ends(text, after_cr=after_cr)
            filled = filled or bool(text.strip("\ufeff \t\r\n"))
            if not block:
                return filled
            after_cr = text.endswith("\r") if text else after_cr


def _ends(text: str, *, after_cr: bool) -> int:
    """How many lines end in a text; a CRLF that two blocks share counts once."""
    shared = after_cr and text.startswith("\n")
    return text.count("\n") + text.count("\r") - text.count("\r\n") - shared


def _wrong_set(path: Path, encoding: str, line: int) -> InputError:
    if encoding != "utf-8":
        return InputError(
            f"{path.name} is beschadigd of heeft een andere tekenset dan gekozen (regel {line}). "
            "Sla het bestand opnieuw op als CSV UTF-8."
        )
    return InputError(
        f"{path.name} is niet in UTF-8 opgeslagen (regel {line}): namen zouden verminkt raken. "
        "Sla het bestand opnieuw op als CSV UTF-8. Weet je zeker welke tekenset het is, geef die dan op met "
        "--tekenset; een rekenprogramma op Windows schrijft vaak windows-1252."
    )


def _unreadable(path: Path, fault: OSError) -> InputError:
    return InputError(f"{path} is niet te lezen ({type(fault).__name__}).")
