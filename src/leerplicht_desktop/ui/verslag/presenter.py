"""Between the preview and the paper: the report of a visit is made in memory each time it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.woorden import opsomming, plaatselijk


@dataclass(frozen=True, slots=True)
class Kop:
    """What stands above the page; ``bestandsnaam`` names no person.

    ``geheim`` says that somebody of these dossiers keeps his address secret (R24).
    """

    namen: str
    wanneer: str
    bestandsnaam: str
    geheim: bool


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_kop(self, kop: Kop) -> None:
        """Say whose report it is."""

    def toon_bezig(self) -> None:
        """The report is being made."""

    def toon_verslag(self, pdf: bytes) -> None:
        """Show the report."""

    def toon_probleem(self, probleem: BekendProbleem) -> None:
        """The report could not be made: what went wrong and what to do."""


class VerslagPresenter:
    """One report at a time. Its bytes are forgotten when the screen is left."""

    def __init__(self, context: Context, weergave: Weergave) -> None:
        self._context = context
        self._weergave = weergave
        self._bezoek = ""
        self._onderweg: Toekomst | None = None
        self.pdf = b""
        """The report; empty without one."""

    def open(self, bezoek: str) -> None:
        """Make the report of a visit."""
        self.sluit()
        self._bezoek = bezoek
        self._weergave.toon_bezig()
        self._onderweg = self._context.lees(lambda caseload: _kop(caseload, bezoek), self._kop_gelezen)

    def sluit(self) -> None:
        """Forget the report, and the answer that is still on its way."""
        if self._onderweg is not None:
            self._onderweg.annuleer()
        self._onderweg, self.pdf = None, b""

    def maak(self) -> None:
        """Make the report (again)."""
        bezoek, papier = self._bezoek, self._context.papier
        self._weergave.toon_bezig()
        self._onderweg = self._context.zij.submit(
            lambda: papier.bezoekverslag(bezoek), self._gemaakt, self._mis
        )

    def _kop_gelezen(self, kop: Kop | None) -> None:
        if kop is None:
            self._context.navigatie.toast("Dit bezoek staat niet meer op deze laptop.")
            self._context.navigatie.terug()
            return
        self._weergave.toon_kop(kop)
        self.maak()

    def _gemaakt(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._weergave.toon_verslag(pdf)

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, BekendProbleem):
            self._weergave.toon_probleem(fout)
        else:
            self._context.navigatie.probleem(fout)


def _kop(caseload: Caseload, id_: str) -> Kop | None:
    try:
        bezoek = caseload.bezoek(id_)
    except KeyError:
        return None
    beelden = [beeld for dossier in bezoek.dossiers if (beeld := caseload.dossier(dossier)) is not None]
    begonnen = plaatselijk(bezoek.begonnen_op)
    return Kop(
        opsomming(beeld.naam for beeld in beelden),
        short_moment(begonnen),
        f"bezoekverslag-{begonnen.date().isoformat()}.pdf",
        any(map(_geheim, beelden)),
    )


def _geheim(beeld: DossierBeeld) -> bool:
    return beeld.jongere.geheim or any(persoon.geheim for persoon in beeld.betrokkenen)
