"""The shared fields: what officers were told of a family and no register says."""

from __future__ import annotations

from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_protocol.plain_text import plain
from leerplicht_protocol.told import TOLD


class Deelveld(StrEnum):
    """One field that any officer of the dossier may change."""

    BELNUMMER = "belnummer"
    TAAL = "taal"
    TOLK = "tolk"
    GEZAG = "gezag_verteld"
    CONTACTVERBOD = "contactverbod"
    VEILIGHEID = "veiligheid"
    SCHOOLCONTACT = "schoolcontact"

    @property
    def naam(self) -> str:
        """What it is called on the screen."""
        return _WOORDEN[self][0]

    @property
    def hulp(self) -> str:
        """What belongs in it."""
        return _WOORDEN[self][1]

    @property
    def meeste(self) -> int:
        """How many characters fit."""
        return TOLD[self.value]


_WOORDEN = {
    Deelveld.BELNUMMER: ("Telefoon", "Op welk nummer je belt, en van wie het is."),
    Deelveld.TAAL: ("Taal thuis", "Welke taal het gezin spreekt."),
    Deelveld.TOLK: ("Tolk", "Welke taal, en aan huis of telefonisch."),
    Deelveld.GEZAG: ("Gezag, zoals verteld", "Wie het vertelde en wat. Het register gaat voor."),
    Deelveld.CONTACTVERBOD: ("Contactverbod", "Voor wie, en tot wanneer."),
    Deelveld.VEILIGHEID: ("Veiligheid", "Wat een collega aan de deur moet weten."),
    Deelveld.SCHOOLCONTACT: ("Contact op school", "Wie je daar spreekt, en hoe."),
}


def controleer(veld: Deelveld, tekst: str) -> str:
    """The text on one line, or DomainError with what must change. Empty means: not known."""
    schoon = " ".join(plain(tekst).split())
    if len(schoon) > veld.meeste:
        te_veel = len(schoon) - veld.meeste
        raise DomainError(veld.value, f"Dit is {te_veel} tekens te lang. Er passen er {veld.meeste}.")
    if veld is Deelveld.BELNUMMER and schoon and not any(teken.isdigit() for teken in schoon):
        raise DomainError(veld.value, "Hier staat geen cijfer in. Typ het nummer, met van wie het is.")
    return schoon
