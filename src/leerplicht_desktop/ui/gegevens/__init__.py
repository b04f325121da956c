"""What officers know of a family: the fields that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerplicht_desktop.ui.scherm.context import Context
    from leerplicht_desktop.ui.scherm.scherm import Scherm


def gegevensscherm(context: Context) -> Scherm:
    """The screen; importing it waits until it is asked for."""
    from .view import GegevensScherm

    return GegevensScherm(context)
