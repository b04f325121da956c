"""What a sealed proces-verbaal held, as far as it is needed again: everything but its sentences."""

from __future__ import annotations

from collections.abc import Mapping

from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal


def verzegeld_pv(gegevens: Mapping[str, object]) -> ProcesVerbaal:
    """The proces-verbaal without its sentences: those stand on the paper, and older ones had another shape.

    Raises KeyError and ValueError when it was made by a program that kept it otherwise.
    """
    bewaard = gegevens["proces_verbaal"]
    if not isinstance(bewaard, Mapping):
        raise ValueError("not a proces-verbaal")
    return uit_json(ProcesVerbaal, {**bewaard, "bevindingen": []})
