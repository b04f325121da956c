"""The day of a camera is believed when it can be true, and never becomes a day that cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort, Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import EERSTE_DAG, Dagbron, Opname, Twijfel, eerste_dag, weeg

NU = nederlands(date(2026, 11, 24), time(13))
EERSTE = date(2018, 5, 3)


@pytest.mark.parametrize(
    ("camera", "twijfel"),
    [
        ("2026-11-24T11:59:00", None),
        ("2018-05-03T08:00:00", None),
        ("2026-11-24T13:30:00", None),  # in summer time still
        ("2026-11-24T14:30:00", Twijfel.TOEKOMST),
        ("2026-11-25T12:00:00", Twijfel.TOEKOMST),
        ("2099-09-29T10:10:10", Twijfel.TOEKOMST),
        ("9999-12-31T23:59:59-12:00", Twijfel.TOEKOMST),
        ("2018-05-02T23:59:59", Twijfel.TE_VROEG),
        ("1970-01-01T00:00:00", Twijfel.TE_VROEG),
        ("0001-01-01T00:00:00+14:00", Twijfel.TE_VROEG),
        ("2020-01-01T00:04:11", Twijfel.FABRIEK),
        ("2020-01-01T11:04:11", None),
    ],
)
def test_what_can_be_true_is_believed(camera: str, twijfel: Twijfel | None) -> None:
    opname = weeg(camera, NU, EERSTE)
    assert opname.twijfel is twijfel
    assert (opname.moment is None) == (twijfel is not None)
    assert bool(opname.uitleg) == (twijfel is not None)
    assert opname.gezegd == date.fromisoformat(camera[:10])


@pytest.mark.parametrize("camera", ["", "gisteren", "2026-13-01T00:00:00", "2026-02-30T10:00:00"])
def test_what_is_no_day_says_nothing(camera: str) -> None:
    assert weeg(camera, NU, EERSTE) == Opname()


@pytest.mark.parametrize(("voor", "geloofd"), [(14, True), (16, False)])
def test_a_clock_that_knows_its_zone_may_be_a_quarter_ahead(voor: int, geloofd: bool) -> None:
    moment = (NU + timedelta(minutes=voor)).astimezone(UTC)
    opname = weeg(moment.isoformat(), NU, EERSTE)
    assert opname.moment == (NU if geloofd else None)


def test_a_zone_is_counted_in() -> None:
    opname = weeg("2026-11-24T06:30:00-05:00", NU, EERSTE)
    assert opname.moment == datetime(2026, 11, 24, 11, 30, tzinfo=UTC)


def test_no_photo_is_older_than_the_fifth_birthday_of_the_oldest() -> None:
    geboren = (Geboortedatum(2013, 5, 3), Geboortedatum(2011, None, None), Geboortedatum(None, None, None))
    assert eerste_dag(geboren) == date(2016, 1, 1)
    assert eerste_dag(()) == EERSTE_DAG
    assert eerste_dag((Geboortedatum(1980, 1, 1),)) == EERSTE_DAG


def _bijlage(gemaakt: datetime, bron: Dagbron | None) -> Dossierbijlage:
    return Dossierbijlage(
        "b",
        ("d",),
        Bijlagesoort.FOTO,
        "t",
        "image/jpeg",
        "a" * 64,
        9,
        1,
        "ik",
        gemaakt,
        NU,
        bron,
        "",
        "b" * 64,
    )


@pytest.mark.parametrize(
    "gemaakt", [nederlands(date(2099, 9, 29), time(10)), datetime(1980, 1, 1, tzinfo=UTC)]
)
@pytest.mark.parametrize("bron", [None, Dagbron.CAMERA])
def test_an_impossible_day_that_was_kept_before_is_not_used(gemaakt: datetime, bron: Dagbron | None) -> None:
    bijlage = _bijlage(gemaakt, bron)
    assert (bijlage.dag, bijlage.volgens) == (NU.date(), Dagbron.TOEVOEGEN)


def test_older_programs_kept_the_moment_of_the_camera_or_of_adding() -> None:
    assert _bijlage(NU, None).volgens is Dagbron.TOEVOEGEN
    eerder = _bijlage(NU - timedelta(days=3), None)
    assert (eerder.volgens, eerder.dag) == (Dagbron.CAMERA, NU.date() - timedelta(days=3))
    assert eerder.hertekend


@pytest.mark.parametrize(
    ("gemaakt", "dagbron", "volgens"),
    [
        (NU, None, Dagbron.TOEVOEGEN),
        (NU - timedelta(days=2), None, Dagbron.CAMERA),
        (NU - timedelta(days=2), Dagbron.TOEVOEGEN, Dagbron.TOEVOEGEN),
        (NU + timedelta(days=2), Dagbron.CAMERA, Dagbron.TOEVOEGEN),
        (NU.replace(year=1901), Dagbron.CAMERA, Dagbron.TOEVOEGEN),
    ],
)
def test_nobody_is_said_to_vouch_for_a_day_that_cannot_be(
    gemaakt: datetime, dagbron: Dagbron | None, volgens: Dagbron
) -> None:
    bijlage = Dossierbijlage(
        "b",
        ("d",),
        Bijlagesoort.FOTO,
        "Foto",
        "image/jpeg",
        "a" * 64,
        3,
        1,
        "K. van Es",
        gemaakt,
        NU,
        dagbron,
    )
    assert bijlage.volgens is volgens
