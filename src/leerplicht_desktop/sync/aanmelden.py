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

from .adres import is_deze_machine, lees_adres
from .wire import Bestemming, Wire

_MAX_NAAM = 80
_PROFIEL = ("functie", "organisatie", "telefoon", "aktenummer", "standplaats", "parket", "eed")


class CodeAanmelding:
    """Obeys :class:`leerplicht_desktop.casework.ports.gemeente.Aanmelding`; every call on the side lane."""

    def __init__(
        self,
        *,
        ca_bestand: str = "",
        huidig: Koppeling | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """``huidig`` is the tie to renew; ``ca_bestand`` (PEM) replaces the system's authorities."""
        self._ca_bestand = huidig.ca_bestand if huidig else ca_bestand
        self._huidig = huidig
        self._transport = transport
        self._wire: Wire | None = None
        self._server = ""
        self._hello: Hello | None = None
        self._code: DeviceCode | None = None
        self._token = Geheim()
        self._ambtenaar: Ambtenaar | None = None
        self._incarnatie = huidig.incarnation if huidig else uuid.uuid4().hex

    def begin(self, server: str) -> Aanmeldcode:
        """See the port. Another epoch than that of ``huidig`` does not stop the renewal of a sign-in."""
        self._server = lees_adres(server)
        pin = self._huidig.pin if self._huidig else ""
        self.close()
        self._wire = Wire(Bestemming(self._server, pin, self._ca_bestand), self._transport)
        self._token, self._ambtenaar = Geheim(), None
        self._hello = controleer_versie(self._wire.hello())
        self._code = self._wire.device_code()
        return Aanmeldcode(
            self._hello.municipality,
            self._hello.practice,
            self._code.user_code,
            _veilig(self._code.verification_uri),
            max(1, self._code.interval),
        )

    def goedgekeurd(self) -> bool:
        """See the port. Asking again after a lost answer is harmless."""
        if self._wire is None or self._code is None:
            raise _niet_begonnen()
        if self._token:
            return True
        antwoord = self._wire.token(self._code.device_code)
        if antwoord.state == "pending":
            return False
        if antwoord.state == "denied":
            raise ServerWeigert("De aanmelding is bij de gemeente geweigerd.", "Vraag de beheerder waarom.")
        if antwoord.state == "expired" or not antwoord.token or antwoord.ambtenaar is None:
            raise AanmeldingVerlopen("De code is verlopen.", "Vraag een nieuwe code en keur die meteen goed.")
        if self._huidig and antwoord.ambtenaar.id != self._huidig.ambtenaar_id:
            raise ServerWeigert(
                "Je bent aangemeld als iemand anders dan de eigenaar van deze kluis.",
                "Meld je aan met het account waarmee deze laptop is ingericht.",
            )
        self._token, self._ambtenaar = Geheim(antwoord.token), antwoord.ambtenaar
        return True

    def koppel(self, laptop: str) -> Koppeling:
        """See the port. The same vault asking twice is one laptop at the server."""
        if self._wire is None or self._hello is None or self._ambtenaar is None:
            raise _niet_begonnen()
        naam = " ".join(laptop.split())[:_MAX_NAAM] or "laptop"
        apparaat = self._wire.enrol(Enrol(name=naam, incarnation=self._incarnatie), self._token)
        if apparaat.state is DeviceState.REVOKED:
            raise ApparaatIngetrokken()
        if self._huidig:
            return replace(self._huidig, server=self._server, token=self._token, device=apparaat.device)
        return self._nieuw(self._wire, self._hello, self._ambtenaar, apparaat.device)

    def _nieuw(self, wire: Wire, hello: Hello, ambtenaar: Ambtenaar, device: str) -> Koppeling:
        return Koppeling(
            server=self._server,
            token=self._token,
            device=device,
            incarnation=self._incarnatie,
            epoch=hello.epoch,
            pin=wire.pin,
            gemeente=hello.municipality,
            ambtenaar_id=ambtenaar.id,
            ambtenaar=ambtenaar.naam,
            profiel={naam: str(getattr(ambtenaar, naam)) for naam in _PROFIEL},
            oefenen=hello.practice,
            ca_bestand=self._ca_bestand,
        )

    def close(self) -> None:
        """Let go of the connection; ``begin`` may follow."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None


def controleer_versie(hello: Hello) -> Hello:
    """The same hello. Raises VersieVerschil when the protocols do not meet."""
    if hello.protocol_min <= PROTOCOL <= hello.protocol_max:
        return hello
    if hello.protocol_max < PROTOCOL:
        raise VersieVerschil(
            remedie="De server van de gemeente is ouder dan dit programma. Bel de beheerder."
        )
    raise VersieVerschil


def controleer_epoch(hello: Hello, epoch: str) -> None:
    """Raises AndereServer when the data of the municipality were put back or replaced."""
    if hello.epoch != epoch:
        raise AndereServer


def _veilig(adres: str) -> str:
    """An address that is shown and opened in the browser; a server cannot make us open anything else."""
    delen = urlsplit(adres)
    if delen.scheme == "https" or (delen.scheme == "http" and is_deze_machine(delen.hostname or "")):
        return adres
    raise ServerWeigert(
        "De server stuurde een aanmeldpagina die niet veilig is.", "Meld je niet aan en bel de beheerder."
    )


def _niet_begonnen() -> AanmeldingVerlopen:
    return AanmeldingVerlopen("De aanmelding is nog niet begonnen.", "Vul het adres in en vraag een code.")
