"""Stands for logind and UPower on a bus of its own: answers what they answer, and says what it is told to.

Commands on standard input: sleep, wake, lock, away, back, hint, lid, power. ``released`` is printed when the
inhibitor is let go of.
"""

from __future__ import annotations

import os
import select
import sys
from typing import Any

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

ROOT, SESSION = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
MANAGER, PROPERTIES = "org.freedesktop.login1.Manager", "org.freedesktop.DBus.Properties"
STATE = {"Active": True, "LockedHint": False, "LidIsClosed": False}
NEWS = {
    "away": {"Active": False},
    "back": {"Active": True},
    "hint": {"LockedHint": True},
    "lid": {"LidIsClosed": True},
}


def main() -> None:
    """Serve until the input ends."""
    bus = open_dbus_connection(bus="SESSION", enable_fds=True)
    for name in ("org.freedesktop.login1", "org.freedesktop.UPower"):
        bus.send_and_get_reply(message_bus.RequestName(name))
    held: list[int] = []
    _say("ready")
    while True:
        ready, _, _ = select.select([sys.stdin, bus.sock, *held], [], [])
        for pipe in [one for one in held if one in ready]:
            held.remove(pipe)
            _say("released")
        if sys.stdin in ready:
            line = sys.stdin.readline().strip()
            if not line:
                return
            _tell(bus, line)
        if bus.sock in ready:
            _answer(bus, bus.receive(), held)


def _answer(bus: Any, asked: Any, held: list[int]) -> None:
    if asked.header.message_type is not MessageType.method_call:
        return
    member = asked.header.fields[HeaderFields.member]
    if member == "GetSession":
        bus.send(new_method_return(asked, "o", (SESSION,)))
    elif member == "Inhibit":
        mine, theirs = os.pipe()
        held.append(mine)
        bus.send(new_method_return(asked, "h", (theirs,)))
        os.close(theirs)
        _say("inhibited " + " ".join((asked.body[0], asked.body[3])))
    elif member == "Get" and asked.body[1] in STATE:
        bus.send(new_method_return(asked, "v", (("b", STATE[asked.body[1]]),)))
    else:
        bus.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))


def _tell(bus: Any, line: str) -> None:
    if line in ("sleep", "wake"):
        _signal(bus, ROOT, MANAGER, "PrepareForSleep", "b", (line == "sleep",))
    elif line == "lock":
        _signal(bus, SESSION, "org.freedesktop.login1.Session", "Lock")
    else:
        STATE.update(NEWS.get(line, {}))
        path = "/org/freedesktop/UPower" if line in ("lid", "power") else SESSION
        _signal(bus, path, PROPERTIES, "PropertiesChanged", "sa{sv}as", ("x", {}, []))


def _signal(
    bus: Any, path: str, interface: str, name: str, signature: str | None = None, body: tuple[Any, ...] = ()
) -> None:
    bus.send(new_signal(DBusAddress(path, interface=interface), name, signature, body))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
