"""The visit at the door: what blocks fixing it, when it is empty, and when to try again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    Modus,
    NietThuis,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
    gebreken,
    vastleggen,
    volgende_werkdag,
    voorstel_poging,
)
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.errors import DomainError

AAN_DE_DEUR = datetime(2026, 11, 20, 13, 7, tzinfo=UTC)
NU = datetime(2026, 11, 20, 13, 25, tzinfo=UTC)
GESPROKEN = Deurbezoek(
    "b1",
    ("d1",),
    "adres-1",
    AAN_DE_DEUR,
    uitkomst=Uitkomst.OPEN_GEDAAN,
    aangetroffen=frozenset({Aanwezig.OUDER}),
)


def _met(soort: SoortVinkje, wie: str, *dossiers: str) -> Deurbezoek:
    """A visit with one tick, about these jongeren."""
    tik = Vinkje(soort, AAN_DE_DEUR, wie)
    return replace(GESPROKEN, vinkjes=(tik,), dossiers=dossiers or GESPROKEN.dossiers)


def velden(bezoek: Deurbezoek) -> list[str]:
    return [gebrek.veld for gebrek in gebreken(bezoek)]


@pytest.mark.parametrize(
    ("bezoek", "verwacht"),
    [
        (GESPROKEN, []),
        (replace(GESPROKEN, uitkomst=None), ["uitkomst"]),
        (replace(GESPROKEN, aangetroffen=frozenset()), ["uitkomst"]),
        (replace(GESPROKEN, uitkomst=Uitkomst.VERHUISD, aangetroffen=frozenset()), []),
        (replace(GESPROKEN, uitkomst=Uitkomst.NIET_THUIS), ["niet_thuis"]),
        (replace(GESPROKEN, uitkomst=Uitkomst.NIET_OPENGEDAAN, niet_thuis=NietThuis()), ["niet_thuis"]),
        (
            replace(GESPROKEN, uitkomst=Uitkomst.NIET_THUIS, niet_thuis=NietThuis((), Achtergelaten.KAART)),
            [],
        ),
        (replace(GESPROKEN, corrigeert="b0"), ["reden_correctie"]),
        (_met(SoortVinkje.CAUTIE, ""), ["cautie"]),
        (_met(SoortVinkje.CAUTIE, " "), ["cautie"]),
        (_met(SoortVinkje.CAUTIE, "moeder"), []),
        (_met(SoortVinkje.TOESTEMMING, ""), ["toestemming"]),
        (_met(SoortVinkje.TOESTEMMING, "moeder"), []),
        (_met(SoortVinkje.LEGITIMATIE, ""), []),
        (_met(SoortVinkje.JONGERE_GEZIEN, "", "d-1", "d-2"), ["jongere_gezien"]),
        (_met(SoortVinkje.JONGERE_GEZIEN, "Fleur", "d-1", "d-2"), []),
        (_met(SoortVinkje.JONGERE_GEZIEN, "", "d-1"), []),
        (replace(GESPROKEN, corrigeert="b0", reden_correctie="verkeerd adres"), []),
    ],
)
def test_what_blocks_fixing(bezoek: Deurbezoek, verwacht: list[str]) -> None:
    assert velden(bezoek) == verwacht
    assert all(gebrek.bericht.endswith(".") and gebrek.regel for gebrek in gebreken(bezoek))


def test_fixing_sets_the_end_once_and_drops_empty_remarks() -> None:
    opgemerkt = Segment("s1", SoortSegment.GEZIEN, NU, "Gordijnen dicht.")
    bezoek = replace(GESPROKEN, segmenten=(opgemerkt, Segment("s2", SoortSegment.GEHOORD, NU, "  ")))
    vast = vastleggen(bezoek, NU)
    assert (vast.geeindigd_op, vast.vastgelegd_op, vast.segmenten) == (NU, NU, (opgemerkt,))
    assert bezoek.is_concept
    assert not vast.is_concept
    vooruit = vastleggen(GESPROKEN, AAN_DE_DEUR.replace(hour=12))
    assert vooruit.geeindigd_op == AAN_DE_DEUR


def test_the_cautie_makes_the_later_part_opsporing() -> None:
    """R17, R25: the part before stays toezicht, and taking the tick back takes that back too."""
    assert (GESPROKEN.opsporing_vanaf, vastleggen(GESPROKEN, NU).modus) == (None, Modus.TOEZICHT)
    half_vijf = AAN_DE_DEUR + timedelta(minutes=10)
    verdacht = replace(GESPROKEN, vinkjes=(Vinkje(SoortVinkje.CAUTIE, half_vijf, "moeder"),))
    assert verdacht.opsporing_vanaf == half_vijf
    assert not verdacht.is_opsporing(half_vijf - timedelta(seconds=1))
    assert verdacht.is_opsporing(half_vijf)
    assert vastleggen(verdacht, NU + timedelta(hours=1)).modus is Modus.OPSPORING
    geheel = replace(GESPROKEN, modus=Modus.OPSPORING)
    assert geheel.opsporing_vanaf == geheel.begonnen_op


@pytest.mark.parametrize(
    ("veld", "bezoek"),
    [
        ("bezoek", replace(GESPROKEN, vastgelegd_op=NU)),
        ("uitkomst", replace(GESPROKEN, uitkomst=None)),
        ("geeindigd_op", replace(GESPROKEN, geeindigd_op=AAN_DE_DEUR.replace(minute=6))),
    ],
)
def test_what_cannot_be_fixed_is_refused_by_field(veld: str, bezoek: Deurbezoek) -> None:
    with pytest.raises(DomainError) as fout:
        vastleggen(bezoek, NU)
    assert fout.value.veld == veld


def test_only_a_visit_without_anything_in_it_is_empty() -> None:
    leeg = Deurbezoek("b2", (), "adres-1", AAN_DE_DEUR)
    assert leeg.is_leeg
    assert leeg.vinkje(SoortVinkje.CAUTIE) is None
    cautie = Vinkje(SoortVinkje.CAUTIE, NU)
    for gevuld in (
        GESPROKEN,
        replace(leeg, vinkjes=(cautie,)),
        replace(leeg, binnen=True),
        replace(leeg, niet_thuis=NietThuis()),
        replace(leeg, segmenten=(Segment("s", SoortSegment.GEZEGD, NU, "Wij verhuizen."),)),
    ):
        assert not gevuld.is_leeg
    assert replace(leeg, segmenten=(Segment("s", SoortSegment.GEZEGD, NU),)).is_leeg
    assert replace(leeg, vinkjes=(cautie,)).vinkje(SoortVinkje.CAUTIE) is cautie


@pytest.mark.parametrize(
    ("uur", "minuut", "tijdstip"),
    [
        (8, 0, time(15, 45)),
        (11, 59, time(15, 45)),
        (12, 0, time(18, 30)),
        (17, 29, time(18, 30)),
        (17, 30, time(8, 15)),
        (20, 0, time(8, 15)),
    ],
)
def test_the_next_attempt_is_on_another_part_of_the_day(uur: int, minuut: int, tijdstip: time) -> None:
    poging = voorstel_poging(datetime(2026, 11, 17, uur, minuut, tzinfo=UTC))
    assert (poging.bellen_voor, poging.dag, poging.tijdstip) == (
        date(2026, 11, 18),
        date(2026, 11, 19),
        tijdstip,
    )
    assert poging.reden


def test_weekends_and_holidays_are_no_days_to_ask_for_a_call() -> None:
    assert volgende_werkdag(date(2026, 11, 20)) == date(2026, 11, 23)
    kerst = frozenset({date(2026, 12, 25)})
    assert volgende_werkdag(date(2026, 12, 24), kerst) == date(2026, 12, 28)
    poging = voorstel_poging(datetime(2026, 12, 23, 9, 0, tzinfo=UTC), kerst)
    assert (poging.bellen_voor, poging.dag) == (date(2026, 12, 24), date(2026, 12, 28))


def test_what_was_written_stands_one_below_the_other_and_speech_between_quotes() -> None:
    segmenten = (
        Segment("s1", SoortSegment.GEZIEN, NU, " Licht aan. "),
        Segment("s2", SoortSegment.GEZEGD, NU, "Hij slaapt.", "Moeder"),
        Segment("s3", SoortSegment.GEHOORD, NU, "  "),
        Segment("s4", SoortSegment.GEZEGD, NU, "Wie daar?"),
    )
    geschreven = replace(GESPROKEN, segmenten=segmenten).opgeschreven
    assert geschreven == "Licht aan.\nMoeder: “Hij slaapt.”\nGezegd: “Wie daar?”"


@pytest.mark.parametrize(
    ("bezoek", "gesproken"),
    [
        (replace(GESPROKEN, vastgelegd_op=NU), True),
        (GESPROKEN, False),
        (replace(GESPROKEN, vastgelegd_op=NU, aangetroffen=frozenset()), False),
        (replace(GESPROKEN, vastgelegd_op=NU, uitkomst=Uitkomst.WEIGERT_GESPREK), False),
    ],
)
def test_only_who_was_met_with_the_door_open_was_spoken(bezoek: Deurbezoek, gesproken: bool) -> None:
    assert bezoek.heeft_gesproken is gesproken


TOESTEMMING = Vinkje(SoortVinkje.TOESTEMMING, NU, "moeder")


@pytest.mark.parametrize(
    ("legitimatie", "doel", "verteld"),
    [(-1, -1, True), (0, 0, True), (1, 0, False), (0, 1, False), (None, 0, False), (0, None, False)],
)
def test_legitimation_and_purpose_come_before_consent(
    legitimatie: int | None, doel: int | None, verteld: bool
) -> None:
    eerder = ((SoortVinkje.LEGITIMATIE, legitimatie), (SoortVinkje.DOEL, doel))
    vinkjes = tuple(Vinkje(soort, NU + timedelta(minutes=na)) for soort, na in eerder if na is not None)
    assert replace(GESPROKEN, vinkjes=(*vinkjes, TOESTEMMING)).eerst_verteld is verteld
    assert not replace(GESPROKEN, vinkjes=vinkjes).eerst_verteld
