"""What was set aside, read and judged in a browser: as on the command line, by name, and never of the Wpg."""

from __future__ import annotations

from typing import Any

import pytest

from leerplicht_protocol.messages import OpStatus
from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from tests.server.office import ANNA, BRAM, MOMENT

from .conftest import Bureau

SECRET = "moeder is <b>bang</b>"
VISIT = {"begonnen_op": MOMENT, "geeindigd_op": MOMENT, "adres": "Laan 1", "vastgelegd_op": MOMENT}


def _set_aside(bureau: Bureau, **changes: Any) -> str:
    if not bureau.office.count(schema.record):
        bureau.office.dossier("d-1", BRAM)
    body = {"tekst": SECRET} if "entity" not in changes else {}
    op = bureau.office.note("d-1", **{"body": body, **changes})
    assert bureau.office.push(ANNA, op).status is OpStatus.REJECTED
    return str(op["op"])


def test_the_list_tells_whose_and_why_and_not_what(bureau: Bureau) -> None:
    _set_aside(bureau)
    text = bureau.browser().as_("teamleider").open("/apart-gezet")
    assert "1 stuk wacht op een mens" in text
    assert "Gespreksnotitie bij d-1" in text
    assert "het dossier was niet (meer) van hem" in text
    assert "moeder" not in text
    assert bureau.journal()[0][:2] == ("oefen.teamleider", "quarantaine bekeken")


def test_what_was_written_is_shown_as_text_and_that_it_was_read_is_a_line(bureau: Bureau) -> None:
    op = _set_aside(bureau)
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/apart-gezet/{op}")
    assert "moeder is &lt;b&gt;bang&lt;/b&gt;" in visitor.text
    assert "20-11-2026 14:07:00" in visitor.text  # Dutch time, not that of the wire
    who, what, on, _ = bureau.journal()[0]
    assert (who, what) == ("oefen.teamleider", "gelezen")
    assert '"d-1"' in on


@pytest.mark.parametrize(
    ("choice", "line", "answer"),
    [
        ("vrijgeven", "quarantaine vrijgegeven", OpStatus.APPLIED),
        ("overdragen", "quarantaine overgedragen", OpStatus.APPLIED),
        ("afwijzen", "quarantaine afgewezen", OpStatus.REJECTED),
    ],
)
def test_a_decision_is_the_one_of_the_command_line(
    bureau: Bureau, choice: str, line: str, answer: OpStatus
) -> None:
    op = _set_aside(bureau)
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/apart-gezet/{op}")
    said = visitor.send(f"/apart-gezet/{op}", besluit=choice, reden="besproken", aan=BRAM)
    assert "Je besluit is vastgelegd." in said
    assert (line, "besproken") in [(what, why) for _, what, _, why in bureau.journal()]
    again = {**bureau.office.note("d-1", body={"tekst": SECRET}), "op": op, "n": 1, "id": "g-1"}
    heard = bureau.office.push(ANNA, again)
    assert heard.status is answer
    assert "besproken" in heard.reason
    with bureau.office.database.read() as connection:
        found = records.load(connection, Entity.GESPREKSNOTITIE, "g-1")
    assert (found is not None) == (answer is OpStatus.APPLIED)
    assert found is None or found.author.id == ANNA
    done = visitor.open("/apart-gezet?stand=klaar")
    assert "P. Jansen" in done
    assert "besproken" in visitor.open(f"/apart-gezet/{op}")


def test_a_form_that_lacks_something_keeps_what_was_typed(bureau: Bureau) -> None:
    op = _set_aside(bureau)
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/apart-gezet/{op}")
    for fields, wrong in (
        ({"reden": "mijn reden"}, "Kies wat je ermee doet."),
        ({"besluit": "vrijgeven"}, "Schrijf een reden op."),
        ({"besluit": "overdragen", "reden": "mijn reden"}, "Kies aan welke collega"),
        ({"besluit": "vrijgeven", "reden": "x" * 401}, "langer dan 400 tekens"),
        ({"besluit": "overdragen", "reden": "mijn reden", "aan": ANNA}, "Dit is zijn eigen werk."),
    ):
        assert wrong in visitor.send(f"/apart-gezet/{op}", 422, **fields)
        if fields.get("reden") == "mijn reden":
            assert "mijn reden</textarea>" in visitor.text
    assert bureau.office.count(schema.record) == 1


def test_what_was_decided_stays_decided(bureau: Bureau) -> None:
    op = _set_aside(bureau)
    visitor = bureau.browser().as_("teamleider")
    visitor.open(f"/apart-gezet/{op}")
    kept = visitor.text
    visitor.send(f"/apart-gezet/{op}", besluit="afwijzen", reden="dubbel")
    visitor.text = kept  # the same form in another tab
    assert "is al beslist" in visitor.send(f"/apart-gezet/{op}", 422, besluit="vrijgeven", reden="toch wel")


def test_what_is_of_opsporing_is_neither_shown_nor_judged(bureau: Bureau) -> None:
    visit = {**VISIT, "dossiers": ["d-1"], "modus": "opsporing", "uitkomst": "niet_thuis"}
    first = _set_aside(bureau, entity="deurbezoek", id="v-1", body={**visit, "waarnemingen": SECRET})
    task = {"dossiers": ["d-1"], "wat": SECRET, "uiterlijk": "2026-11-27", "gemaakt_op": MOMENT}
    stems = _set_aside(bureau, entity="taak", id="t-1", body={**task, "herkomst": "v-1"})
    visitor = bureau.browser().as_("teamleider")
    for op in (first, stems):
        text = visitor.open(f"/apart-gezet/{op}")
        assert "Dit valt onder de Wet politiegegevens." in text
        assert "bang" not in text
        assert bureau.journal()[0][1] == "quarantaine bekeken"
        assert "vraag de beheerder" in visitor.send(
            f"/apart-gezet/{op}", 422, besluit="vrijgeven", reden="toch"
        )
    bureau.give(["teamleider"])
    assert bureau.office.count(schema.record) == 1
