"""What Qt would leave behind on the laptop by itself."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings


def leave_no_traces() -> None:
    """Keep Qt from writing down which folders the officer saved to: its file dialog keeps a history in the
    settings of the user, outside the vault. Windows keeps these in the registry and ignores the path.
    """
    for format_ in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(format_, QSettings.Scope.UserScope, os.devnull)
