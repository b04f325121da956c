"""The address of the municipal server: what an officer types becomes one canonical address.

Everything that is no address gets a sentence that says what to type instead. Plain ``http`` is for this very
machine only (the practice server): anywhere else names and BSNs would cross the network in the clear.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from leerplicht_desktop.domain.errors import DomainError

VELD = "server"
_VOORBEELD = "bijvoorbeeld leerplicht.gemeente.nl"
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PAD = re.compile(r"(/[A-Za-z0-9._~-]+)*")


def is_deze_machine(host: str) -> bool:
    """Whether ``host`` (without brackets) can only be this machine: RFC 6761 ``localhost``, 127/8, ::1."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def lees_adres(tekst: str) -> str:
    """The canonical address ``scheme://host[:port][/path]`` without a slash at the end.

    Without a scheme it becomes https, or http for this very machine. Raises DomainError (field ``server``).
    """
    adres = tekst.strip()
    if not adres:
        raise _fout(f"Vul het adres van de server van je gemeente in, {_VOORBEELD}.")
    if re.search(r"\s", adres):
        raise _fout("In een adres staat geen spatie. Haal de spatie weg.")
    delen = _splits(adres if "://" in adres else f"//{adres}")
    host, poort = _host(delen), _poort(delen)
    scheme = delen.scheme or ("http" if is_deze_machine(host) else "https")
    _controleer_schema(scheme, host)
    pad = delen.path.rstrip("/")
    if delen.query or delen.fragment or not _PAD.fullmatch(pad) or {".", ".."} & set(pad.split("/")):
        raise _fout(f"Achter het adres staat iets te veel. Typ alleen het adres van de server, {_VOORBEELD}.")
    getoond = f"[{host}]" if ":" in host else host
    return f"{scheme}://{getoond}{poort}{pad}"


def _splits(adres: str) -> SplitResult:
    try:
        delen = urlsplit(adres)
    except ValueError:
        raise _fout(
            f"Dit is geen adres van een server. Typ het zonder haken of tekens, {_VOORBEELD}."
        ) from None
    if "@" in delen.netloc:
        raise _fout(f"Dit lijkt een e-mailadres. Vul het adres van de server in, {_VOORBEELD}.")
    return delen


def _host(delen: SplitResult) -> str:
    host = (delen.hostname or "").rstrip(".")
    if ":" in host:
        return _ip(ipaddress.IPv6Address, host)
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _fout(f"Dit is geen adres van een server. Kijk de spelling na, {_VOORBEELD}.")
    if labels[-1].isdecimal():
        return _ip(ipaddress.IPv4Address, host)
    return host


def _ip(soort: type[ipaddress.IPv4Address | ipaddress.IPv6Address], host: str) -> str:
    try:
        if "%" in host:  # a zone is the name of a cable of one machine
            raise ValueError
        return str(soort(host))
    except ValueError:
        raise _fout("Dit IP-adres bestaat niet. Kijk het na of vul de naam van de server in.") from None


def _poort(delen: SplitResult) -> str:
    try:
        poort = delen.port
    except ValueError:
        poort = 0
    if poort == 0:
        raise _fout("Het poortnummer achter de dubbele punt is een getal van 1 tot en met 65535.")
    return f":{poort}" if poort else ""


def _controleer_schema(scheme: str, host: str) -> None:
    if scheme not in {"http", "https"}:
        raise _fout("Een serveradres begint met https://. Laat het begin weg of typ https://.")
    if scheme == "http" and not is_deze_machine(host):
        raise _fout("http:// is niet veilig: iedereen onderweg leest mee. Gebruik https://.")


def _fout(bericht: str) -> DomainError:
    return DomainError(VELD, bericht)
