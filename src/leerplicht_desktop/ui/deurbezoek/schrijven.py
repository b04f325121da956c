"""The running remark: what kind it is, who says it, and every key that is typed in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.domain.bezoek.deurbezoek import Segment, SoortSegment

from .model import Omgeving
from .opname import Opname


class Schrijven:
    """There is always one remark that runs; it is kept in the vault from its first key on."""

    def __init__(self, opname: Opname, omgeving: Omgeving, klok: Klok, toon: Callable[[], None]) -> None:
        self._opname = opname
        self._omgeving = omgeving
        self._klok = klok
        self._toon = toon
        self.loopt = opname.bezoek.segmenten[-1].id if opname.bezoek.segmenten else ""
        self.herstel()

    def herstel(self) -> None:
        """Make sure that a remark runs, also after one was taken back."""
        ids = [segment.id for segment in self._opname.bezoek.segmenten]
        if self.loopt not in ids:
            self.loopt = ids[-1] if ids else self._begin(SoortSegment.GEZIEN, "")

    def nieuw(self, soort: SoortSegment) -> None:
        """Start a remark of this kind; an empty one that runs only changes its kind."""
        loopt = self._opname.segment(self.loopt)
        spreker = self._laatste_spreker() if soort is SoortSegment.GEZEGD else ""
        if not loopt.tekst.strip():
            self._opname.wijzig(replace(loopt, soort=soort, spreker=spreker, ongevraagd=False))
            return
        self.loopt = self._begin(soort, spreker)
        self._toon()

    def zegt(self, spreker: str) -> None:
        """Who speaks now. What was said stays with who said it: another speaker begins a new remark."""
        loopt = self._opname.segment(self.loopt)
        if not loopt.tekst.strip():
            self._opname.wijzig(replace(loopt, soort=SoortSegment.GEZEGD, spreker=spreker))
        elif spreker != loopt.spreker:
            self.loopt = self._begin(SoortSegment.GEZEGD, spreker)
            self._toon()

    def was_van(self, id_: str, spreker: str) -> None:
        """Somebody else said this remark: asked for at the remark itself."""
        self._opname.wijzig(replace(self._opname.segment(id_), spreker=spreker))

    def terug(self) -> bool:
        """Take back that a remark was begun in which nothing was written yet; False when there is none."""
        loopt = self._opname.segment(self.loopt)
        if loopt.tekst or self._opname.in_kluis(loopt.id) or len(self._opname.bezoek.segmenten) == 1:
            return False
        self._opname.laat_weg(loopt.id)
        self.herstel()
        self._toon()
        return True

    def ongevraagd(self, *, aan: bool) -> None:
        """Whether the remark that runs was said without a question of the officer."""
        self._opname.wijzig(replace(self._opname.segment(self.loopt), ongevraagd=aan))

    def ga_naar(self, id_: str) -> None:
        """Write on in another remark; an empty one that is left behind disappears. A remark that is not (or
        no longer) of this visit is left alone: the focus may pass through a field on its way out.
        """
        if id_ == self.loopt or all(segment.id != id_ for segment in self._opname.bezoek.segmenten):
            return
        vorig, self.loopt = self.loopt, id_
        if not self._opname.segment(vorig).tekst.strip():
            self._opname.laat_weg(vorig)
        self._toon()

    def typ(self, id_: str, tekst: str) -> None:
        """A key was typed. The time of a remark is that of its first key."""
        segment, kon_terug = self._opname.segment(id_), self._opname.kan_terug
        eerste = not segment.tekst and bool(tekst)
        if eerste and not self._opname.in_kluis(id_):
            self._opname.stel_tijd(id_, self._klok.nu())
        self._opname.schrijf(id_, tekst)
        if eerste or not kon_terug:
            self._toon()

    def _begin(self, soort: SoortSegment, spreker: str) -> str:
        nu = self._klok.nu()
        segment = Segment(nieuw_id(nu), soort, nu, "", spreker)
        self._opname.voeg_toe(segment)
        return segment.id

    def _laatste_spreker(self) -> str:
        eerder = [segment.spreker for segment in self._opname.bezoek.segmenten if segment.spreker]
        return eerder[-1] if eerder else self._omgeving.sprekers[0].vol
