"""What an administrator does on the command line, with who and why, as lines of the journal."""

from __future__ import annotations

import argparse
import getpass
import os
from collections.abc import Sequence

from sqlalchemy.engine import Connection

from . import journal, practice
from .errors import ServerError
from .journal import Entry, What

UNTOLD = "niet opgegeven"


def operator() -> str:
    """The user of the operating system who gives a command; behind sudo also who he is himself."""
    try:
        user = getpass.getuser() if os.name == "nt" else _of_number(os.getuid())
    except (ImportError, KeyError, OSError):
        user = "onbekend"
    behind = os.environ.get("SUDO_USER", "")
    return f"os:{user} (sudo van {behind})" if behind and user == "root" else f"os:{user}"


def _of_number(number: int) -> str:
    # Not by the environment, which whoever types the command can set as he likes.
    import pwd

    return pwd.getpwuid(number).pw_name


def note(
    connection: Connection, options: argparse.Namespace, what: What, on: Sequence[str] = (), more: str = ""
) -> None:
    """Add the line; the last statement of the act. ``more`` stands before the reason."""
    why = "; ".join(filter(None, (more, options.reden or UNTOLD)))
    journal.append(connection, Entry(operator(), what, on, why))


def demand_reason(connection: Connection, options: argparse.Namespace) -> None:
    """Of real people nothing is read or taken away without a reason. Raises ServerError."""
    if not options.reden.strip() and not practice.is_practice(connection):
        raise ServerError("Zeg met --reden waarom je dit doet. Dat komt in het journaal.")
