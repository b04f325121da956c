"""One program in a folder: a lock of the operating system on a file in it, held as long as the program runs.

``flock`` and not a record lock: reading the file once would lose that one. It outlives the replacement of the
process at a lock, because the descriptor is handed over; so nobody gets in between. It ends with the process,
however that ends, and a child that was started meanwhile does not keep it.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from leerplicht_desktop.casework.problems import AlleenLezen, AndereGebruiker, KluisBezet, SchijfVol

from .disk import refuse_network

FILE = "kluis.slot"
HANDED_OVER = "LEERPLICHT_SLOT"
"""Environment of the process that replaces this one: descriptor, device and inode, or ``wacht``."""
_WAIT = "wacht"
_PATIENCE = 10.0
"""Seconds a replaced process waits where a descriptor cannot be handed over."""
_PAUSE = 0.05
_NUMBER = 24
"""Bytes of the number of a process, blanks before it."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_OWNER_ONLY = 0o600
_BEHIND = 2**30
"""Windows locks bytes and keeps others from reading them: one far behind the number of the process."""

Place = tuple[int, int]


class FolderLock:
    """The lock of one folder. Who asks for it again in the same process shares it."""

    def __init__(self, descriptor: int, place: Place) -> None:
        self.descriptor = descriptor
        self.place = place
        self.holders = 0
        self.writer: object | None = None

    def write(self, who: object) -> None:
        """Only one in this process opens the file. Raises KluisBezet."""
        if self.writer is not None and self.writer is not who:
            raise KluisBezet(os.getpid())
        self.writer = who

    def written(self, who: object) -> None:
        """``who`` closed the file."""
        if self.writer is who:
            self.writer = None

    def hand_over(self) -> None:
        """Let the process that takes the place of this one have it, without a moment in which nobody does."""
        if sys.platform == "win32":
            os.environ[HANDED_OVER] = _WAIT
            return
        os.set_inheritable(self.descriptor, True)
        os.environ[HANDED_OVER] = f"{self.descriptor}:{self.place[0]}:{self.place[1]}"

    def let_go(self) -> None:
        """One holder less; after the last one the folder is free."""
        self.holders -= 1
        if self.holders == 0:
            _HELD.pop(self.place, None)
            os.close(self.descriptor)


_HELD: dict[Place, FolderLock] = {}
"""The locks of this process: the system knows processes, not parts of a program."""


def hold(folder: Path) -> FolderLock:
    """The lock of ``folder``, which is made when needed.

    Raises KluisBezet with the number of the other process, AndereGebruiker, NetwerkSchijf, SchijfVol and
    AlleenLezen.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        refuse_network(folder)
        mine = _adopted(folder) or _shared(folder) or _taken(folder)
    except OSError as fault:
        raise (SchijfVol if fault.errno in _NO_ROOM else AlleenLezen) from None
    mine.holders += 1
    return mine


def _shared(folder: Path) -> FolderLock | None:
    try:
        return _HELD.get(_place(os.stat(folder / FILE)))
    except FileNotFoundError:
        return None


def _adopted(folder: Path) -> FolderLock | None:
    """What the process before this one handed over, if it is the lock of this folder."""
    word = os.environ.get(HANDED_OVER, "")
    parts = word.split(":")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    descriptor, place = int(parts[0]), (int(parts[1]), int(parts[2]))
    try:
        if _place(os.fstat(descriptor)) != place or _place(os.stat(folder / FILE)) != place:
            return None
        _lock(descriptor)  # had already; with a number that was made up it is taken here, or refused
        os.set_inheritable(descriptor, False)
    except OSError:
        return None
    del os.environ[HANDED_OVER]
    return _keep(descriptor, place)


def _taken(folder: Path) -> FolderLock:
    path = folder / FILE
    until = time.monotonic() + (_PATIENCE if os.environ.pop(HANDED_OVER, "") == _WAIT else 0.0)
    while True:
        descriptor = _opened(path)
        try:
            _lock(descriptor)
        except OSError:
            other = _process(descriptor)
            os.close(descriptor)
            if time.monotonic() >= until:
                raise KluisBezet(other) from None
            time.sleep(_PAUSE)
            continue
        found = os.fstat(descriptor)
        if _same(path, found):
            _write_process(descriptor)
            return _keep(descriptor, _place(found))
        os.close(descriptor)  # somebody put another file there between opening and locking


def _keep(descriptor: int, place: Place) -> FolderLock:
    lock = FolderLock(descriptor, place)
    _HELD[place] = lock
    return lock


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags, _OWNER_ONLY)
    except PermissionError:
        raise AndereGebruiker from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("the lock is not a file")
    return descriptor


def _same(path: Path, found: os.stat_result) -> bool:
    try:
        return _place(os.lstat(path)) == _place(found)
    except FileNotFoundError:
        return False


def _place(found: os.stat_result) -> Place:
    return found.st_dev, found.st_ino


def _process(descriptor: int) -> int | None:
    """The number that the holder wrote."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        word = os.read(descriptor, _NUMBER).strip()
        return int(word) if word.isdigit() else None
    except OSError:
        return None


def _write_process(descriptor: int) -> None:
    """In place and always as long: a full disk has room for it. Without it the lock holds all the same."""
    with suppress(OSError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, (b"%d\n" % os.getpid()).rjust(_NUMBER))


def _lock(descriptor: int) -> None:
    """Raises OSError when somebody else has it."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _BEHIND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
