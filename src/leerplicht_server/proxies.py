"""The setting proxy: whose word counts about who asks."""

from __future__ import annotations

import ipaddress

from .errors import ServerError


def proxies(text: str) -> tuple[str, ...]:
    """Addresses and networks, separated by commas. Raises ServerError."""
    found = tuple(word for word in text.replace(",", " ").split() if word)
    for word in found:
        try:
            network = ipaddress.ip_network(word)
        except ValueError:
            raise ServerError(
                f"De instelling proxy kent {word} niet. Geef IP-adressen of netwerken, zoals 10.0.0.5 "
                "of 10.0.0.0/28."
            ) from None
        if network.prefixlen == 0:
            raise ServerError(
                "De instelling proxy kan niet iedereen vertrouwen. Noem de adressen van de proxy."
            )
    return found
