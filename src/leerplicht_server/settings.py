"""Where the server finds its database and how it presents itself: a TOML file, or the environment."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leerplicht_protocol.proof import address_of

from .errors import ServerError
from .identity.settings import TABLE, ProviderSettings, is_safe, read_provider
from .proxies import proxies
from .rates import RATES, Rates

_LONGEST = 80
_PREFIX = "LEERPLICHT_SERVER_"
_CONFIG = "LEERPLICHT_SERVER_CONFIG"
_SECRET = "LEERPLICHT_SERVER_CLIENT_SECRET"  # noqa: S105 -- the name of a variable
_ENVIRONMENT = {
    "database": "LEERPLICHT_SERVER_DATABASE",
    "data": "LEERPLICHT_SERVER_DATA",
    "gemeente": "LEERPLICHT_SERVER_GEMEENTE",
    "oefenen": "LEERPLICHT_SERVER_OEFENEN",
    "oefen_ambtenaar": "LEERPLICHT_SERVER_OEFEN_AMBTENAAR",
    "code": "LEERPLICHT_SERVER_CODE",
    "adres": "LEERPLICHT_SERVER_ADRES",
    "proxy": "LEERPLICHT_SERVER_PROXY",
    "tls": "LEERPLICHT_SERVER_TLS",
    "sleutelbestand": "LEERPLICHT_SERVER_SLEUTELBESTAND",
}


@dataclass(frozen=True)
class Settings:
    """Settings of one server.

    ``expect_practice`` says what the administrator thinks this is: it opens nothing, but on a database that
    was not seeded for practice the server then refuses to start. ``practice_officer`` is approved at once on
    one that was.
    ``code`` stands in the number of every proces-verbaal: two to eight capitals and digits.
    ``address`` is where laptops find this server, as they type it: proofs are judged by it, never by a Host
    header. ``key_file`` holds the server's own secret; None makes one for this process alone.
    ``proxies`` (addresses and networks) are those whose word counts about who asks, ``tls`` is the oldest
    version that is spoken.
    """

    database: str
    municipality: str = "Oefengemeente"
    expect_practice: bool = False
    practice_officer: str = ""
    code: str = ""
    address: str = ""
    proxies: tuple[str, ...] = ()
    tls: str = "1.3"
    rates: Rates = RATES
    key_file: Path | None = None
    provider: ProviderSettings | None = None

    @property
    def organisation(self) -> str:
        """The code in the number of a proces-verbaal: as set, else the first letters of the municipality."""
        return self.code or _first_letters(self.municipality)


def load(path: Path | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from a TOML file and the environment, which wins. Raises ServerError."""
    _check_names(environment)
    named = path or (Path(p) if (p := environment.get(_CONFIG)) else None)
    values, table = _read(named) if named else ({}, None)
    for key, variable in _ENVIRONMENT.items():
        if variable in environment:
            values[key] = environment[variable]
    return Settings(
        database=values.get("database") or _in_folder(values.get("data", "")),
        municipality=_name(values.get("gemeente", "")),
        expect_practice=_yes(values.get("oefenen", "")),
        practice_officer=values.get("oefen_ambtenaar", ""),
        code=_code(values.get("code", "")),
        address=_address(values.get("adres", "")),
        proxies=proxies(values.get("proxy", "")),
        tls=_tls(values.get("tls", "")),
        key_file=_key_file(values, provider=table is not None),
        provider=_provider(table, environment.get(_SECRET, "")),
    )


def _check_names(environment: Mapping[str, str]) -> None:
    """A variable with a slip in its name would do nothing, without a word."""
    known = {*_ENVIRONMENT.values(), _SECRET, _CONFIG}
    unknown = sorted(name for name in environment if name.startswith(_PREFIX) and name not in known)
    if unknown:
        close = difflib.get_close_matches(unknown[0], known, 1)
        perhaps = f" Bedoel je {close[0]}?" if close else f" Bekend zijn: {', '.join(sorted(known))}."
        raise ServerError(f"De variabele {unknown[0]} is niet bekend en zou niets doen.{perhaps}")


