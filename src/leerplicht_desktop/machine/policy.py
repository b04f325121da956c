"""What an administrator decided for every user of this machine.

On Linux it stands in ``/etc/leerplicht/beleid.toml``. On Windows it stands in ``beleid.toml`` in the folder
``Leerplicht Desktop`` of ``%ProgramData%``, or below :data:`REGISTRY` in ``HKEY_LOCAL_MACHINE``, which wins:
that is where a group policy arrives. Users of the machine cannot write there; a file that they could write is
not believed.

One wrong line costs that line and no other. Where it would have guarded something, the strictest value holds;
the officer can always work.
"""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import httpx

from leerplicht_desktop.casework.ports.beleid import KORTSTE_MINUTEN, Beleid, Beleidsregel

REGISTRY = r"SOFTWARE\Policies\Leerplicht Desktop"
VARIABLE = "LEERPLICHT_BELEID"
"""Names a file for a machine that has none: a user may bind himself, and never let himself loose."""

_LARGEST = 64 * 1024  # bytes; a policy of six lines that is larger is not one
_IN_FILE = "het bestand {0}"
_BY_GROUP = "het groepsbeleid van Windows"


class Kind(Enum):
    """What may be decided about a setting."""

    TEXT = "een tekst tussen aanhalingstekens"
    MINUTES = "een heel getal van 1 tot en met 60"
    CHOICE = "true of false"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file, its field, what it is about, and what it means for an officer."""

    name: str
    field: str
    kind: Kind
    about: str
    meaning: str


SETTINGS = (
    Setting(
        "server",
        "server",
        Kind.TEXT,
        "Adres van de server",
        "Het adres dat bij het inrichten al is ingevuld en niet kan worden veranderd, zoals https://leerplicht.gemeente.nl.",
    ),
    Setting(
        "ca_bestand",
        "ca_bestand",
        Kind.TEXT,
        "Vertrouwde uitgevers",
        "Een PEM-bestand met de uitgevers van het certificaat van de server. Leeg: die van het systeem.",
    ),
    Setting(
        "proxy",
        "proxy",
        Kind.TEXT,
        "Proxy",
        "Het adres van de proxy, zoals http://proxy.gemeente.nl:8080, zonder naam en wachtwoord. "
        "Leeg: rechtstreeks.",
    ),
    Setting(
        "vergrendel_na_minuten",
        "vergrendel_na",
        Kind.MINUTES,
        "Vergrendelen",
        "Na zoveel minuten zonder werk vergrendelt het programma, hoogstens; de ambtenaar mag korter kiezen.",
    ),
    Setting(
        "exporteren",
        "exporteren",
        Kind.CHOICE,
        "Exporteren",
        "Of een stuk als bestand buiten de kluis mag worden opgeslagen. Afdrukken blijft mogelijk.",
    ),
    Setting(
        "formulieren_map",
        "formulierenmap",
        Kind.TEXT,
        "Eigen formulieren",
        "Een map met de formulieren van de gemeente, voor elke gebruiker van de laptop.",
    ),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def policy_file() -> Path:
    """Where the file of this machine stands, if there is one."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Leerplicht Desktop" / "beleid.toml"
    return Path("/etc/leerplicht/beleid.toml")


def read_policy(file: Path | None = None) -> Beleid:
    """What was decided on this machine. Raises nothing: what cannot be read is named in ``fouten``."""
    place = file or policy_file()
    own = os.environ.get(VARIABLE, "").strip()
    if file is None and own and not _stands(place):
        place = Path(own)
    reader = _Reader()
    reader.take_file(place)
    reader.take(from_registry(_group_policy()), _BY_GROUP)
    return reader.policy()


