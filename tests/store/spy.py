"""Spies on what must reach the disk: they count what the real calls did, and change nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leerplicht_desktop.store.vault import SqlKluis


@contextmanager
def forced_files(folder: Path) -> Iterator[list[str]]:
    """What was forced to the disk or renamed under ``folder``, in order.

    ``force NAME SIZE`` for a file, ``force NAME/`` for a folder (``./`` is ``folder`` itself), and
    ``NAME -> NAME`` for a rename. Reads the name of a descriptor from /proc, so on Linux only.
    """
    seen: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def name(path: Path) -> str:
        return str(path.relative_to(folder)) if path != folder else "."

    def spied_fsync(descriptor: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        inside = path == folder or folder in path.parents
        if inside and path.is_dir():
            seen.append(f"force {name(path)}/")
        elif inside:
            seen.append(f"force {name(path)} {os.fstat(descriptor).st_size}")
        fsync(descriptor)

    def spied_replace(self: Path, target: Path) -> Path:
        if folder in self.parents:
            seen.append(f"{name(self)} -> {name(target)}")
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", spied_fsync)
        patch.setattr(Path, "replace", spied_replace)
        yield seen


@contextmanager
def forced_commits(kluis: SqlKluis) -> Iterator[list[str]]:
    """The level at which SQLite forces each write transaction of an open vault: FULL or NORMAL, in order."""
    connection = kluis._here().session._connection
    level = ["NORMAL"]
    seen: list[str] = []

    def hear(statement: str) -> None:
        words = statement.replace("=", " ").split()
        if words[:2] == ["PRAGMA", "synchronous"]:
            level[:] = words[2:]
        elif words[:1] in (["COMMIT"], ["UPDATE"]) and (words[0] == "COMMIT" or words[1] == "kanarie"):
            seen.extend(level)

    connection.set_trace_callback(hear)
    try:
        yield seen
    finally:
        connection.set_trace_callback(None)
