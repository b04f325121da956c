"""A citizen asks for his data: the privacy officer writes them down, per law, as PDF and as JSON."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import acts, search
from .dossier_lines import today
from .errors import ServerError
from .journal import What
from .opened import opened
from .own_data import ABOUT, package
from .own_data_paper import paper
from .records import AVG, WPG

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]


def add(commands: Commands) -> None:
    """Add this command to the command line."""
    command = commands.add_parser(
        "inzageverzoek", help="schrijf de gegevens van een burger op, als PDF en JSON"
    )
    command.add_argument("dossier", help="nummer of kenmerk")
    roles = ("jongere", "ouder1", "ouder2", "verzorger")
    command.add_argument("--van", required=True, choices=roles, help="wie het vraagt, in dit dossier")
    command.add_argument("--regime", required=True, choices=(AVG, WPG), help="onder welke wet")
    command.add_argument("--naar", required=True, type=Path, metavar="MAP", help="een map die er al is")
    command.add_argument(
        "--weigeren", default="", metavar="GROND", help="bij wpg: geef de inhoud niet, om deze reden"
    )
    command.set_defaults(run=_write)


def _write(options: argparse.Namespace) -> int:
    if options.weigeren and options.regime != WPG:
        raise ServerError("Weigeren (artikel 27 Wpg) kan alleen bij --regime wpg.")
    name = f"inzage-{options.regime}-{options.van}-{today():%Y%m%d}"
    places = [options.naar / f"{name}.{kind}" for kind in ("json", "pdf")]
    for place in places:
        if place.exists():
            raise ServerError(f"{place} bestaat al. Kies een andere map of verplaats dat bestand.")
    with opened(options) as (database, _), database.write() as connection:
        acts.demand_reason(connection, options)
        found = search.by_name(connection, options.dossier)
        given = package(connection, found, options.van, options.regime, options.weigeren.strip())
        about = {"gemaakt op": f"{today():%d-%m-%Y}", **ABOUT[options.regime]}
        told = {**about, **given}
        _keep(places[0], json.dumps(told, ensure_ascii=False, indent=2).encode())
        _keep(places[1], paper(given, about))
        acts.note(connection, options, What.GIVEN, (found,), f"{options.regime}, {options.van}")
    sys.stdout.write(
        f"Geschreven: {places[0]} en {places[1]}. Lees ze door voordat je ze geeft: een naam die in geen "
        "register staat, herkent het programma niet.\n"
    )
    return 0


def _keep(place: Path, data: bytes) -> None:
    """A new file for its owner alone. Raises ServerError."""
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as fault:
        raise ServerError(f"{place} is niet te schrijven ({fault.strerror}). Kies een andere map.") from None
