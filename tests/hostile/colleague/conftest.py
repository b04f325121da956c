"""The municipality that a hostile colleague has an account at, on each kind of database."""

from tests.server.conftest import database, office
from tests.servers import (
    _bare_postgres,
    _seeded_file,
    _seeded_postgres,
    database_url,
    postgres_server,
    seeded_url,
)

__all__ = [
    "_bare_postgres",
    "_seeded_file",
    "_seeded_postgres",
    "database",
    "database_url",
    "office",
    "postgres_server",
    "seeded_url",
]
