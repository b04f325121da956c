"""What can be wrong with a sign-in: a code for the laptop, a sentence for the officer, a word for the log."""

from __future__ import annotations

from leerplicht_protocol.session import Refused

SENTENCES = {
    Refused.NONCE: "Nog eens, met het teken van de server.",
    Refused.SIGN_IN: "Je bent niet aangemeld, of de aanmelding geldt niet meer. Meld je aan.",
    Refused.DAY_OVER: "De werkdag van deze aanmelding is om. Meld je opnieuw aan.",
    Refused.ACCOUNT_ENDED: "De aanmelddienst kent deze aanmelding niet meer. Meld je opnieuw aan.",
    Refused.NO_GROUP: (
        "Je account hoort bij geen groep van Leerplicht. Vraag je teamleider of de beheerder."
    ),
    Refused.GROUPS_INCOMPLETE: (
        "De aanmelddienst stuurt niet al je groepen mee. Bel de beheerder: laat alleen de groepen van "
        "dit programma meesturen."
    ),
    Refused.SIGN_IN_UNKNOWN: "Deze aanmelding is niet van deze server. Begin opnieuw.",
    Refused.SIGN_IN_EXPIRED: "De aanmelding duurde te lang. Begin opnieuw.",
    Refused.OTHER_KEY: "Deze aanmelding is op een andere laptop begonnen. Begin opnieuw.",
    Refused.PROVIDER_AWAY: (
        "De aanmelddienst van de gemeente antwoordt niet. Je werkt gewoon door; probeer het later opnieuw."
    ),
    Refused.PROVIDER_SETTINGS: (
        "De server en de aanmelddienst van de gemeente passen niet bij elkaar. Je werkt gewoon door; "
        "bel de beheerder."
    ),
    Refused.PROVIDER_REFUSED: "De aanmelddienst neemt deze aanmelding niet aan. Begin opnieuw.",
    Refused.TOKEN_KEY: (
        "De aanmelding is ondertekend met een sleutel die niet van de aanmelddienst is. Bel de beheerder."
    ),
    Refused.TOKEN_EXPIRED: "De aanmelding is verlopen. Meld je opnieuw aan.",
    Refused.TOKEN_CLOCK: (
        "De klok van de server en die van de aanmelddienst lopen uiteen. Bel de beheerder."
    ),
    Refused.TOKEN_OTHER: "Deze aanmelding was niet voor dit programma of dit verzoek. Begin opnieuw.",
    Refused.SECOND_FACTOR: (
        "De aanmelding was zonder tweede factor. Stel die in bij je account, of bel de beheerder."
    ),
    Refused.BARRED: "Je toegang is door de gemeente gestopt. Bel de beheerder.",
    Refused.OTHER_OFFICER: (
        "Deze laptop of deze inschrijfcode is van een andere ambtenaar. Meld je aan met het account "
        "waarmee hij is ingericht."
    ),
    Refused.RIGHT: "Deze inschrijfcode is niet (meer) geldig. Vraag de beheerder een nieuwe.",
    Refused.NOT_ENROLLED: "Deze laptop is niet bij de gemeente ingeschreven. Richt hem opnieuw in.",
    Refused.REVOKED: "Deze laptop is door de gemeente ingetrokken.",
    Refused.SUSPENDED: "Je toegang is door de gemeente stilgezet. Bel de beheerder.",
    Refused.AGAIN: "Nog eens: een andere vernieuwing was eerder.",
}

_STATUS = {
    400: {Refused.SIGN_IN_UNKNOWN, Refused.SIGN_IN_EXPIRED, Refused.OTHER_KEY},
    401: {Refused.NONCE, Refused.SIGN_IN, Refused.DAY_OVER, Refused.ACCOUNT_ENDED},
    409: {Refused.AGAIN},
    503: {Refused.PROVIDER_AWAY, Refused.PROVIDER_SETTINGS},
}


class SignInError(Exception):
    """A sign-in, a renewal or an enrolment is refused. ``why`` is a word for the log; never personal."""

    def __init__(self, code: Refused, why: str = "", status: int = 0) -> None:
        super().__init__(code.value)
        self.code = code
        self.why = why
        self.status = status or next((s for s, codes in _STATUS.items() if code in codes), 403)

    @property
    def sentence(self) -> str:
        """For the officer."""
        return SENTENCES[self.code]


class ProviderSaysNoError(SignInError):
    """The provider said no to this person or this code; nothing of ours is at fault."""


class ProviderAwayError(SignInError):
    """The provider gave no answer about the person, or what is set here is wrong: nothing is decided."""

    def __init__(self, why: str, code: Refused = Refused.PROVIDER_AWAY) -> None:
        super().__init__(code, why)
