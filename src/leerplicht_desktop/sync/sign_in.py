"""Sign in and enrol: hello, the officer's account in the browser (in practice a code), a registered laptop.

The server's public key is learned at the first handshake and demanded from there on. Signing in again keeps
key, device, incarnation and pin: it is the same laptop at the same server. Nothing is written here: what a
sign-in gave is kept by whoever asked, when it is whole.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Protocol

import httpx

from leerplicht_desktop.casework.ports.brievenbus import Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import Aangemeld, Aanmeldpagina, Aanmeldstand
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    AndereServer,
    ApparaatIngetrokken,
    Geschorst,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_protocol.messages import Ambtenaar, DeviceState, Enrol, Hello
from leerplicht_protocol.model import PROTOCOL
from leerplicht_protocol.proof import new_key
from leerplicht_protocol.session import Session, SessionState

from .address import read_address
from .browser_road import BrowserRoad
from .code_road import CodeRoad
from .identity import Held, Identity, kept
from .wire import Destination, Wire

_MAX_NAME = 80
_PROFILE = ("functie", "organisatie", "telefoon", "aktenummer", "standplaats", "parket", "eed")
_STANDS = {
    SessionState.NEW: Aanmeldstand.NIEUW,
    SessionState.ACTIVE: Aanmeldstand.ACTIEF,
    SessionState.REVOKED: Aanmeldstand.INGETROKKEN,
    SessionState.SUSPENDED: Aanmeldstand.GESCHORST,
}


class Road(Protocol):
    """How the officer proves who he is."""

    by_right: bool
    """Whether enrolling asks for a one-time right."""

    def begin(self, hello: Hello, *, ander_account: bool = False) -> Aanmeldpagina:
        """Where he does so; ``ander_account`` as in the port."""

    def collect(self) -> Session | None:
        """The session that it gave; None while there is none yet."""

    def close(self) -> None:
        """Listen no more. From any thread."""


class SignInRoad:
    """Obeys :class:`leerplicht_desktop.casework.ports.gemeente.Aanmelding`."""

    def __init__(
        self, *, ca_file: str = "", proxy: str = "", transport: httpx.BaseTransport | None = None
    ) -> None:
        """``ca_file`` (PEM) replaces the system's authorities at a first sign-in."""
        self._ca_file = ca_file
        self._proxy = proxy
        self._transport = transport
        self._wire: Wire | None = None
        self._road: Road | None = None
        self._hello: Hello | None = None
        self._session: Session | None = None
        self._current: Koppeling | None = None
        self._key = ""
        self._held = Held()
        self._server = ""
        self._incarnation = uuid.uuid4().hex

    def begin(
        self,
        server: str,
        sleutel: Laptopsleutel | None = None,
        koppeling: Koppeling | None = None,
        *,
        ander_account: bool = False,
    ) -> Aanmeldpagina:
        """See the port. Another epoch than that of ``koppeling`` does not stop a new sign-in."""
        self._server = read_address(server)
        self.sluit()
        self._current, self._session, self._held = koppeling, None, Held()
        self._key = sleutel.sleutel if sleutel is not None else (self._key or new_key())
        pin, ca_file = (koppeling.pin, koppeling.ca_bestand) if koppeling else ("", self._ca_file)
        destination = Destination(self._server, pin, ca_file, self._proxy)
        wire = Wire(destination, Identity(self._key, self._held), self._transport)
        self._wire = wire
        try:
            self._hello = check_version(wire.hello())
            self._road = BrowserRoad(wire) if self._hello.sign_in == "provider" else CodeRoad(wire)
            return self._road.begin(self._hello, ander_account=ander_account)
        except BaseException:
            self.sluit()
            raise

    def aangemeld(self) -> Aangemeld | None:
        """See the port. Raises AanmeldingGeweigerd for another person than the owner of the vault."""
        if self._road is None:
            raise _not_begun()
        session = self._session or self._road.collect()
        if session is None:
            return None
        self._check_owner(session.ambtenaar)
        if self._current and session.device and session.device != self._current.device:
            raise _other_officer()
        self._session = session
        name = session.ambtenaar.naam if session.ambtenaar else session.name
        return Aangemeld(name, _STANDS[session.state], self._road.by_right)

    def koppel(self, laptop: str, inschrijfcode: str = "") -> Koppeling:
        """See the port. The same key asking twice is one laptop at the server."""
        wire, hello, session = self._wire, self._hello, self._session
        if wire is None or hello is None or session is None:
            raise _not_begun()
        ambtenaar, device = session.ambtenaar, session.device
        if session.state is SessionState.NEW:
            name = " ".join(laptop.split())[:_MAX_NAME] or "laptop"
            incarnation = self._current.incarnation if self._current else self._incarnation
            right = "".join(inschrijfcode.split()).upper()
            registered = wire.enrol(Enrol(name=name, incarnation=incarnation, right=right))
            if registered.state is DeviceState.REVOKED:
                raise ApparaatIngetrokken
            ambtenaar, device = registered.ambtenaar or ambtenaar, registered.device
        elif self._current is None:
            _check_may_enrol(session)
        if ambtenaar is None:
            raise _not_begun()
        self._check_owner(ambtenaar)
        if self._current:
            return replace(self._current, server=self._server, device=device)
        return self._first(wire, hello, ambtenaar, device)

    def laptopsleutel(self) -> Laptopsleutel:
        """See the port."""
        session = self._held.session
        if session is None:
            raise _not_begun()
        return kept(self._key, session)

    def stop(self) -> None:
        """See the port."""
        if self._road is not None:
            self._road.close()

    def sluit(self) -> None:
        """See the port."""
        self.stop()
        self._road = None
        if self._wire is not None:
            self._wire.close()
            self._wire = None

    def _check_owner(self, ambtenaar: Ambtenaar | None) -> None:
        if self._current and ambtenaar is not None and ambtenaar.id != self._current.ambtenaar_id:
            raise _other_officer()

    def _first(self, wire: Wire, hello: Hello, ambtenaar: Ambtenaar, device: str) -> Koppeling:
        return Koppeling(
            server=self._server,
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


def _check_may_enrol(session: Session) -> None:
    """A laptop without a tie has nothing to hand in, so the one right that is left is of no use to it."""
    if session.state is SessionState.REVOKED:
        raise ApparaatIngetrokken
    if session.state is SessionState.SUSPENDED:
        raise Geschorst


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


def check_practice(hello: Hello, practising: bool) -> None:
    """Raises ServerWeigert when a server is for practice now and was not when enrolled, or the reverse."""
    if hello.practice != practising:
        now, before = ("om te oefenen", "echt") if hello.practice else ("echt", "om te oefenen")
        raise ServerWeigert(
            f"De server van de gemeente zegt dat hij nu {now} is, en was bij het inrichten {before}.",
            "Er is niets verstuurd en niets opgehaald. Bel de beheerder.",
        )


def _other_officer() -> AanmeldingGeweigerd:
    return AanmeldingGeweigerd(
        "Je bent aangemeld als iemand anders dan de eigenaar van deze laptop.",
        "Meld je in de browser af en daarna aan met het account waarmee deze laptop is ingericht.",
    )


def _not_begun() -> AanmeldingNietAf:
    return AanmeldingNietAf("Het aanmelden is nog niet begonnen.")
