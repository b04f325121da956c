"""The forms as they lie in the municipality's folder now: one that is unsound does not stop the others."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from leerplicht_desktop.documents.formulieren.formulier import Formulier, Vorm
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.rechterstuk import rechterformulier
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problemen import FormulierProblem

from .formuliermap import formuliermap, huisstijl_van


class Formulierkast:
    """Reads the folder anew each time, because a municipality may edit it while the program runs."""

    def __init__(self, eigen: Path | None) -> None:
        """``eigen`` is the municipality's folder with forms, if it made one."""
        self._eigen = eigen

    @property
    def map(self) -> Traversable:
        """The folder that counts now."""
        return formuliermap(self._eigen)

    def huisstijl(self, gemeente: str) -> Huisstijl:
        """The house style, or that of the program with the name of ``gemeente``. Raises FormulierProblem."""
        return huisstijl_van(self._eigen, gemeente)

    def alle(self) -> tuple[tuple[Formulier, ...], tuple[str, ...]]:
        """The sound forms, and of each other the first thing that is wrong, with the name of its file."""
        gaaf, fouten = [], []
        for naam, data in formulierbestanden(self.map):
            try:
                gaaf.append(lees(naam, data))
            except FormulierProblem as probleem:
                fouten.append(probleem.bijzonderheden[0])
        return tuple(gaaf), tuple(fouten)

    def met_id(self, id_: str) -> Formulier:
        """The form with this id. Raises ``FormulierProblem`` when it is unsound, or is not there."""
        onleesbaar: list[str] = []
        for naam, data in formulierbestanden(self.map):
            formulier, fouten = ontleed(naam, data)
            if formulier is None:
                onleesbaar += fouten[:1]
            elif formulier.id == id_:
                return lees(naam, data)
        raise FormulierProblem(
            "Het formulier van deze brief is er niet, of is niet te lezen.",
            "Je tekst is bewaard. Vraag je beheerder om het terug te zetten.",
            (id_, *onleesbaar),
        )

    def voor_de_rechter(self, vorm: Vorm) -> Formulier:
        """The form of proces-verbaal or hearing. Raises ``FormulierProblem`` when it is unsound."""
        return rechterformulier(vorm, self.map)
