"""Dossiers handed over in one act: the colleague has them, who had them not, and the journal says both."""

from __future__ import annotations

from leerplicht_server import access, areas, caseload, schema
from leerplicht_server.areas import Kind
from leerplicht_server.identity import officers
from leerplicht_server.identity.states import SUSPENDED
from tests.server.office import ANNA, BRAM

from .conftest import Bureau


def _case(bureau: Bureau, *dossiers: str) -> None:
    """Dossiers of Anna, with a row of their own."""
    for number, id_ in enumerate(dossiers):
        bureau.office.dossier(id_, ANNA)
        row = {"id": id_, "nummer": f"2026-{number + 1:04}", "school": "s-98AA00", "afgeleid": "{}"}
        with bureau.office.database.write() as connection:
            connection.execute(schema.dossier.insert().values(**row))


def _has(bureau: Bureau, officer: str) -> set[str]:
    with bureau.office.database.read() as connection:
        return access.granted(connection, officer, ["d-1", "d-2", "d-3"])


def test_what_was_chosen_goes_over_and_the_rest_stays(bureau: Bureau) -> None:
    _case(bureau, "d-1", "d-2", "d-3")
    visitor = bureau.browser().as_("teamleider")
    assert "Jongere 2026-0001" in visitor.open(f"/overdragen?van={ANNA}")
    who, what, on, _ = bureau.journal()[0]
    assert (who, what, on) == ("oefen.teamleider", "lijst getoond", '["anna", "d-1", "d-2", "d-3"]')
    said = visitor.send("/overdragen", van=ANNA, aan=BRAM, dossier=["d-1", "d-3"], reden="Anna is met verlof")
    assert "2 dossiers zijn overgedragen" in said
    assert (_has(bureau, ANNA), _has(bureau, BRAM)) == ({"d-2"}, {"d-1", "d-3"})
    lines = {(what, on): why for _, what, on, why in bureau.journal()}
    assert lines["toegewezen", '["bram", "d-1", "d-3"]'] == "Anna is met verlof"
    assert lines["teruggenomen", '["anna", "d-1", "d-3"]'] == "Anna is met verlof"


def test_what_cannot_be_is_said_and_changes_nothing(bureau: Bureau) -> None:
    _case(bureau, "d-1", "d-2")
    with bureau.office.database.write() as connection:
        officers.set_state(connection, BRAM, SUSPENDED)
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/overdragen?van={ANNA}")
    good: dict[str, str | list[str]] = {"van": ANNA, "aan": BRAM, "dossier": ["d-2"], "reden": "mijn reden"}
    cases: tuple[tuple[dict[str, str | list[str]], str], ...] = (
        ({"dossier": []}, "Kies een of meer dossiers."),
        ({"aan": ""}, "Kies aan wie je ze overdraagt."),
        ({"reden": " "}, "Schrijf een reden op."),
        ({"reden": "x" * 401}, "langer dan 400 tekens"),
        ({}, "Bram is geschorst."),
        ({"aan": ANNA}, "heeft deze dossiers al"),
        ({"aan": "piet"}, "Ambtenaar piet is niet bekend"),
    )
    for change, wrong in cases:
        assert wrong in visitor.send("/overdragen", 422, **{**good, **change})
    assert 'value="d-2" checked' in visitor.text  # what was chosen and typed stays
    assert "mijn reden</textarea>" in visitor.text
    assert (_has(bureau, ANNA), _has(bureau, BRAM)) == ({"d-1", "d-2"}, set())


def test_what_went_meanwhile_stops_the_whole_act(bureau: Bureau) -> None:
    _case(bureau, "d-1", "d-2")
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/overdragen?van={ANNA}")
    bureau.office.revoke(ANNA, "d-2")
    said = visitor.send("/overdragen", 422, van=ANNA, aan=BRAM, dossier=["d-1", "d-2"], reden="verlof")
    assert "1 dossier is intussen niet meer van Anna" in said
    assert _has(bureau, BRAM) == set()


def test_who_keeps_a_dossier_by_his_area_is_told(bureau: Bureau) -> None:
    _case(bureau, "d-1")
    with bureau.office.database.write() as connection:
        areas.add(connection, ANNA, Kind.SCHOOL, "98AA")
        assert caseload.own(connection, ANNA) == ["d-1"]
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/overdragen?van={ANNA}")
    said = visitor.send("/overdragen", van=ANNA, aan=BRAM, dossier=["d-1"], reden="verlof")
    assert "1 dossier blijft ook bij wie het had, door zijn gebied of een mandaat" in said
