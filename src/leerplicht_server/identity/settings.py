"""What the municipality sets about its identity provider: the table ``[aanmelddienst]`` of the settings file.

Keys are named as OpenID Connect names them, because the provider's administrator knows them so.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from leerplicht_protocol.session import MOST_EXTRA, MOST_PORTS
from leerplicht_server.errors import ServerError
from leerplicht_server.rights import MATRIX
from leerplicht_server.this_machine import is_loopback

TABLE = "aanmelddienst"
_TEXTS = (
    "issuer",
    "client_id",
    "client_secret",
    "scope",
    "groups_claim",
    "subject_claim",
    "tenant",
    "proxy",
    "ca_file",
)
_TABLES = ("extra", "rollen")
_KNOWN = (*_TEXTS, *_TABLES, "ports", "amr_needed")
_OURS = frozenset({"response_type", "client_id", "redirect_uri", "scope", "state", "nonce"})
_PKCE = frozenset({"code_challenge", "code_challenge_method"})


@dataclass(frozen=True)
class ProviderSettings:
    """One provider. ``roles`` tells which of its groups gives which role; empty means the names by default.

    ``groups_claim`` is where groups stand (Entra: ``groups`` or ``roles``; AD FS: as the claim rule says) and
    ``subject_claim`` what names a person for ever (``sub``; Entra: ``oid``). ``extra`` goes into the address
    in the browser. ``ports`` are the loopback ports that the provider knows; empty means any.
    """

    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    scope: str = "openid profile"
    groups_claim: str = "groups"
    subject_claim: str = "sub"
    tenant: str = ""
    proxy: str = ""
    ca_file: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    ports: Sequence[int] = ()
    amr_needed: Sequence[str] = ()


def read_provider(raw: object, secret: str = "") -> ProviderSettings:
    """The settings in a table of TOML; ``secret`` wins over the one in the file. Raises ServerError."""
    if not isinstance(raw, Mapping):
        raise _wrong("", f"is een tabel: schrijf [{TABLE}] boven de regels met issuer en client_id")
    unknown = sorted(set(raw) - set(_KNOWN))
    if unknown:
        raise _wrong(unknown[0], f"is niet bekend. Bekend zijn: {', '.join(_KNOWN)}")
    texts = {name: _text(name, raw[name]) for name in _TEXTS if name in raw}
    if secret:
        texts["client_secret"] = secret
    settings = ProviderSettings(
        issuer=texts.pop("issuer", ""),
        client_id=texts.pop("client_id", ""),
        **texts,
        extra=_pairs("extra", raw.get("extra", {}), MOST_EXTRA),
        roles=_roles(raw.get("rollen", {})),
        ports=_ports(raw.get("ports", [])),
        amr_needed=_words("amr_needed", raw.get("amr_needed", [])),
    )
    _check(settings)
    return settings


def is_safe(url: str) -> bool:
    """Whether an address may be asked: https, or http to this machine."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if port == 0 or parts.username or parts.fragment or not (url.isascii() and url.isprintable()):
        return False
    return (
        bool(host)
        and " " not in url
        and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))
    )


def _check(settings: ProviderSettings) -> None:
    if not is_safe(settings.issuer):
        raise _wrong(
            "issuer",
            "is het adres van de aanmelddienst: https://, een naam, en als er een poort bij hoort een van 1 "
            "tot 65535, zonder gebruiker, vraagteken of hekje",
        )
    if not settings.client_id:
        raise _wrong("client_id", "ontbreekt: het is de naam waaronder de aanmelddienst dit programma kent")
    if "openid" not in settings.scope.split():
        raise _wrong("scope", "noemt in elk geval openid, bijvoorbeeld 'openid profile offline_access'")
    ours = sorted((_OURS | _PKCE) & set(settings.extra))
    if ours:
        raise _wrong(f"extra.{ours[0]}", "maakt het programma zelf; laat het weg")
    if settings.extra.get("response_mode", "query") not in {"query", "form_post"}:
        raise _wrong("extra.response_mode", "is query of form_post")


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > 400 or not value.isprintable():
        raise _wrong(name, "is een regel tekst tussen aanhalingstekens")
    return value.strip()


def _pairs(name: str, value: object, most: int) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise _wrong(name, f"is een tabel: schrijf [{TABLE}.{name}] boven regels als naam = 'waarde'")
    if len(value) > most:
        raise _wrong(name, f"heeft {len(value)} regels; hoogstens {most} mag. Haal er regels uit weg")
    return {str(key): _text(f"{name}.{key}", one) for key, one in value.items()}


def _roles(value: object) -> dict[str, str]:
    """Which group gives which role. A word that is no role would give nobody anything, or the wrong thing."""
    found = _pairs("rollen", value, 20)
    for role, group in found.items():
        if role not in MATRIX.groups:
            close = difflib.get_close_matches(role.lower(), list(MATRIX.groups), 1)
            perhaps = f" Bedoel je {close[0]}?" if close else ""
            raise _wrong(
                f"rollen.{role}",
                f"is geen rol. Links staat een van {', '.join(MATRIX.groups)}, rechts de groep.{perhaps}",
            )
        if not group.strip("/ "):
            raise _wrong(
                f"rollen.{role}", "noemt geen groep. Vul de naam van de groep in, of haal de regel weg"
            )
    return found


def _words(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong(name, 'is een lijst, bijvoorbeeld ["mfa"]')
    return tuple(_text(name, one) for one in value)


def _ports(value: object) -> tuple[int, ...]:
    good = isinstance(value, list) and len(value) <= MOST_PORTS
    ports = value if isinstance(value, list) else []
    if not good or not all(type(port) is int and 1 <= port <= 65_535 for port in ports):
        raise _wrong("ports", "is een lijst van ten hoogste twintig poorten, bijvoorbeeld [47110, 47111]")
    return tuple(ports)


def _wrong(name: str, what: str) -> ServerError:
    end = "" if what.endswith("?") else "."
    return ServerError(f"De instelling {TABLE}{'.' + name if name else ''} {what}{end}")
