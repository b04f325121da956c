"""For who put a backup back: the command ``herstel``, which makes every laptop compare what it handed in."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from . import acts, marks, restored
from .errors import ServerError
from .journal import What
from .opened import opened

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

_TOLD = f"""\
Opgeschreven: op deze database is een back-up teruggezet.
- Elke laptop vergelijkt bij zijn volgende synchronisatie wat hij ooit inleverde met wat hier staat. Wat hier
  weg is, stuurt hij opnieuw, en het komt er één keer in. De ambtenaren lezen dat op hun scherm.
- Nummers die na de back-up zijn gegeven, komen niet nog eens: per jaar zijn {restored.PV_BLOCKS} blokken
  nummers van processen-verbaal en {restored.DOSSIERS} dossiernummers overgeslagen.
Doe nu nog, want dit weet geen laptop:
- lees de leveringen van personen, scholen en verzuimmeldingen van na de back-up opnieuw in;
- geef de toewijzingen, laptops, rechten en besluiten over apart gezet werk van na de back-up opnieuw.
Meer hierover staat in docs/beheer/herstel.md.
"""


def add(commands: Commands) -> None:
    """Add this command to the command line."""
    restore = commands.add_parser(
        "herstel", help="schrijf op dat een back-up is teruggezet, en laat elke laptop zijn werk vergelijken"
    )
    restore.set_defaults(run=_restore)


def _restore(options: argparse.Namespace) -> int:
    if not options.reden.strip():
        raise ServerError(
            "Zeg met --reden welke back-up is teruggezet en waarom. Dat komt in het journaal. Bijvoorbeeld: "
            'leerplicht-server herstel --reden "schijf stuk, back-up van 30 november 02.00 uur".'
        )
    with opened(options) as (database, _), database.write() as connection:
        restored.skip_numbers(connection)
        marks.begin_anew(connection)
        acts.note(connection, options, What.PUT_BACK)
    sys.stdout.write(_TOLD)
    return 0
