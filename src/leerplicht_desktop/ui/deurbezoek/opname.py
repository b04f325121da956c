"""The visit as it stands on the screen: every change goes to the vault at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from leerplicht_desktop.casework.bezoek.bijhouden import (
    bezoek_terugzetten,
    segment_beginnen,
    segment_schrijven,
    segment_wijzigen,
    segment_wissen,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, Segment
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder

Doe = Callable[[Work], Deurbezoek]


@dataclass(slots=True)
class _Stap:
    """One thing the officer did. ``sleutel`` lets typing in one remark grow into one step per word."""

    voor: Deurbezoek
    na: Deurbezoek
    sleutel: str


class Opname:
    """``bezoek`` is the truth for the screen. Its texts are those that were typed, never older ones that the
    vault still answers with.
    """

    def __init__(self, bezoek: Deurbezoek, bewaarder: Bewaarder, gewijzigd: Callable[[], None]) -> None:
        self.bezoek = bezoek
        self._bewaarder = bewaarder
        self._gewijzigd = gewijzigd
        self._in_kluis = {segment.id for segment in bezoek.segmenten}
        self._gedaan: list[_Stap] = []
        self._teruggenomen: list[_Stap] = []
        self.aangeraakt = False
        """Whether anything was recorded since it was opened."""

    @property
    def kan_terug(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._gedaan)

    @property
    def kan_opnieuw(self) -> bool:
        """Whether something was taken back."""
        return bool(self._teruggenomen)

    def doe(self, sleutel: str, act: Doe, mis: Callable[[DomainError], None] | None = None) -> None:
        """Run an act on the draft; the screen shows its answer after the commit."""

        def klaar(antwoord: Deurbezoek) -> None:
            voor = self.bezoek
            self.bezoek = replace(antwoord, segmenten=voor.segmenten)
            if self.bezoek != voor:
                self._onthoud(_Stap(voor, self.bezoek, sleutel), groeit=sleutel == "reden_correctie")
            self._gewijzigd()

        self._bewaarder.bewaar(sleutel, act, klaar, mis)

    def segment(self, id_: str) -> Segment:
        """One remark. Raises KeyError when there is none."""
        for segment in self.bezoek.segmenten:
            if segment.id == id_:
                return segment
        raise KeyError(id_)

    def in_kluis(self, id_: str) -> bool:
        """Whether a remark was kept before."""
        return id_ in self._in_kluis

    def stel_tijd(self, id_: str, tijd: datetime) -> None:
        """The time of a remark that was not kept yet."""
        self._zet(replace(self.segment(id_), tijd=tijd))

    def voeg_toe(self, segment: Segment) -> None:
        """A remark that waits for its first key; it is not kept before there is something in it."""
        self.bezoek = replace(self.bezoek, segmenten=(*self.bezoek.segmenten, segment))

    def laat_weg(self, id_: str) -> None:
        """Take a remark without text away."""
        self.bezoek = replace(
            self.bezoek, segmenten=tuple(segment for segment in self.bezoek.segmenten if segment.id != id_)
        )
        if id_ in self._in_kluis:
            self._in_kluis.discard(id_)
            self._bewaarder.bewaar(f"tekst:{id_}", lambda work: segment_wissen(work, id_))

    def wijzig(self, segment: Segment) -> None:
        """Another kind, speaker or time for a remark."""
        voor = self.bezoek
        self._zet(segment)
        if segment.id in self._in_kluis:
            self._onthoud(_Stap(voor, self.bezoek, f"soort:{segment.id}"), groeit=False)
            self._bewaarder.bewaar(
                f"tekst:{segment.id}", lambda work: segment_wijzigen(work, voor.id, segment)
            )
        self._gewijzigd()

    def schrijf(self, id_: str, tekst: str) -> None:
        """One key was typed: one transaction, one statement once the remark is known to be kept."""
        voor, oud = self.bezoek, self.segment(id_)
        if oud.tekst == tekst:
            return
        nieuw = replace(oud, tekst=tekst)
        self._zet(nieuw)
        woord_klaar = oud.tekst[-1:].isspace() and len(tekst) > len(oud.tekst)
        self._onthoud(_Stap(voor, self.bezoek, f"tekst:{id_}"), groeit=not woord_klaar)
        if id_ in self._in_kluis:
            self._bewaarder.bewaar(f"tekst:{id_}", lambda work: segment_schrijven(work, id_, tekst))
            return
        self._bewaarder.bewaar(
            f"tekst:{id_}",
            lambda work: segment_beginnen(work, voor.id, nieuw),
            lambda _: self._in_kluis.add(id_),
        )

    def ongedaan(self) -> None:
        """Take the last thing back."""
        if self._gedaan:
            stap = self._gedaan.pop()
            self._teruggenomen.append(stap)
            self._terugzetten(stap.voor)

    def opnieuw(self) -> None:
        """Do again what was taken back."""
        if self._teruggenomen:
            stap = self._teruggenomen.pop()
            self._gedaan.append(stap)
            self._terugzetten(stap.na)

    def _onthoud(self, stap: _Stap, *, groeit: bool) -> None:
        self.aangeraakt = True
        self._teruggenomen.clear()
        if groeit and self._gedaan and self._gedaan[-1].sleutel == stap.sleutel:
            self._gedaan[-1].na = stap.na
        else:
            self._gedaan.append(stap)

    def _zet(self, nieuw: Segment) -> None:
        self.bezoek = replace(
            self.bezoek,
            segmenten=tuple(nieuw if oud.id == nieuw.id else oud for oud in self.bezoek.segmenten),
        )

    def _terugzetten(self, naar: Deurbezoek) -> None:
        van = self.bezoek
        self.bezoek = naar
        self._in_kluis = {segment.id for segment in naar.segmenten if segment.tekst}

        def klaar(_: None) -> None:
            self.bezoek = replace(naar, segmenten=self.bezoek.segmenten)
            self._gewijzigd()

        self._bewaarder.bewaar("terugzetten", lambda work: bezoek_terugzetten(work, van, naar), klaar)
