"""``leerplicht-server`` and ``python -m leerplicht_server``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from leerplicht_protocol.console import run_guarded

from .cli import run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says whether all of it was done."""
    words = sys.argv[1:] if arguments is None else arguments
    return run_guarded(lambda: run(words))


if __name__ == "__main__":
    sys.exit(main())
