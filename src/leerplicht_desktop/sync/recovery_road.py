"""The road of a laptop whose vault does not open: nobody is signed in, and a key of this moment proves it."""

from __future__ import annotations

import httpx

from leerplicht_desktop.casework.ports.herstel import Herstelantwoord, Herstelstand, Herstelvraag
from leerplicht_protocol.codec import read
from leerplicht_protocol.messages import Noted
from leerplicht_protocol.proof import new_key
from leerplicht_protocol.recovery import ANSWER, ASK, RecoveryAnswer, RecoveryQuestion, RecoveryState

from .identity import Held, Identity
from .wire import Destination, Wire

_STANDS = {
    RecoveryState.ASKED: Herstelstand.GEVRAAGD,
    RecoveryState.HALF: Herstelstand.EERSTE,
    RecoveryState.OPENED: Herstelstand.GEOPEND,
    RecoveryState.GONE: Herstelstand.VERLOPEN,
}


class _RecoveryWire(Wire):
    """The two requests of recovery."""

    def recover(self, message: str, handle: str) -> RecoveryAnswer:
        """Ask, which the server knows when it comes again, and hear how it stands."""
        self._model(Noted, self._ask("POST", ASK, read(message.encode())))
        question = RecoveryQuestion(handle=handle).model_dump(mode="json")
        return self._model(RecoveryAnswer, self._ask("POST", ANSWER, question))


class RecoveryRoad:
    """Obeys :class:`leerplicht_desktop.casework.ports.herstel.Herstelweg`."""

    def __init__(self, proxy: str = "", transport: httpx.BaseTransport | None = None) -> None:
        self._proxy = proxy
        self._transport = transport

    def vraag(self, vraag: Herstelvraag) -> Herstelantwoord:
        """See the port."""
        destination = Destination(vraag.server, vraag.pin, vraag.ca_bestand, self._proxy)
        wire = _RecoveryWire(destination, Identity(new_key(), Held()), self._transport)
        try:
            answer = wire.recover(vraag.bericht, vraag.houvast)
        finally:
            wire.close()
        return Herstelantwoord(_STANDS[answer.state], bytes.fromhex(answer.sealed))
