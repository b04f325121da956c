"""Example documents, all invented, and what a reader gets back out of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from leerplicht_desktop.documents.bezoekverslag import (
    Afspraak,
    Ambtenaar,
    BezochteJongere,
    Bezoekverslag,
    Binnentreden,
    Deur,
    Fragment,
    Gesprekspartner,
)
from leerplicht_desktop.documents.blocks import Block
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.sheet import Sheet
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment

WINTERTIJD = timezone(timedelta(hours=1))


def tijd(uur: int, minuut: int, dag: int = 24) -> datetime:
    """A moment in November 2026."""
    return datetime(2026, 11, dag, uur, minuut, tzinfo=WINTERTIJD)


@pytest.fixture
def huisstijl() -> Huisstijl:
    return Huisstijl("Gemeente Demostad", "Team Leerplicht", telefoon="14 070")


@pytest.fixture
def sheet(huisstijl: Huisstijl) -> Callable[..., Sheet]:
    """A sheet around some blocks."""

    def make(*blocks: Block, sealed: bool = False, title: str = "Proef") -> Sheet:
        return Sheet(
            title=title,
            subject="Proefdocument",
            soort="Proef",
            huisstijl=huisstijl,
            moment=tijd(14, 30),
            content_hash="0123456789abcdef" * 4,
            blocks=blocks,
            kenmerk="2026-1",
            sealed=sealed,
        )

    return make


@pytest.fixture
def verslag(huisstijl: Huisstijl) -> Bezoekverslag:
    """A visit where the door opened and the officer went in."""
    return Bezoekverslag(
        huisstijl=huisstijl,
        kenmerk="DB-2026-000417",
        ambtenaar=Ambtenaar("M. de Groot", telefoon="06 1234 5678"),
        adres="Voorbeeldkade 44 B, 1234 AB Demostad",
        jongeren=(BezochteJongere("Daniël op den Kamp", "3 mei 2012", "Lyceum De Wissel", gezien=False),),
        begin=tijd(14, 1),
        eind=tijd(14, 22),
        uitkomst="Open gedaan, ouder gesproken",
        opgeschreven_van=tijd(14, 2),
        opgeschreven_tot=tijd(21, 35),
        vastgelegd_op=tijd(21, 40),
        gesproken_met=(Gesprekspartner("Renée Çelik", "moeder", legitimatie_gezien=True),),
        deur=Deur(
            tijd(14, 1), tijd(14, 2), "ik kwam horen hoe het gaat", Binnentreden("Renée Çelik", tijd(14, 3))
        ),
        fragmenten=(
            Fragment(tijd(14, 2), SoortSegment.GEZIEN, "Gordijnen boven dicht."),
            Fragment(tijd(14, 4), SoortSegment.GEZEGD, "Hij slaapt nog.", "Renée Çelik"),
            Fragment(tijd(14, 5), SoortSegment.GEHOORD, "Voetstappen op de trap."),
        ),
        afspraken=(Afspraak("Mentor belt moeder", "Lyceum De Wissel", date(2026, 11, 27)),),
        vervolg="ik bel moeder op vrijdag 27 november",
    )


@pytest.fixture
def words() -> Callable[[bytes], str]:
    """The text of all pages, white space as single spaces."""

    def read(data: bytes) -> str:
        with Preview(data) as preview:
            return " ".join(" ".join(preview.text(index) for index in range(preview.pages)).split())

    return read


@pytest.fixture
def page_words() -> Callable[[bytes], list[str]]:
    """The text of each page, white space as single spaces."""

    def read(data: bytes) -> list[str]:
        with Preview(data) as preview:
            return [" ".join(preview.text(index).split()) for index in range(preview.pages)]

    return read
