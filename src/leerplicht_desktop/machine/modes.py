"""Files of this user alone: what is made from now on, and what an earlier version or a copy left open."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def keep_private() -> None:
    """Every file and folder that this process or a child makes is shut to other users."""
    os.umask(_OTHERS)


def shut(folder: Path) -> int:
    """Take the rights of others off everything in ``folder``; how many that were. A link is left alone."""
    changed = 0
    for path in [folder, *folder.rglob("*")]:
        with suppress(OSError):
            found = path.lstat()
            if found.st_mode & _OTHERS and not stat.S_ISLNK(found.st_mode):
                path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
                changed += 1
    return changed
