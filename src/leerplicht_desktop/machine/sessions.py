"""When the person at the laptop goes: it sleeps, the screen locks, the lid shuts, another user comes.

Linux tells it over the bus of the system (logind, and UPower for the lid). Sleep waits: an inhibitor is held,
and let go of when the process is replaced, so that the laptop sleeps with the memory already gone.
Elsewhere, and where nobody answers, the lock after waking and after idleness remains.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOGIND = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_POWER = "org.freedesktop.UPower"
_POWER_ROOT = "/org/freedesktop/UPower"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_PATIENCE = 500
"""Milliseconds that an answer may take: the window waits for it."""


class SessionWatch(QObject):
    """Emits ``left`` when nobody looks after the screen any more. ``bus`` None takes that of the system."""

    left = Signal()

    def __init__(self, bus: QDBusConnection | None = None) -> None:
        super().__init__()
        self._bus = bus
        self._held: object = None
        self._session = ""

    def begin(self) -> None:
        """Listen from now on, and make sleep wait for us."""
        if self._bus is None and sys.platform == "linux":
            # Loaded when there is something to lock: the first window does not wait for it.
            from PySide6.QtDBus import QDBusConnection

            self._bus = QDBusConnection.systemBus()
        bus = self._bus
        if bus is None or not bus.isConnected() or self._session:
            return
        found = self._ask(
            _ROOT, f"{_LOGIND}.Manager", "GetSession", os.environ.get("XDG_SESSION_ID") or "auto"
        )
        path = getattr(found, "path", None)
        self._session = path() if callable(path) else f"{_ROOT}/session/auto"
        for service, where, kind, name, slot in (
            (_LOGIND, _ROOT, f"{_LOGIND}.Manager", "PrepareForSleep", "asleep(bool)"),
            (_LOGIND, self._session, f"{_LOGIND}.Session", "Lock", "locked()"),
            (_LOGIND, self._session, _PROPERTIES, "PropertiesChanged", "changed()"),
            (_POWER, _POWER_ROOT, _PROPERTIES, "PropertiesChanged", "powered()"),
        ):
            bus.connect(service, where, kind, name, self, SLOT(slot))  # type: ignore[call-overload]
        # No child inherits this descriptor: replacing the process lets go of it.
        self._held = self._ask(
            _ROOT,
            f"{_LOGIND}.Manager",
            "Inhibit",
            "sleep",
            "Leerplicht Desktop",
            "kluis vergrendelen",
            "delay",
        )

    @Slot(bool)
    def asleep(self, begins: bool) -> None:
        """The laptop is about to sleep, or woke."""
        if begins:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """The screen is locked."""
        self.left.emit()

    @Slot()
    def changed(self) -> None:
        """Something of the session changed: is it still the one in front, and unlocked?"""
        if self._is("Active", False) or self._is("LockedHint", True):
            self.left.emit()

    @Slot()
    def powered(self) -> None:
        """Something of the power changed: is the lid shut?"""
        if self._ask(_POWER_ROOT, _PROPERTIES, "Get", _POWER, "LidIsClosed", service=_POWER) is True:
            self.left.emit()

    def _is(self, name: str, value: bool) -> bool:
        return self._ask(self._session, _PROPERTIES, "Get", f"{_LOGIND}.Session", name) is value

    def _ask(self, path: str, kind: str, name: str, *given: str, service: str = _LOGIND) -> Any:
        """The first thing that is answered; None when nobody answers."""
        from PySide6.QtDBus import QDBus, QDBusMessage

        if self._bus is None:
            return None
        message = QDBusMessage.createMethodCall(service, path, kind, name)
        message.setArguments(list(given))
        answer = self._bus.call(message, QDBus.CallMode.Block, _PATIENCE)
        if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
            return None
        first = answer.arguments()[0]
        inner = getattr(first, "variant", None)
        return inner() if callable(inner) else first
