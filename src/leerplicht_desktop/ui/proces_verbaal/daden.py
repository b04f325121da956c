"""What an officer does with the concept besides writing: sentences, sources, facts, hearings, annexes."""

from __future__ import annotations

from collections.abc import Callable

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.bijhouden import (
    bijlagen_kiezen,
    eerdere_afdoeningen_noteren,
    feiten_herzien,
    verhoren_kiezen,
)
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_onthouden
from leerplicht_desktop.casework.proces_verbaal.zinnen import (
    bronnen_bijwerken,
    pv_zin_afschermen,
    pv_zin_herstellen,
    pv_zin_inkorten,
    pv_zin_kiezen,
    pv_zin_toevoegen,
    pv_zin_weergeven,
    pv_zin_weglaten,
)
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening
from leerplicht_desktop.domain.handhaving.pvzin import Deel, Grond

from .presenter import PVPresenter
from .schrijven import Schrijven
from .zingereedschap import AFSCHERMEN, INKORTEN, WEERGEVEN


class Daden:
    """Each is one act on the concept that is open, after which it is read again."""

    def __init__(self, presenter: PVPresenter, klok: Klok) -> None:
        self._presenter = presenter
        self._klok = klok

    def zin_erbij(self) -> None:
        """A sentence of the officer's own, with the time of now."""
        klok = self._klok
        self._presenter.bij_concept(
            lambda work, id_: pv_zin_toevoegen(work, klok, id_, klok.nu()), lambda zin: f"zin.{zin.id}"
        )

    def zin_kiezen(self, id_: str, reden: str) -> None:
        """Put a sentence on the paper, with why where that is asked."""
        self._presenter.bij_concept(
            lambda work, concept: pv_zin_kiezen(work, concept, id_, reden), bij=f"zin.{id_}"
        )

    def zin_weg(self, id_: str) -> None:
        """Leave a sentence off the paper; an own sentence goes for good."""
        self._presenter.bij_concept(
            lambda work, concept: pv_zin_weglaten(work, concept, id_), bij=f"zin.{id_}"
        )

    def zin_bewerken(self, id_: str, daad: str, begin: int, eind: int) -> None:
        """Shorten, mask, tell in own words, or put back as it was."""

        def act(work: Work, concept: str) -> None:
            if daad == INKORTEN:
                pv_zin_inkorten(work, concept, id_, begin, eind)
            elif daad == AFSCHERMEN:
                pv_zin_afschermen(work, concept, id_, Deel(begin, eind), Grond.ADRES)
            elif daad == WEERGEVEN:
                pv_zin_weergeven(work, concept, id_)
            else:
                pv_zin_herstellen(work, concept, id_)

        self._presenter.bij_concept(act, lambda _: f"zin.{id_}", bij=f"zin.{id_}")

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
