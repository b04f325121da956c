"""What a team has in hand: the figures of the first page, each with a value of its own."""

from __future__ import annotations

from datetime import timedelta

from leerplicht_protocol.messages import OpStatus
from leerplicht_server.dossier_lines import today
from tests.server.office import ANNA, BRAM, MOMENT
from tests.server.web import sign_in

from .conftest import Bureau


def _task(bureau: Bureau, id_: str, days: int, dossier: str = "d-1", **more: str) -> None:
    day = str(today() + timedelta(days=days))
    body = {"dossiers": [dossier], "wat": f"taak {id_}", "uiterlijk": day, "gemaakt_op": MOMENT, **more}
    op = {**bureau.office.note(dossier), "entity": "taak", "id": id_, "body": body}
    assert bureau.office.push(ANNA, op).status is OpStatus.APPLIED


def test_terms_are_counted_by_the_day_and_for_whose_they_are(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", ANNA)
    bureau.office.dossier("d-2", ANNA, BRAM)
    for number, days in enumerate((-9, -1, 0, 7, 8)):
        _task(bureau, f"t-{number}", days)
    _task(bureau, "t-bram", -2, wie="Bram")
    visitor = bureau.browser().as_("teamleider")
    text = visitor.open("/")
    assert "Te laat 3 termijnen" in text
    assert "Binnen 7 dagen 2 termijnen" in text
    assert "9 dagen te laat" in text
    assert "1 dag te laat" in text
    assert "Vandaag" in text
    assert "Nog 7 dagen" in text
    assert "taak t-4" not in text
    rows = visitor.text.partition("<tbody")[2].partition("</tbody>")[0].split("<tr")[1:]
    anna, bram = ("".join(row.split()) for row in rows)
    assert 'data-kop="Dossiers">2<' in anna
    assert "</svg>2</strong>" in anna
    assert 'data-kop="Binnen7dagen">2<' in anna
    assert 'data-kop="Dossiers">1<' in bram
    assert "</svg>1</strong>" in bram


def test_what_ended_or_is_of_opsporing_is_no_term(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", ANNA)
    _task(bureau, "t-1", -1)
    end = {"dossiers": ["d-1"], "taak": "t-1", "hoe": "gedaan", "afgehandeld_op": MOMENT}
    op = {**bureau.office.note("d-1"), "entity": "taakafhandeling", "id": "ta-1", "body": end}
    assert bureau.office.push(ANNA, op).status is OpStatus.APPLIED
    visit = {"begonnen_op": MOMENT, "geeindigd_op": MOMENT, "adres": "Laan 1", "vastgelegd_op": MOMENT}
    body = {**visit, "dossiers": ["d-1"], "modus": "opsporing", "uitkomst": "niet_thuis"}
    wpg = {**bureau.office.note("d-1"), "entity": "deurbezoek", "id": "v-1", "body": body}
    assert bureau.office.push(ANNA, wpg).status is OpStatus.APPLIED
    _task(bureau, "t-2", -1, herkomst="v-1")
    text = bureau.browser().as_("teamleider").open("/")
    assert "Te laat 0 termijnen" in text
    assert "taak t-" not in text


def test_reading_the_terms_is_a_line_that_names_the_files(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", ANNA)
    _task(bureau, "t-1", 1)
    bureau.browser().as_("teamleider").open("/")
    who, what, on, _ = bureau.journal()[0]
    assert (who, what, on) == ("oefen.teamleider", "lijst getoond", '["termijnen", "d-1"]')


def test_when_a_laptop_was_seen_is_told_in_dutch_time(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("teamleider")
    assert "niet de laatste maand" in visitor.open("/")
    sign_in(visitor.http, ANNA)
    assert visitor.open("/").count("niet de laatste maand") == 1


def test_schools_are_counted_with_their_reports(seeded_bureau: Bureau) -> None:
    visitor = seeded_bureau.browser().as_("teamleider")
    text = visitor.open("/")
    assert "36 dossiers" in text
    assert "Demo Haags Lyceum 3 4" in text
