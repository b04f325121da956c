"""A real PostgreSQL for the tests: Debian's package, in a temporary folder, on a socket of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

_WAIT_SECONDS = 60
_USER = "leerplicht"


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    if on_path := shutil.which("postgres"):
        return Path(on_path).resolve().parent
    if sys.platform == "linux":
        pytest.fail(
            "PostgreSQL is missing; install it with: apt-get install --no-install-recommends postgresql"
        )
    pytest.skip("PostgreSQL is not installed on this machine")


def _unprivileged() -> tuple[list[str], int]:
    """PostgreSQL refuses to run as root: the prefix that makes it somebody else, and who."""
    if os.geteuid() != 0:
        return [], os.geteuid()
    user = pwd.getpwnam("postgres")
    ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["setpriv", *ids, "--pdeathsig", "KILL", "--"], user.pw_uid


@contextmanager
def running() -> Iterator[str]:
    """The folder of the socket of a PostgreSQL that lives as long as the block."""
    programs = _programs()
    prefix, uid = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="lp-pg-", dir="/tmp"))
    os.chown(folder, uid, -1)
    try:
        init = [*prefix, str(programs / "initdb"), "-D", str(folder / "data"), "-U", _USER, "-A", "trust"]
        subprocess.run(
            [*init, "-E", "UTF8", "--locale=C.UTF-8", "-N"], check=True, capture_output=True, cwd="/"
        )
        with (folder / "log").open("wb") as log:
            command = [*prefix, str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder)]
            settings = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off"]
            process = subprocess.Popen([*command, *settings], stdout=log, stderr=log, cwd="/")
        try:
            _await(process, str(folder))
            yield str(folder)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _await(process: subprocess.Popen[bytes], folder: str) -> None:
    deadline = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(psycopg.OperationalError):
            psycopg.connect(host=folder, user=_USER, dbname="postgres").close()
            return
        time.sleep(0.05)
    pytest.fail(f"PostgreSQL did not start (exit code {process.poll()})")


@contextmanager
def fresh_database(folder: str, like: str = "") -> Iterator[str]:
    """The SQLAlchemy address of a database that is dropped afterwards; empty, or a copy of ``like``."""
    name = f"t_{uuid.uuid4().hex}"
    template = like.partition("@/")[2].partition("?")[0] or "template1"
    with psycopg.connect(host=folder, user=_USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        try:
            yield f"postgresql+psycopg://{_USER}@/{name}?host={folder}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
