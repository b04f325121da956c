"""The server's own certificate, as laptops will judge it, told before they refuse it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from leerplicht_protocol.certificate import Shown, Strength, shown
from leerplicht_server.checks import Finding

from .tls import PHASE_OUT, key_strength

SOON = timedelta(days=30)
"""How long before its last day a certificate is spoken of."""


def certificate_findings(path: Path, address: str, now: datetime | None = None) -> Iterator[Finding]:
    """What laptops will hold against the first certificate of a PEM file; nothing when there is none.

    ``address`` is where they find this server; empty for this machine alone.
    """
    try:
        found = shown(path.read_bytes())
    except (OSError, ValueError, IndexError):
        return  # making the context says so
    yield from _days(found, now or datetime.now(UTC))
    if address:
        yield from _names(found, urlsplit(address).hostname or "")
    if found.of_itself:
        yield Finding(
            "Het certificaat is van zichzelf en niet van een uitgever: laptops weigeren het, tenzij het in "
            "hun eigen bestand met uitgevers staat (LEERPLICHT_CA).",
            stops=False,
        )
    if key_strength(path) is Strength.PHASE_OUT:
        yield Finding(PHASE_OUT, stops=False)


def _days(found: Shown, now: datetime) -> Iterator[Finding]:
    last = f"{found.ends:%d-%m-%Y}"
    if now > found.ends:
        yield Finding(
            f"Het certificaat verliep op {last}: laptops weigeren het. Geef een nieuw bij --tls-cert."
        )
    elif now < found.begins:
        yield Finding(
            f"Het certificaat geldt pas vanaf {found.begins:%d-%m-%Y}: laptops weigeren het "
            "tot dan. Kijk ook of de klok van deze server goed staat."
        )
    elif now + SOON > found.ends:
        yield Finding(f"Het certificaat verloopt op {last}. Vraag nu een nieuw aan.", stops=False)


def _names(found: Shown, host: str) -> Iterator[Finding]:
    if not found.covers(host):
        yield Finding(
            f"Het certificaat noemt {host} niet (subjectAltName), en zo heet de server volgens adres. "
            "Laptops weigeren dat. Vraag een certificaat op die naam, of zet adres gelijk."
        )
