"""Ties the set-up screen to its presenter."""

from __future__ import annotations

from .presenter import InrichtPresenter
from .view import InrichtScherm


def verbind(scherm: InrichtScherm, presenter: InrichtPresenter) -> None:
    """What the officer does goes to the presenter."""
    scherm.server_gekozen.connect(presenter.zoek_server)
    scherm.antwoord_gevraagd.connect(presenter.vraag_antwoord)
    scherm.terug_gevraagd.connect(presenter.terug)
    scherm.opnieuw_gevraagd.connect(presenter.probeer_opnieuw)
    scherm.inleveren_gevraagd.connect(presenter.lever_in)
    scherm.wachtzin_gekozen.connect(presenter.kies_wachtzin)
    scherm.wachtzinvlak.getypt.connect(presenter.keuring.getypt)
    scherm.wachtzinvlak.voorstel_gevraagd.connect(presenter.keuring.stel_voor)
    scherm.inschrijfcode_gekozen.connect(presenter.kies_inschrijfcode)
