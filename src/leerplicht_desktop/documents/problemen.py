"""What can go wrong on the way to paper, in words for the officer."""

from __future__ import annotations

from leerplicht_desktop.casework.problems import BekendProbleem


class PapierProblem(BekendProbleem):
    """A document that could not be made, shown or sealed.

    ``bijzonderheden`` are technical lines for the report to the maintainers; they never hold text of the
    document itself.
    """

    bericht = "Dit document kon niet worden gemaakt."
    remedie = "Er is niets verloren gegaan. Probeer het opnieuw."

    def __init__(
        self, bericht: str | None = None, remedie: str | None = None, bijzonderheden: tuple[str, ...] = ()
    ) -> None:
        super().__init__(bericht, remedie)
        self.bijzonderheden = bijzonderheden


class FormulierProblem(PapierProblem):
    """A form or house style that cannot be used; ``bijzonderheden`` names every mistake with its place."""
