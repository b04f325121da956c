"""Proving who you are with a code that somebody approves elsewhere (RFC 8628): in practice."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.gemeente import Aanmeldpagina
from leerplicht_desktop.casework.problems import AanmeldingNietAf, ServerWeigert
from leerplicht_protocol.messages import DeviceCode, Hello
from leerplicht_protocol.session import Session

from .address import safe_page
from .wire import Wire


class CodeRoad:
    """Obeys :class:`.sign_in.Road`."""

    by_right = False

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._code: DeviceCode | None = None

    def begin(self, hello: Hello, *, ander_account: bool = False) -> Aanmeldpagina:
        """Ask for a code; whoever approves it says which account."""
        self._code = self._wire.device_code()
        return Aanmeldpagina(
            hello.municipality,
            hello.practice,
            safe_page(self._code.verification_uri),
            self._code.user_code,
            max(1, self._code.interval),
        )

    def collect(self) -> Session | None:
        """The session, once the code was approved. Raises AanmeldingNietAf when it ran out."""
        if self._code is None:
            raise AanmeldingNietAf
        answer = self._wire.code_token(self._code.device_code)
        if answer.state == "pending":
            return None
        if answer.state == "denied":
            raise ServerWeigert("De aanmelding is bij de gemeente geweigerd.", "Vraag de beheerder waarom.")
        if answer.state == "expired" or answer.session is None:
            raise AanmeldingNietAf("De code is verlopen.", "Vraag een nieuwe code en keur die meteen goed.")
        return answer.session

    def close(self) -> None:
        """Nobody listens on this road."""
