"""Gezag over somebody: what the register says, and that it ends on the eighteenth birthday.

A list of somebody of nineteen can still hold the code of long ago: nothing takes it away. Nobody has gezag
over who is of age. Source: BW 1:233 and 1:245 (from 2023 nobody comes of age any earlier, by marriage or
otherwise); LO3 category 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.wet.wetboek import bepaling


def is_meerderjarig(geboren: Geboortedatum | None, dag: date) -> bool | None:
    """Whether somebody is of age; None while the birth date leaves that open."""
    if geboren is None:
        return None
    if dag < geboren.vroegst:
        return False
    return geboren.leeftijd_op(dag).minstens(bepaling("leerplicht.meerderjarig", dag).getal("leeftijd"))


@dataclass(frozen=True, slots=True)
class Gezagstand:
    """``volgens_brp`` is None when the register does not say; ``geboren`` is of the jongere.

    ``in_twijfel`` when the register examines it, cannot establish it or says that it ended: then it is a
    question and no ground.
    """

    volgens_brp: bool | None
    geboren: Geboortedatum | None = None
    in_twijfel: bool = False

    def op(self, dag: date) -> bool | None:
        """Whether this person has gezag on a day; None while nobody can say."""
        meerderjarig = is_meerderjarig(self.geboren, dag)
        if meerderjarig:
            return False
        if self.in_twijfel:
            return None
        if meerderjarig is None and self.geboren is not None:
            return None if self.volgens_brp else self.volgens_brp
        return self.volgens_brp
