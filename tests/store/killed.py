"""An act in a process of its own that is killed before its n-th change of a file."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_CHANGES = frozenset({"os.rename", "os.remove"})


def killed(act: Callable[[], None], below: Path, at: int) -> bool:
    """Whether the act was killed; False when it ended before the ``at``-th change below a folder."""
    child = os.fork()
    if not child:
        left = [at]

        def count(event: str, given: tuple[object, ...]) -> None:
            changes = event in _CHANGES or (event == "open" and _writes(given[2]))
            if changes and str(given[0]).startswith(str(below)):
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            act()
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the act failed"
    return os.WIFSIGNALED(status)


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
