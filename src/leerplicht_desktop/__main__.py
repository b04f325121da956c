"""``leerplicht-desktop``: the program, its practice environment and its self-test."""

from __future__ import annotations

import sys


def main() -> int:
    """Read the words on the command line and go; the exit status is 0 unless something could not be done."""
    from leerplicht_desktop.bootstrap.commands import run
    from leerplicht_desktop.practice.commands import PracticeCommands
    from leerplicht_protocol.console import run_guarded

    return run_guarded(lambda: run(sys.argv[1:], PracticeCommands()))


if __name__ == "__main__":
    sys.exit(main())