class _Reader:
    """Gathers what was decided, later sources over earlier ones, and what was wrong with it."""

    def __init__(self) -> None:
        self._decided: dict[str, tuple[object, str]] = {}
        self._faults: list[str] = []
        self._strict: set[str] = set()

    def take_file(self, file: Path) -> None:
        """Read the TOML at ``file``; nothing when there is none."""
        if not _stands(file):
            return
        where = _IN_FILE.format(file)
        fault = _not_believed(file)
        values: Mapping[str, object] = {}
        if not fault:
            try:
                values = tomllib.loads(_text(file))
            except (OSError, UnicodeDecodeError, ValueError, RecursionError):
                fault = "is geen leesbaar TOML-bestand van hoogstens 64 kB"
        if fault:
            self._faults.append(
                f"Het beleid in {where} {fault}. Tot de beheerder dat herstelt, gelden de strengste regels."
            )
            self._strict.update(_BY_NAME)
            return
        self.take(values, where)

    def take(self, values: Mapping[str, object], where: str) -> None:
        """Take what stands in ``values``, each by itself."""
        for name, value in values.items():
            setting = _BY_NAME.get(name)
            if setting is None:
                known = ", ".join(_BY_NAME)
                self._faults.append(
                    f"In {where} staat “{name[:40]}”; dat kent het programma niet. Bekend zijn: {known}."
                )
            elif fault := _wrong(setting, value):
                self._faults.append(
                    f"In {where} moet “{name}” {fault}. Vraag de beheerder het te herstellen."
                )
                self._strict.add(name)
            else:
                self._strict.discard(name)
                self._decided[name] = (value, where)

    def policy(self) -> Beleid:
        """Everything together."""
        fields: dict[str, object] = {
            _BY_NAME[name].field: value.strip() if isinstance(value, str) else value
            for name, (value, _) in self._decided.items()
        }
        if "vergrendel_na_minuten" in self._strict:
            fields["vergrendel_na"] = KORTSTE_MINUTEN
        if "exporteren" in self._strict:
            fields["exporteren"] = False
        rules = tuple(
            Beleidsregel(setting.about, _told(self._decided[setting.name][0]), self._decided[setting.name][1])
            for setting in SETTINGS
            if setting.name in self._decided
        )
        return Beleid(**fields, regels=rules, fouten=tuple(self._faults))  # type: ignore[arg-type]


def _wrong(setting: Setting, value: object) -> str:
    """What is wrong with ``value``, to follow on "moet"; empty when nothing is."""
    if setting.kind is Kind.CHOICE:
        return "" if isinstance(value, bool) else f"{Kind.CHOICE.value} zijn"
    if setting.kind is Kind.MINUTES:
        good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 60
        return "" if good else f"{Kind.MINUTES.value} zijn"
    if not isinstance(value, str) or len(value) > 1_000 or not value.isprintable():
        return f"{Kind.TEXT.value} zijn"
    return _WORDS[setting.name](value.strip()) if value.strip() else ""


def _address(value: str) -> str:
    try:
        url = httpx.URL(value)
    except httpx.InvalidURL:
        return "een adres zijn dat met https:// begint"
    return "" if url.scheme == "https" and url.host else "een adres zijn dat met https:// begint"


def _proxy(value: str) -> str:
    wanted = "een adres zijn als http://proxy.gemeente.nl:8080, zonder naam en wachtwoord"
    try:
        url = httpx.URL(value)
    except httpx.InvalidURL:
        return wanted
    return "" if url.scheme in {"http", "https"} and url.host and not url.userinfo else wanted


def _path(value: str) -> str:
    return "" if Path(value).is_absolute() else "een volledig pad zijn"


_WORDS = {"server": _address, "proxy": _proxy, "ca_bestand": _path, "formulieren_map": _path}


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "toegestaan" if value else "niet toegestaan"
    return (
        f"na hoogstens {value} {'minuut' if value == 1 else 'minuten'}"
        if isinstance(value, int)
        else str(value)
    )


def _stands(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return True  # it is there, and we may not see it: that is said when it is read


def _text(file: Path) -> str:
    with file.open("rb") as source:
        content = source.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError("too large")
    return content.decode("utf-8-sig")


def _not_believed(file: Path) -> str:
    """Why ``file`` is not believed, to follow on its name; empty when it is."""
    if sys.platform == "win32":
        return ""  # ProgramData is guarded by the system's own rights
    try:
        found = file.stat()
    except OSError:
        return "is niet te lezen"
    if found.st_uid not in {0, os.getuid()} or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return "kan door anderen dan de beheerder worden veranderd en wordt daarom niet geloofd"
    return ""


def from_registry(values: Mapping[str, object]) -> dict[str, object]:
    """The values of a group policy as a file would have them: a yes or a no arrives as a number."""
    return {
        name: bool(value)
        if name in _BY_NAME and _BY_NAME[name].kind is Kind.CHOICE and value in (0, 1)
        else value
        for name, value in values.items()
    }


def _group_policy() -> dict[str, object]:
    """The values in the registry; none elsewhere."""
    found: dict[str, object] = {}
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY) as key:
                for number in range(winreg.QueryInfoKey(key)[1]):
                    name, value, _ = winreg.EnumValue(key, number)
                    found[name] = value
        except OSError:
            pass  # nobody decided anything by group policy
    return found
