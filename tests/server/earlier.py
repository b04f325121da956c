"""A database as an earlier version of the server left it."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

_MADE_BY = {
    "0012": ("journaal",),
    "0019": ("merk",),
    "0020": ("toewijzingsgrond", "gebied", "mandaat"),
    "0021": ("bewaarder", "kluisherstel"),
}
"""Version -> the tables it made. A new one that makes tables has its line here."""


def put_back(connection: Connection, version: str) -> None:
    """Take away the tables of later versions; their columns a test takes away itself."""
    along = (
        " CASCADE" if connection.dialect.name == "postgresql" else ""
    )  # rules that name a table go with it
    for later, tables in _MADE_BY.items():
        for table in tables if later > version else ():
            connection.execute(sa.text(f"DROP TABLE {table}{along}"))
    connection.execute(sa.text("UPDATE alembic_version SET version_num = :version"), {"version": version})
