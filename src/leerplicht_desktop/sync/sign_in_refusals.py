"""What a refusal around signing in means for the officer: for every code one sentence, and what to do.

The server's own sentences are not shown: a server, or who sits between, would then speak in the name of this
program.
"""

from __future__ import annotations

from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    AanmeldingVerlopen,
    ApparaatIngetrokken,
    Geschorst,
    SyncProblem,
)
from leerplicht_protocol.session import Refused

_AGAIN = "Meld je opnieuw aan."
_ADMINISTRATOR = "Bel de beheerder."
_NOT_YET = "Je bent nog niet bevoegd"
_WORK_ON = "Je werkt gewoon door; probeer het aanmelden later opnieuw."

AWAY: dict[str, tuple[str | None, str | None]] = {
    Refused.PROVIDER_AWAY: ("De aanmelddienst van de gemeente antwoordt niet.", _WORK_ON),
    Refused.PROVIDER_SETTINGS: (
        "De aanmelddienst van de gemeente is niet zoals bij de server is ingesteld.",
        _ADMINISTRATOR,
    ),
}
"""Codes beside a 5xx: what happened, and what to do."""

_REFUSED: dict[str, tuple[str, str, str]] = {
    Refused.NO_GROUP: (
        "Je account hoort bij geen groep van Leerplicht.",
        "Vraag je teamleider of de beheerder om je toe te voegen.",
        _NOT_YET,
    ),
    Refused.GROUPS_INCOMPLETE: (
        "De aanmelddienst stuurt niet al je groepen mee, omdat het er te veel zijn.",
        "Bel de beheerder: laat alleen de groepen van dit programma meesturen.",
        _NOT_YET,
    ),
    Refused.PROVIDER_REFUSED: (
        "De aanmelddienst van de gemeente neemt deze aanmelding niet aan.",
        "Begin opnieuw. Gebeurt het weer, bel dan de beheerder.",
        "",
    ),
    Refused.TOKEN_KEY: (
        "De aanmelding is ondertekend met een sleutel die niet van de aanmelddienst is.",
        _ADMINISTRATOR,
        "",
    ),
    Refused.TOKEN_EXPIRED: ("De aanmelding is verlopen.", _AGAIN, ""),
    Refused.TOKEN_CLOCK: (
        "De klok van de server en die van de aanmelddienst lopen meer dan vijf minuten uiteen.",
        _ADMINISTRATOR,
        "",
    ),
    Refused.TOKEN_OTHER: (
        "Het antwoord kwam van een andere aanmelddienst of hoort bij een ander programma.",
        _ADMINISTRATOR,
        "",
    ),
    Refused.SECOND_FACTOR: (
        "De gemeente vraagt een tweede controle bij het aanmelden, en die is niet gedaan.",
        "Meld je opnieuw aan en doe de tweede controle. Lukt dat niet, bel dan de beheerder.",
        "",
    ),
    Refused.BARRED: (
        "De gemeente heeft je toegang beëindigd.",
        "Klopt dat niet? Bel de beheerder.",
        "Je bent niet meer bevoegd",
    ),
    Refused.OTHER_OFFICER: (
        "Deze laptop of deze inschrijfcode is van een andere ambtenaar.",
        "Meld je aan met je eigen account, of vraag de beheerder om een inschrijfcode op jouw naam.",
        "",
    ),
    Refused.RIGHT: (
        "Deze inschrijfcode is niet (meer) geldig.",
        "Kijk of je hem goed hebt overgenomen, of vraag de beheerder om een nieuwe.",
        "",
    ),
    Refused.NOT_ENROLLED: (
        "Deze laptop is niet bij de gemeente ingeschreven.",
        "Meld je aan, en vraag de beheerder om een inschrijfcode. Je werk blijft bewaard.",
        "",
    ),
}

_UNFINISHED: dict[str, str] = {
    Refused.SIGN_IN_UNKNOWN: "Deze aanmelding is niet bij deze server begonnen.",
    Refused.SIGN_IN_EXPIRED: "Het aanmelden duurde te lang.",
    Refused.OTHER_KEY: "Deze aanmelding is op een andere laptop begonnen.",
}


def problem_of(code: str) -> SyncProblem | None:
    """The problem behind a code about signing in; None for any other code."""
    if code in _REFUSED:
        return AanmeldingGeweigerd(*_REFUSED[code])
    if code in _UNFINISHED:
        return AanmeldingNietAf(_UNFINISHED[code])
    if code == Refused.ACCOUNT_ENDED:
        return AanmeldingVerlopen(
            "De gemeente heeft je aanmelding beëindigd.",
            f"{_AGAIN} Je werkt gewoon door; je werk blijft bewaard.",
        )
    if code in {Refused.SIGN_IN, Refused.DAY_OVER, Refused.NONCE}:
        return AanmeldingVerlopen()
    if code == Refused.REVOKED:
        return ApparaatIngetrokken()
    return Geschorst() if code == Refused.SUSPENDED else None
