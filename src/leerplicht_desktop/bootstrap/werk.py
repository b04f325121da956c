"""The screens of the work, made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable

from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.screen import Screen


def makers(context: Context) -> dict[str, Callable[[], Screen]]:
    """Every screen by its name; importing waits until the screen is asked for."""

    def dossiers() -> Screen:
        from leerplicht_desktop.ui.dossiers.view import DossiersScherm

        return DossiersScherm(context)

    def taken() -> Screen:
        from leerplicht_desktop.ui.taken.view import TakenScherm

        return TakenScherm(context)

    def deurbezoek() -> Screen:
        from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm

        return DeurbezoekScherm(context)

    def gesprek() -> Screen:
        from leerplicht_desktop.ui.gesprek.view import GesprekScherm

        return GesprekScherm(context)

    def verslag() -> Screen:
        from leerplicht_desktop.ui.verslag.view import VerslagScherm

        return VerslagScherm(context)

    def synchronisatie() -> Screen:
        from leerplicht_desktop.ui.synchronisatie.view import SynchronisatieScherm

        return SynchronisatieScherm(context)

    def instellingen() -> Screen:
        from leerplicht_desktop.ui.instellingen.view import InstellingenScherm

        return InstellingenScherm(context)

    return {
        "dossiers": dossiers,
        "taken": taken,
        "deurbezoek": deurbezoek,
        "gesprek": gesprek,
        "verslag": verslag,
        "synchronisatie": synchronisatie,
        "instellingen": instellingen,
    }
