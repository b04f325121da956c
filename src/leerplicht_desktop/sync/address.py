"""The address of the municipal server: what an officer types becomes one canonical address.

Everything that is no address gets a sentence that says what to type instead. Plain ``http`` is for this very
machine only (the practice server): anywhere else names and BSNs would cross the network in the clear.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from leerplicht_desktop.casework.problems import ServerWeigert
from leerplicht_desktop.domain.errors import DomainError

FIELD = "server"
_EXAMPLE = "bijvoorbeeld leerplicht.gemeente.nl"
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")


def is_this_machine(host: str) -> bool:
    """Whether ``host`` (without brackets) can only be this machine: RFC 6761 ``localhost``, 127/8, ::1."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_address(text: str) -> str:
    """The canonical address ``scheme://host[:port][/path]`` without a slash at the end.

    Without a scheme it becomes https, or http for this very machine. Raises DomainError (field ``server``).
    """
    address = text.strip()
    if not address:
        raise _fault(f"Vul het adres van de server van je gemeente in, {_EXAMPLE}.")
    if re.search(r"\s", address):
        raise _fault("In een adres staat geen spatie. Haal de spatie weg.")
    parts = _split(address if "://" in address else f"//{address}")
    host, port = _host(parts), _port(parts)
    scheme = parts.scheme or ("http" if is_this_machine(host) else "https")
    _check_scheme(scheme, host)
    path = parts.path.rstrip("/")
    if parts.query or parts.fragment or not _PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
        raise _fault(f"Achter het adres staat iets te veel. Typ alleen het adres van de server, {_EXAMPLE}.")
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}{port}{path}"


def safe_page(address: str) -> str:
    """The same address of a page to sign in at; a server cannot make us open anything but a safe page.

    Raises ServerWeigert for anything that is not https, unless it is this very machine.
    """
    if _is_safe(address):
        return address
    raise ServerWeigert(
        "De server stuurde een aanmeldpagina die niet veilig is.", "Meld je niet aan en bel de beheerder."
    )


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or "#" in address or " " in address or not (address.isascii() and address.isprintable()):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host))


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise _fault(
            f"Dit is geen adres van een server. Typ het zonder haken of tekens, {_EXAMPLE}."
        ) from None
    if "@" in parts.netloc:
        raise _fault(f"Dit lijkt een e-mailadres. Vul het adres van de server in, {_EXAMPLE}.")
    return parts


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        return _ip(ipaddress.IPv6Address, host)
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _fault(f"Dit is geen adres van een server. Kijk de spelling na, {_EXAMPLE}.")
    if labels[-1].isdecimal():
        return _ip(ipaddress.IPv4Address, host)
    return host


def _ip(version: type[ipaddress.IPv4Address | ipaddress.IPv6Address], host: str) -> str:
    try:
        if "%" in host:  # a zone is the name of a cable of one machine
            raise ValueError
        return str(version(host))
    except ValueError:
        raise _fault("Dit IP-adres bestaat niet. Kijk het na of vul de naam van de server in.") from None


def _port(parts: SplitResult) -> str:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise _fault("Het poortnummer achter de dubbele punt is een getal van 1 tot en met 65535.")
    return f":{port}" if port else ""


def _check_scheme(scheme: str, host: str) -> None:
    if scheme not in {"http", "https"}:
        raise _fault("Een serveradres begint met https://. Laat het begin weg of typ https://.")
    if scheme == "http" and not is_this_machine(host):
        raise _fault("http:// is niet veilig: iedereen onderweg leest mee. Gebruik https://.")


def _fault(message: str) -> DomainError:
    return DomainError(FIELD, message)
