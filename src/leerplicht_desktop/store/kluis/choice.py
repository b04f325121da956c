"""Whether a passphrase is good enough for this laptop, and five words for who would rather have one given."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from leerplicht_desktop.casework.ports.wachtzin import Sterkte, Wachtzinoordeel

from .judge import guesses
from .words import draw

ENOUGH = 12.0
"""Least guesses, as a power of ten, beside the secret of a keyring."""
ENOUGH_ALONE = 13.0
"""The same where the passphrase is the only lock."""
_STEPS = (
    (8.0, Sterkte.ZEER_ZWAK),
    (12.0, Sterkte.ZWAK),
    (14.0, Sterkte.REDELIJK),
    (16.0, Sterkte.STERK),
)


class PassphraseChoice:
    """Obeys the port ``Wachtzinkeuze``. ``alone`` says whether the passphrase is the only lock."""

    def __init__(self, alone: Callable[[], bool] = lambda: False) -> None:
        self.alone = alone
        self._drawn: set[str] = set()

    def stel_voor(self) -> str:
        """What is drawn here is not judged: its strength is known."""
        words = draw()
        self._drawn.add(words)
        return words

    def keur(self, wachtzin: str, eigen: Sequence[str] = ()) -> Wachtzinoordeel:
        """See the port."""
        if unicodedata.normalize("NFC", wachtzin) in self._drawn:
            return Wachtzinoordeel(Sterkte.ZEER_STERK, True)
        power = guesses(wachtzin, eigen)
        word = next((word for below, word in _STEPS if power < below), Sterkte.ZEER_STERK)
        return Wachtzinoordeel(word, power >= (ENOUGH_ALONE if self.alone() else ENOUGH))
