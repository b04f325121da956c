"""Sign in and enrol: hello, a code that the officer approves elsewhere, a token, a registered laptop.

The code flow is that of RFC 8628. The server's public key is learned at the first handshake and demanded
from there on. Signing in again keeps device, incarnation and pin: it is the same laptop at the same server.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from urllib.parse import urlsplit

import httpx

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling
from leerplicht_desktop.casework.ports.gemeente import Aanmeldcode
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AndereServer,
    ApparaatIngetrokken,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_protocol.messages import Ambtenaar, DeviceCode, DeviceState, Enrol, Hello
from leerplicht_protocol.model import PROTOCOL

from .address import is_this_machine, read_address
from .wire import Destination, Wire

_MAX_NAME = 80
_PROFILE = ("functie", "organisatie", "telefoon", "aktenummer", "standplaats", "parket", "eed")


class CodeSignIn:
    """Obeys :class:`leerplicht_desktop.casework.ports.gemeente.Aanmelding`; every call on the net lane."""

    def __init__(
        self,
        *,
        ca_file: str = "",
        current: Koppeling | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """``current`` is the tie to renew; ``ca_file`` (PEM) replaces the system's authorities."""
        self._ca_file = current.ca_bestand if current else ca_file
        self._current = current
        self._transport = transport
        self._wire: Wire | None = None
        self._server = ""
        self._hello: Hello | None = None
        self._code: DeviceCode | None = None
        self._token = Geheim()
        self._ambtenaar: Ambtenaar | None = None
        self._incarnation = current.incarnation if current else uuid.uuid4().hex

    def begin(self, server: str) -> Aanmeldcode:
        """See the port. Another epoch than that of ``current`` does not stop the renewal of a sign-in."""
        self._server = read_address(server)
        pin = self._current.pin if self._current else ""
        self.close()
        self._wire = Wire(Destination(self._server, pin, self._ca_file), self._transport)
        self._token, self._ambtenaar = Geheim(), None
        self._hello = check_version(self._wire.hello())
        self._code = self._wire.device_code()
        return Aanmeldcode(
            self._hello.municipality,
            self._hello.practice,
            self._code.user_code,
            _safe(self._code.verification_uri),
            max(1, self._code.interval),
        )

    def goedgekeurd(self) -> bool:
        """See the port. Asking again after a lost answer is harmless."""
        if self._wire is None or self._code is None:
            raise _not_begun()
        if self._token:
            return True
        answer = self._wire.token(self._code.device_code)
        if answer.state == "pending":
            return False
        if answer.state == "denied":
            raise ServerWeigert("De aanmelding is bij de gemeente geweigerd.", "Vraag de beheerder waarom.")
        if answer.state == "expired" or not answer.token or answer.ambtenaar is None:
            raise AanmeldingVerlopen("De code is verlopen.", "Vraag een nieuwe code en keur die meteen goed.")
        if self._current and answer.ambtenaar.id != self._current.ambtenaar_id:
            raise ServerWeigert(
                "Je bent aangemeld als iemand anders dan de eigenaar van deze kluis.",
                "Meld je aan met het account waarmee deze laptop is ingericht.",
            )
        self._token, self._ambtenaar = Geheim(answer.token), answer.ambtenaar
        return True

    def koppel(self, laptop: str) -> Koppeling:
        """See the port. The same vault asking twice is one laptop at the server."""
        if self._wire is None or self._hello is None or self._ambtenaar is None:
            raise _not_begun()
        name = " ".join(laptop.split())[:_MAX_NAME] or "laptop"
        registered = self._wire.enrol(Enrol(name=name, incarnation=self._incarnation), self._token)
        if registered.state is DeviceState.REVOKED:
            raise ApparaatIngetrokken()
        if self._current:
            return replace(self._current, server=self._server, token=self._token, device=registered.device)
        return self._first(self._wire, self._hello, self._ambtenaar, registered.device)

    def _first(self, wire: Wire, hello: Hello, ambtenaar: Ambtenaar, device: str) -> Koppeling:
        return Koppeling(
            server=self._server,
            token=self._token,
            device=device,
            incarnation=self._incarnation,
            epoch=hello.epoch,
            pin=wire.pin,
            gemeente=hello.municipality,
            ambtenaar_id=ambtenaar.id,
            ambtenaar=ambtenaar.naam,
            profiel={name: str(getattr(ambtenaar, name)) for name in _PROFILE},
            oefenen=hello.practice,
            ca_bestand=self._ca_file,
        )

    def close(self) -> None:
        """Let go of the connection; ``begin`` may follow."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None


def check_version(hello: Hello) -> Hello:
    """The same hello. Raises VersieVerschil when the protocols do not meet."""
    if hello.protocol_min <= PROTOCOL <= hello.protocol_max:
        return hello
    if hello.protocol_max < PROTOCOL:
        raise VersieVerschil(
            remedie="De server van de gemeente is ouder dan dit programma. Bel de beheerder."
        )
    raise VersieVerschil


def check_epoch(hello: Hello, epoch: str) -> None:
    """Raises AndereServer when the data of the municipality were put back or replaced."""
    if hello.epoch != epoch:
        raise AndereServer


def _safe(address: str) -> str:
    """An address that is shown and opened in the browser; a server cannot make us open anything else."""
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(parts.hostname or "")):
        return address
    raise ServerWeigert(
        "De server stuurde een aanmeldpagina die niet veilig is.", "Meld je niet aan en bel de beheerder."
    )


def _not_begun() -> AanmeldingVerlopen:
    return AanmeldingVerlopen("De aanmelding is nog niet begonnen.", "Vul het adres in en vraag een code.")
