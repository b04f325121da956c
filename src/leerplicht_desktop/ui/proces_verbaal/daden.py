"""What an officer does with the concept besides writing: sentences, sources, facts, hearings, annexes."""

from __future__ import annotations

from collections.abc import Callable

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.proces_verbaal.bijhouden import (
    bijlagen_kiezen,
    bronnen_bijwerken,
    eerdere_afdoeningen_noteren,
    feiten_herzien,
    pv_zin_toevoegen,
    pv_zin_wissen,
    verhoren_kiezen,
)
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_onthouden
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening
from leerplicht_desktop.domain.handhaving.proces_verbaal import Kennis

from .presenter import PVPresenter
from .schrijven import Schrijven


class Daden:
    """Each is one act on the concept that is open, after which it is read again."""

    def __init__(self, presenter: PVPresenter, klok: Klok) -> None:
        self._presenter = presenter
        self._klok = klok

    def zin_erbij(self, kennis: Kennis) -> None:
        """A sentence of the officer's own, with the time of now."""
        klok = self._klok
        self._presenter.bij_concept(
            lambda work, id_: pv_zin_toevoegen(work, klok, id_, kennis, klok.nu()),
            lambda zin: f"zin.{zin.id}",
        )

    def zin_weg(self, id_: str, *, van_papier: bool) -> None:
        """Off the paper, or back on it; an own sentence goes for good."""
        if not van_papier:
            self._presenter.met(lambda werk: werk.zin_weggelaten(id_, weg=False))
            return
        self._presenter.bij_concept(lambda work, concept: pv_zin_wissen(work, concept, id_))

    def bronnen_erbij(self) -> None:
        """Add what was recorded since."""
        klok = self._klok
        self._presenter.bij_concept(lambda work, id_: bronnen_bijwerken(work, klok, id_))

    def herzie(self, keuze: Feitkeuze) -> None:
        """Other days or another kind: facts and attendance are made anew."""
        self._presenter.met(_vergeet_feitfouten)
        self._presenter.bij_concept(lambda work, id_: feiten_herzien(work, id_, keuze), bij="feit")

    def kies_verhoren(self, verhoren: tuple[str, ...]) -> None:
        """Which hearings are joined."""
        self._presenter.bij_concept(lambda work, id_: verhoren_kiezen(work, id_, verhoren))

    def kies_bijlagen(self, bijlagen: tuple[str, ...]) -> None:
        """Which attachments go along."""
        self._presenter.bij_concept(lambda work, id_: bijlagen_kiezen(work, id_, bijlagen))

    def onthoud_verbalisant(self, klaar: Callable[[], None]) -> None:
        """The officer of this concept becomes the one with whom the next begins."""

        def gezegd(_: Touched) -> str:
            klaar()
            return ""

        self._presenter.bij_concept(verbalisant_onthouden, gezegd)

    def noteer_eerdere(self, eerdere: tuple[EerdereAfdoening, ...]) -> None:
        """Earlier outcomes (R21)."""
        self._presenter.bij_concept(lambda work, id_: eerdere_afdoeningen_noteren(work, id_, eerdere))


def _vergeet_feitfouten(werk: Schrijven) -> None:
    for veld in ("soort", "periode", "plaats", "gezag", "reden"):
        werk.fouten.pop(f"feit.{veld}", None)
