"""``leerplicht-server`` and ``python -m leerplicht_server``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .cli import run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says whether all of it was done."""
    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
