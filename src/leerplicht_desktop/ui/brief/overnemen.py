"""The text of one letter in the other that was begun with it."""

from __future__ import annotations

from collections.abc import Mapping

from leerplicht_desktop.casework.concepten import Veldwaarde

from .model import is_geheim, is_leeg


def over_te_nemen(
    ander: Mapping[str, Veldwaarde], hier: Mapping[str, Veldwaarde], verborgen: tuple[str, ...]
) -> dict[str, Veldwaarde]:
    """The fields to take: only what is still empty here, and nothing that must stay hidden on this letter.

    What stands here already may be meant for this reader alone: the rule for a jongere is not that for a
    parent.
    """
    return {
        veld: waarde
        for veld, waarde in ander.items()
        if is_leeg(hier.get(veld)) and not is_geheim(waarde, verborgen)
    }
