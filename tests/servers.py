"""Fixtures for whoever needs a municipal server: a database of each kind, and the real server process.

Use them with ``pytest_plugins`` or by importing the fixtures in a conftest.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_server import practice, schema
from leerplicht_server.database import Database, open_database
from leerplicht_server.migrate import migrate
from leerplicht_server.practice_data import seed
from tests import postgres

_WAIT_SECONDS = 60


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL for the whole session; started by the first test that asks."""
    with postgres.running() as folder:
        yield folder


_EACH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=_EACH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which nothing stands, not even a table; of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'gemeente.db'}"
        return
    with postgres.fresh_database(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture(params=_EACH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with its tables and nothing in them: each test runs on both kinds.

    A copy, for building the tables anew takes five times as long.
    """
    if request.param == "sqlite":
        bare_database(tmp_path / "gemeente.db").close()
        yield f"sqlite:///{tmp_path / 'gemeente.db'}"
        return
    template = request.getfixturevalue("_bare_postgres")
    with postgres.fresh_database(request.getfixturevalue("postgres_server"), template) as url:
        _own_identity(open_database(url)).close()
        yield url


def bare_database(path: Path) -> Database:
    """A new municipality in a file of SQLite: its tables, its identity, nothing else. To be closed."""
    path.write_bytes(_bare_bytes())
    return _own_identity(open_database(f"sqlite:///{path}"))


@cache
def _bare_bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leeg.db"
        _migrate(f"sqlite:///{path}")
        return path.read_bytes()


def _own_identity(database: Database) -> Database:
    """No two municipalities have one epoch, nor one key of their cursors."""
    with database.write() as connection:
        for name, value in (("epoch", f"e-{uuid.uuid4().hex}"), ("cursor", secrets.token_hex(32))):
            where = schema.meta.c.naam == name
            assert connection.execute(sa.update(schema.meta).where(where).values(waarde=value)).rowcount == 1
    return database


def _migrate(url: str) -> None:
    database = open_database(url)
    try:
        migrate(database)
    finally:
        database.close()


@pytest.fixture(scope="session")
def _bare_postgres(postgres_server: str) -> Iterator[str]:
    with postgres.fresh_database(postgres_server) as url:
        _migrate(url)
        yield url


def _seed(url: str) -> None:
    database = open_database(url)
    try:
        migrate(database)
        seed(database)
    finally:
        database.close()


@pytest.fixture(scope="session")
def _seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("oefendata") / "gemeente.db"
    _seed(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def _seeded_postgres(postgres_server: str) -> Iterator[str]:
    with postgres.fresh_database(postgres_server) as url:
        _seed(url)
        yield url


@pytest.fixture(params=_EACH)
def seeded_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with the practice data; each test has its own copy, of each kind."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("_seeded_file"), tmp_path / "gemeente.db")
        yield f"sqlite:///{copy}"
        return
    like = request.getfixturevalue("_seeded_postgres")
    with postgres.fresh_database(request.getfixturevalue("postgres_server"), like) as url:
        yield url


@dataclass
class ServerProcess:
    """The real ``leerplicht-server`` on loopback; may be stopped, killed and started again."""

    database_url: str
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What it said on standard error so far."""
        path = self.folder / "server.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def start(self) -> None:
        """Start; a second time on the same port, so that a laptop finds it again."""
        assert self._process is None, "it runs already"
        port_file = self.folder / "port"
        port_file.unlink(missing_ok=True)
        arguments = ["serve", "--port", str(self.port), "--port-file", str(port_file), *self.arguments]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "leerplicht_server", *arguments],
                env=self._env(),
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + _WAIT_SECONDS
        while not port_file.exists():
            assert self._process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)
        self.port = int(port_file.read_text(encoding="ascii"))

    def stop(self) -> None:
        """Ask it to stop, and wait."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=_WAIT_SECONDS)
            self._process = None

    def kill(self) -> None:
        """No goodbye: as when the power fails."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=_WAIT_SECONDS)
            self._process = None

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run another command of the server on the same database, e.g. ``toon``."""
        return subprocess.run(
            [sys.executable, "-m", "leerplicht_server", *arguments],
            env=self._env(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def _env(self) -> dict[str, str]:
        own = {
            "LEERPLICHT_SERVER_DATABASE": self.database_url,
            "PYTHONIOENCODING": "utf-8",
        }
        return {**os.environ, **own, **self.environment}


def for_practice(database_url: str) -> None:
    """A database of a file that is not there yet is one to practise with; any other stays what it is."""
    place = database_url.removeprefix("sqlite:///")
    if place == database_url or Path(place).exists():
        return
    database = open_database(database_url)
    try:
        migrate(database)
        with database.write() as connection:
            practice.claim(connection)
    finally:
        database.close()


@contextmanager
def server(
    database_url: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    arguments: Sequence[str] = (),
) -> Iterator[ServerProcess]:
    """A running server on a database, ended with the block; a new one without settings is for practice."""
    if "LEERPLICHT_SERVER_CONFIG" not in (environment or {}):
        for_practice(database_url)
    process = ServerProcess(database_url, folder, environment or {}, arguments)
    process.start()
    try:
        yield process
    finally:
        process.kill()
