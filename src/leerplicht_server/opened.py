"""The database of the settings, for a command of the administrator."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from . import settings
from .database import Database, open_database
from .migrate import migrate


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple[Database, settings.Settings]]:
    """The database of the settings, brought to this version."""
    chosen = settings.load(options.config)
    database = open_database(chosen.database)
    try:
        migrate(database)
        yield database, chosen
    finally:
        database.close()