def _provider(table: object, secret: str) -> ProviderSettings | None:
    if table is not None:
        return read_provider(table, secret)
    if secret:
        raise ServerError(
            f"De variabele {_SECRET} staat er wel, maar er is geen aanmelddienst ingesteld. Schrijf "
            f"[{TABLE}] in het instellingenbestand, of haal de variabele weg."
        )
    return None


def _name(value: str) -> str:
    name = value.strip() or Settings.municipality
    if len(name) > _LONGEST or not name.isprintable():
        raise ServerError(
            f"De instelling gemeente is de naam van de gemeente: een regel van hoogstens {_LONGEST} tekens."
        )
    return name


def _address(value: str) -> str:
    if not value.strip():
        return ""
    typed = value.strip()
    try:
        address = address_of(typed, "") if is_safe(typed) and "?" not in typed else ""
    except ValueError:
        address = ""
    if not address:
        raise ServerError(
            "De instelling adres is het adres dat op de laptops wordt ingevuld, met https:// ervoor en niets "
            "dan de naam, en als die erbij hoort een poort van 1 tot 65535: https://leerplicht.example.nl."
        )
    return address


def _key_file(values: Mapping[str, str], *, provider: bool) -> Path | None:
    if values.get("sleutelbestand"):
        return Path(values["sleutelbestand"])
    if values.get("data") and not values.get("database"):
        return Path(values["data"]) / "sleutel"
    if provider:
        raise ServerError(
            "Zeg met sleutelbestand waar de sleutel van de server staat: een bestand buiten de database waar "
            "alleen de server bij kan. Het wordt gemaakt als het er niet is."
        )
    return None


def _read(path: Path) -> tuple[dict[str, str], object]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise ServerError(f"Het instellingenbestand {path} is niet te lezen. Bestaat het?") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ServerError(f"Het instellingenbestand {path} is geen geldige TOML: {fault}.") from None
    table = raw.pop(TABLE, None)
    unknown = sorted(set(raw) - set(_ENVIRONMENT))
    if unknown:
        known = ", ".join((*_ENVIRONMENT, TABLE))
        raise ServerError(f"Onbekende instelling {', '.join(unknown)} in {path}. Bekend zijn: {known}.")
    return {key: _text(key, value) for key, value in raw.items()}, table


def _text(key: str, value: object) -> str:
    if key == "oefenen" and isinstance(value, bool):
        return "ja" if value else "nee"
    if not isinstance(value, str) or "\0" in value:
        raise ServerError(f'De instelling {key} is tekst tussen aanhalingstekens, dus {key} = "...".')
    return value


def _in_folder(folder: str) -> str:
    if not folder:
        raise ServerError(
            "Zeg waar de gegevens staan: LEERPLICHT_SERVER_DATABASE (adres van een database) "
            "of LEERPLICHT_SERVER_DATA (een map), of dezelfde woorden in een bestand bij --config."
        )
    path = Path(folder)
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise ServerError(f"De map {path} kan niet worden gemaakt ({type(fault).__name__}).") from None
    return f"sqlite:///{(path / 'leerplicht.db').absolute()}"


def _code(value: str) -> str:
    code = value.strip()
    if code and not re.fullmatch(r"[A-Z0-9]{2,8}", code):
        raise ServerError("De instelling code bestaat uit twee tot acht hoofdletters en cijfers, zoals OEF.")
    return code


def _tls(value: str) -> str:
    version = value.strip() or Settings.tls
    if version not in {"1.2", "1.3"}:
        raise ServerError("De instelling tls is 1.3, of 1.2 zolang er laptops zijn die niet anders kunnen.")
    return version


def _first_letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    letters = "".join(letter for letter in plain.upper() if letter.isalpha())
    return letters[:3].ljust(3, "X")


def _yes(value: str) -> bool:
    word = value.strip().lower()
    if word in {"1", "ja", "true", "aan"}:
        return True
    if word in {"", "0", "nee", "false", "uit"}:
        return False
    raise ServerError("De instelling oefenen is ja of nee.")
