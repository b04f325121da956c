"""The screens of the work, made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from leerplicht_desktop.ui.gegevens import gegevensscherm
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm


def makers(context: Context) -> dict[str, Callable[[], Scherm]]:
    """Every screen by its name; importing waits until the screen is asked for."""
    return {name: partial(make, context) for name, make in _SCREENS.items()}


def _today(context: Context) -> Scherm:
    from leerplicht_desktop.ui.vandaag.view import VandaagScherm

    return VandaagScherm(context)


def _dossiers(context: Context) -> Scherm:
    from leerplicht_desktop.ui.dossiers.view import DossiersScherm

    return DossiersScherm(context)


def _taken(context: Context) -> Scherm:
    from leerplicht_desktop.ui.taken.view import TakenScherm

    return TakenScherm(context)


def _deurbezoek(context: Context) -> Scherm:
    from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm

    return DeurbezoekScherm(context)


def _gesprek(context: Context) -> Scherm:
    from leerplicht_desktop.ui.gesprek.view import GesprekScherm

    return GesprekScherm(context)


def _report(context: Context) -> Scherm:
    from leerplicht_desktop.ui.verslag.view import VerslagScherm

    return VerslagScherm(context)


def _brief(context: Context) -> Scherm:
    from leerplicht_desktop.ui.brief.view import BriefScherm

    return BriefScherm(context)


def _verhoor(context: Context) -> Scherm:
    from leerplicht_desktop.ui.verhoor.view import VerhoorScherm

    return VerhoorScherm(context)


def _proces_verbaal(context: Context) -> Scherm:
    from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm

    return ProcesVerbaalScherm(context)


def _processen_verbaal(context: Context) -> Scherm:
    from leerplicht_desktop.ui.pv_lijst.view import ProcessenVerbaalScherm

    return ProcessenVerbaalScherm(context)


def _procedure(context: Context) -> Scherm:
    from leerplicht_desktop.ui.procedure.view import ProcedureScherm

    return ProcedureScherm(context)


def _sync_screen(context: Context) -> Scherm:
    from leerplicht_desktop.ui.synchronisatie.view import SynchronisatieScherm

    return SynchronisatieScherm(context)


def _settings(context: Context) -> Scherm:
    from leerplicht_desktop.ui.instellingen.view import InstellingenScherm

    return InstellingenScherm(context)


_SCREENS: dict[str, Callable[[Context], Scherm]] = {
    "vandaag": _today,
    "dossiers": _dossiers,
    "taken": _taken,
    "deurbezoek": _deurbezoek,
    "gesprek": _gesprek,
    "verslag": _report,
    "brief": _brief,
    "verhoor": _verhoor,
    "proces_verbaal": _proces_verbaal,
    "processen_verbaal": _processen_verbaal,
    "procedure": _procedure,
    "gegevens": gegevensscherm,
    "synchronisatie": _sync_screen,
    "instellingen": _settings,
}
