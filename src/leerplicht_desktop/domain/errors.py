"""The one kind of error that belongs beside a field on the screen."""

from __future__ import annotations


class DomainError(ValueError):
    """A value the law or the trade does not allow.

    ``veld`` names the field as code knows it, ``bericht`` is the Dutch sentence for the officer (what is
    wrong and how to mend it) and ``artikel`` the source of the rule. The text never holds personal data:
    it ends up in messages and may end up in a log.
    """

    def __init__(self, veld: str, bericht: str, artikel: str | None = None) -> None:
        super().__init__(f"{veld}: {bericht}" + (f" ({artikel})" if artikel else ""))
        self.veld = veld
        self.bericht = bericht
        self.artikel = artikel
