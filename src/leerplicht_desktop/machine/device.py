"""How the laptop stands: battery, mains, disk, printer. What the system does not say stays unknown."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from leerplicht_desktop.casework.ports.toestel import Toestel

_SUPPLIES = Path("/sys/class/power_supply")
_UNKNOWN = 255
"""What Windows says of a charge that it does not know."""


class Device:
    """Obeys the port ``Toestelkijker``. ``folder`` lies on the disk of the vault."""

    def __init__(self, folder: Path, supplies: Path = _SUPPLIES) -> None:
        self._folder = folder
        self._supplies = supplies

    def nu(self) -> Toestel:
        """How it stands now; never raises."""
        charge, mains = _power(self._supplies)
        return Toestel(charge, mains, _free(self._folder), _printer())


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _power(supplies: Path) -> tuple[int | None, bool]:
    """The charge in percent, and whether it hangs on the mains."""
    try:
        return _windows() if sys.platform == "win32" else _linux(supplies)
    except (OSError, ValueError):
        return None, False


def _linux(supplies: Path) -> tuple[int | None, bool]:
    """Of more than one battery the mean, as the desk shows it too. Batteries of a mouse do not count."""
    charges, mains = [], False
    for supply in sorted(supplies.iterdir()) if supplies.is_dir() else []:
        kind = _read(supply / "type")
        if kind == "Mains":
            mains |= _read(supply / "online") == "1"
        elif kind == "Battery" and _read(supply / "scope") != "Device":
            mains |= _read(supply / "status") in {"Charging", "Full"}
            if capacity := _read(supply / "capacity"):
                charges.append(int(capacity))
    return (sum(charges) // len(charges) if charges else None), mains


def _read(file: Path) -> str:
    return file.read_text("utf-8").strip() if file.is_file() else ""


def _windows() -> tuple[int | None, bool]:
    import ctypes

    class Status(ctypes.Structure):
        """SYSTEM_POWER_STATUS."""

        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("battery", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("left", ctypes.c_ulong),
            ("full", ctypes.c_ulong),
        )

    status = Status()
    if not vars(ctypes)["windll"].kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None, False
    return (None if status.percent == _UNKNOWN else int(status.percent)), status.line == 1


def _printer() -> bool:
    """Whether there is one at all. Loaded late: the first window needs no printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())
