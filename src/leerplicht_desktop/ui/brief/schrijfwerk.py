"""What is being written: the open concept with its fields, kept at every key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from leerplicht_desktop.casework.brief.bijhouden import (
    aanhef_schrijven,
    brief_veld_schrijven,
)
from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder

from .model import BriefBeeld
from .overnemen import over_te_nemen


class Schrijfwerk:
    """One open concept, or none. ``veranderd`` hears the id of the letter whose paper is out of date."""

    def __init__(self, bewaarder: Bewaarder, veranderd: Callable[[str], None]) -> None:
        self._bewaarder = bewaarder
        self._veranderd = veranderd
        self.beeld: BriefBeeld | None = None
        self.velden: dict[str, Veldwaarde] = {}
        self.aangeraakt = False

    def begin(self, beeld: BriefBeeld) -> None:
        """A concept is opened."""
        self.beeld, self.velden, self.aangeraakt = beeld, dict(beeld.brief.concept.velden), False

    def vergeet(self) -> None:
        """No concept is open."""
        self.beeld, self.velden, self.aangeraakt = None, {}, False

    def schrijf(self, veld: str, waarde: Veldwaarde) -> None:
        """Keep a field. What the disk refused is offered again under the letter's own name."""
        if self.beeld is None:
            return
        id_, formulier = self.beeld.brief.concept.id, self.beeld.formulier
        self.velden[veld] = waarde
        self.aangeraakt = True
        self._bewaarder.bewaar(
            f"veld.{id_}.{veld}", lambda work: brief_veld_schrijven(work, id_, formulier, veld, waarde)
        )
        self._veranderd(id_)

    def schrijf_aanhef(self, tekst: str) -> None:
        """Keep another salutation."""
        if self.beeld is None or self.beeld.brief.concept.aan is None:
            return
        id_ = self.beeld.brief.concept.id
        self.aangeraakt = True
        self._bewaarder.bewaar(f"aanhef.{id_}", lambda work: aanhef_schrijven(work, id_, tekst))
        self._veranderd(id_)

    def neem_over(self, ander: ConceptBriefBeeld) -> None:
        """Take what the other letter says where nothing stands here yet."""
        if self.beeld is None:
            return
        verborgen = self.beeld.brief.verborgen
        for veld, waarde in over_te_nemen(ander.concept.velden, self.velden, verborgen).items():
            self.schrijf(veld, waarde)
        concept = replace(self.beeld.brief.concept, velden=dict(self.velden))
        self.beeld = replace(self.beeld, brief=replace(self.beeld.brief, concept=concept))

    def ververs(self, brief: ConceptBriefBeeld) -> bool:
        """Whether other addresses are secret than a moment ago (R24). The fields stay as they are typed."""
        if self.beeld is None:
            return False
        oud = self.beeld.brief
        concept = replace(oud.concept, aan=brief.concept.aan)
        self.beeld = replace(self.beeld, brief=replace(brief, concept=concept))
        return (oud.waarschuwing, oud.verborgen) != (brief.waarschuwing, brief.verborgen)
