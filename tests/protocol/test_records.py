from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue, TypeAdapter, ValidationError

from leerplicht_protocol.codec import canonical, read
from leerplicht_protocol.messages import Create, Op, Patch
from leerplicht_protocol.plain_text import plain
from leerplicht_protocol.records import BODY, OWN_WORK, Deurbezoek, Entity, Gespreksnotitie, Taak, Verzuimdag

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NAME = TEXT.map(plain)
ID = st.from_regex(r"[A-Za-z0-9._:-]{1,20}", fullmatch=True)
MOMENT = st.datetimes(
    datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2090-01-01"), timezones=st.just(UTC)
)


VISITS = st.builds(
    Deurbezoek,
    dossiers=st.lists(ID, min_size=1, max_size=3).map(tuple),
    corrigeert=st.none() | ID,
    begonnen_op=MOMENT,
    geeindigd_op=MOMENT,
    vastgelegd_op=MOMENT,
    adres=NAME,
    verbalisant=NAME,
    reden_correctie=NAME,
    uitkomst=st.sampled_from(["open_gedaan", "niet_thuis", "verhuisd"]),
    vinkjes=st.just(()),
    segmenten=st.just(()),
    niet_thuis=st.none(),
)
"""A visit; segments are written below, where their text matters."""


@given(VISITS)
def test_a_visit_travels_unchanged(visit: Deurbezoek) -> None:
    wire = canonical(visit.model_dump(mode="json"))
    assert Deurbezoek.model_validate_json(wire, strict=True) == visit
    assert Deurbezoek.model_validate(read(wire)) == visit


@given(TEXT.filter(lambda text: "\0" not in text), NAME)
def test_every_character_at_the_door_travels(tekst: str, spreker: str) -> None:
    moment = "2026-11-20T13:07:00Z"
    segment: JsonValue = {"soort": "gezegd", "tijd": moment, "tekst": tekst, "spreker": spreker}
    body: JsonValue = {
        "dossiers": ["d-1"],
        "begonnen_op": moment,
        "geeindigd_op": moment,
        "vastgelegd_op": moment,
        "adres": "Laan 1",
        "uitkomst": "open_gedaan",
        "segmenten": [segment],
    }
    visit = Deurbezoek.model_validate_json(canonical(read(canonical(body))), strict=True)
    assert (visit.segmenten[0].tekst, visit.segmenten[0].spreker) == (tekst, spreker)


@given(MOMENT, st.integers(-720, 840))
def test_a_moment_is_the_same_moment_in_utc(moment: datetime, minutes: int) -> None:
    there = moment.astimezone(timezone(timedelta(minutes=minutes)))
    body = {"dossiers": ["d"], "wat": "x", "uiterlijk": "2026-12-01", "gemaakt_op": there.isoformat()}
    taak = Taak.model_validate(body)
    assert taak.gemaakt_op == moment
    assert taak.gemaakt_op.utcoffset() == timedelta(0)


@pytest.mark.parametrize("moment", ["2026-11-20T13:07:00", "0001-01-01T00:00:00+14:00", "gisteren"])
def test_a_moment_without_a_place_on_the_calendar_is_refused(moment: str) -> None:
    with pytest.raises(ValidationError):
        Taak.model_validate({"dossiers": ["d"], "wat": "x", "uiterlijk": "2026-12-01", "gemaakt_op": moment})


@pytest.mark.parametrize("when", ["24:00", "9:00", "12:60", "12.30"])
def test_a_time_of_day_is_a_time_of_day(when: str) -> None:
    body = {"dossiers": ["d"], "wat": "x", "uiterlijk": "2026-12-01", "gemaakt_op": "2026-11-20T13:07:00Z"}
    assert Taak.model_validate({**body, "tijdstip": "23:59"}).tijdstip == "23:59"
    with pytest.raises(ValidationError):
        Taak.model_validate({**body, "tijdstip": when})


def test_every_entity_has_a_body_and_own_work_names_its_dossiers() -> None:
    assert set(BODY) == set(Entity)
    assert all("dossiers" in BODY[entity].model_fields for entity in OWN_WORK)


def test_what_an_operation_is_follows_from_its_kind() -> None:
    common = {"op": "o", "n": 1, "entity": "dossier", "id": "d", "dossiers": ["d"], "at": "2026-11-20T13:07Z"}
    adapter: TypeAdapter[Op] = TypeAdapter(Op)
    assert isinstance(adapter.validate_python({**common, "kind": "create", "body": {}}), Create)
    patch = {**common, "kind": "patch", "set": {"telefoon": {"value": "06", "base": 1}}}
    assert isinstance(adapter.validate_python(patch), Patch)
    with pytest.raises(ValidationError):
        adapter.validate_python({**common, "kind": "delete"})


def test_unknown_fields_do_not_stop_an_older_program() -> None:
    body = {
        "dossiers": ["d"],
        "met_wie": "moeder",
        "gesproken_op": "2026-11-20T13:07:00Z",
        "hoe": "telefoon",
        "tekst": "",
        "vastgelegd_op": "2026-11-20T13:07:00Z",
        "van_later": 1,
    }
    assert Gespreksnotitie.model_validate(body).met_wie == "moeder"


@pytest.mark.parametrize(
    ("uren", "goed"), [(-1, False), (0, False), (0.25, True), (24, True), (24.25, False)]
)
def test_a_day_of_absence_has_hours_and_no_more_than_a_day_holds(uren: float, goed: bool) -> None:
    value: JsonValue = {"datum": "2026-11-02", "uren": uren}
    if goed:
        assert Verzuimdag.model_validate_json(canonical(value), strict=True).uren == uren
        return
    with pytest.raises(ValidationError):
        Verzuimdag.model_validate_json(canonical(value), strict=True)
