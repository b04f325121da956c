"""Numbers for a proces-verbaal at the municipality: blocks that never overlap, on both databases (R27)."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import get_args

import httpx
import pytest

from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_protocol import papers
from leerplicht_protocol.messages import OpStatus
from leerplicht_protocol.numbers import BLOCK_SIZE, Nummerblok
from leerplicht_server import number_blocks, restored, settings
from leerplicht_server.database import Database, next_number
from leerplicht_server.errors import ServerError
from leerplicht_server.identity import officers
from tests.server.office import ANNA, BRAM, MOMENT, Office, laptop
from tests.server.web import Signed, client, sign_in

PROGRAMS = 6


def _devices(database: Database, count: int) -> list[str]:
    with database.write() as connection:
        return [laptop(connection, ANNA, f"i-{n}") for n in range(count)]


def test_blocks_asked_from_all_sides_never_overlap(office: Office) -> None:
    devices = _devices(office.database, PROGRAMS)
    start = threading.Barrier(PROGRAMS)

    def ask(device: str) -> list[Nummerblok]:
        start.wait()
        found = []
        for volg in range(1, 5):
            for _ in range(2):  # the answer was lost: the same question again
                with office.database.write() as connection:
                    found.append(number_blocks.reserve(connection, device, "OEF", 2026, volg))
        return found

    with ThreadPoolExecutor(PROGRAMS) as pool:
        per_laptop = list(pool.map(ask, devices))
    distinct = {(blok.van, blok.tot) for found in per_laptop for blok in found}
    assert len(distinct) == PROGRAMS * 4
    numbers = [n for van, tot in distinct for n in range(van, tot + 1)]
    assert len(numbers) == len(set(numbers)) == PROGRAMS * 4 * BLOCK_SIZE
    for found in per_laptop:
        assert found[0::2] == found[1::2]


def test_years_and_organisations_count_for_themselves(office: Office) -> None:
    (device,) = _devices(office.database, 1)
    with office.database.write() as connection:
        first = number_blocks.reserve(connection, device, "OEF", 2026, 1)
        next_year = number_blocks.reserve(connection, device, "OEF", 2027, 1)
    assert (first.van, next_year.van) == (1, 1)
    assert number_blocks.written("OEF", 2026, 101) == "OEF-2026-000101"


def test_after_a_backup_numbers_on_paper_are_passed_over(office: Office) -> None:
    """The counter went back, but a document with a number of its next block came in again."""
    (device,) = _devices(office.database, 1)
    with office.database.write() as connection:
        assert number_blocks.use(connection, "OEF-2026-000021", "stuk-1")
        assert next_number(connection, "pv-OEF-2026") == 1
        blok = number_blocks.reserve(connection, device, "OEF", 2026, 1)
        assert not number_blocks.use(connection, "OEF-2026-000021", "stuk-2")
        assert number_blocks.use(connection, "OEF-2026-000021", "stuk-1")
    assert blok.van == 2 * BLOCK_SIZE + 1


def test_the_endpoint_knows_who_asks(office: Office) -> None:
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        first = _ask(anna, 2026, 1)
        assert Nummerblok.model_validate_json(first.content, strict=True).organisatie == "TES"
        assert _ask(anna, 2026, 1).content == first.content
        assert _ask(anna, 1999, 1).status_code == 422
        assert _ask(anna, 2026, 0).status_code == 422
        other = anna.http.post(
            "/v1/nummers", json={"device": "dev-ander", "jaar": 2026, "volg": 1}, auth=anna.auth
        )
        assert other.status_code == 403
        with office.database.write() as connection:
            officers.revoke_device(connection, anna.device)
        assert _ask(anna, 2026, 2).status_code == 401


def _ask(wie: Signed, jaar: int, volg: int) -> httpx.Response:
    body = {"device": wie.device, "jaar": jaar, "volg": volg}
    return wie.http.post("/v1/nummers", json=body, auth=wie.auth)


def _stuk(id_: str, **changes: object) -> dict[str, object]:
    body = {
        "dossiers": ["d-1"],
        "soort": "proces_verbaal",
        "nummer": "OEF-2026-000001",
        "titel": "Proces-verbaal",
        "regime": "wpg",
        "verzegeld_op": MOMENT,
        "inhoud_hash": "0" * 64,
        "bestand_hash": "af27c75dcbd3eb5513c2fd15d7b7f62dfae81e82f8e7e8af0b7e8a796e910a7f",
        "pdf": "JVBERi0xLjcgc3R1aw==",
        **changes,
    }
    common = {"kind": "create", "entity": "stuk", "dossiers": ["d-1"], "at": MOMENT, "n": 1}
    return {**common, "op": f"op-{id_}", "id": id_, "body": body}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"nummer": ""}, "invalid: nummer"),
        ({"pdf": "AQ=="}, "invalid: "),
        ({"pdf": "geen base64"}, "invalid: pdf"),
        ({"aanvulling_op": "onbekend"}, "invalid: aanvulling_op"),
    ],
)
def test_a_document_that_is_not_whole_is_refused(
    office: Office, changes: dict[str, object], reason: str
) -> None:
    office.dossier("d-1", ANNA)
    office.numbers(ANNA)
    result = office.push(ANNA, json.loads(json.dumps(_stuk("s-1", **changes))))
    assert (result.status, result.reason.strip()) == (OpStatus.REJECTED, reason.strip())


def test_one_number_one_document(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.numbers(ANNA)
    assert office.push(ANNA, json.loads(json.dumps(_stuk("s-1")))).status is OpStatus.APPLIED
    second = office.push(ANNA, json.loads(json.dumps(_stuk("s-2"))))
    assert (second.status, second.reason) == (OpStatus.REJECTED, "nummer")
    letter = _stuk("s-3", soort="waarschuwing", nummer="2026-d-1")
    assert office.push(ANNA, json.loads(json.dumps(letter))).status is OpStatus.APPLIED


@pytest.mark.parametrize(
    ("given", "code"),
    [({}, "OEF"), ({"gemeente": "Één"}, "EEN"), ({"gemeente": "Ee"}, "EEX"), ({"code": "DS1"}, "DS1")],
)
def test_the_code_in_the_number(tmp_path: Path, given: dict[str, str], code: str) -> None:
    environment = {f"LEERPLICHT_SERVER_{key.upper()}": value for key, value in given.items()}
    environment["LEERPLICHT_SERVER_DATA"] = str(tmp_path)
    assert settings.load(None, environment).organisation == code


@pytest.mark.parametrize("code", ["x", "te lang!!", "klein", "NEGENTEKEN"])
def test_a_code_that_cannot_be_printed_is_refused(tmp_path: Path, code: str) -> None:
    environment = {"LEERPLICHT_SERVER_DATA": str(tmp_path), "LEERPLICHT_SERVER_CODE": code}
    with pytest.raises(ServerError, match="hoofdletters"):
        settings.load(None, environment)


# -- whose number it is ----------------------------------------------------------------------------

MADE_UP = (
    "OEF-2026-000021",
    "OEF-2026-21",
    "oef-2026-000001",
    "OEF-2025-000001",
    "TES-2026-000001",
    "zomaar 💩",
)


@pytest.mark.parametrize("number", MADE_UP)
def test_a_number_counts_only_from_a_block_of_that_laptop(office: Office, number: str) -> None:
    office.dossier("d-1", ANNA, BRAM)
    office.numbers(ANNA)
    office.numbers(BRAM)
    taken = office.push(ANNA, json.loads(json.dumps(_stuk("s-1", nummer=number))))
    assert (taken.status, taken.reason) == (OpStatus.REJECTED, "nummer_niet_van_laptop")
    rightful = office.push(BRAM, json.loads(json.dumps(_stuk("s-2", nummer="OEF-2026-000021"))))
    assert rightful.status is OpStatus.APPLIED


def test_after_a_backup_a_number_that_nobody_has_is_believed(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    office.numbers(ANNA)
    lost = json.loads(json.dumps(_stuk("s-1", nummer="OEF-2026-000333")))
    assert office.push(ANNA, lost).status is OpStatus.REJECTED
    with office.database.write() as connection:
        restored.skip_numbers(connection)
        restored.skip_numbers(connection)
    assert office.push(ANNA, {**lost, "op": "op-2"}).status is OpStatus.APPLIED
    beyond = json.loads(json.dumps(_stuk("s-9", nummer="OEF-2026-999999")))  # nobody can have been given it
    assert office.push(ANNA, {**beyond, "op": "op-9"}).reason == "nummer_niet_van_laptop"
    foreign = json.loads(json.dumps(_stuk("s-2", nummer="OEF-2026-000001")))
    office.laptop(BRAM)
    assert office.push(BRAM, foreign).reason == "nummer_niet_van_laptop"


@pytest.mark.parametrize("number", ["OEF-2026-000021", " oef-2026-000021", "OEF-2026-000001"])
def test_no_letter_bears_the_number_of_a_proces_verbaal(office: Office, number: str) -> None:
    """Neither that of a colleague nor one's own: the list of papers would show it twice."""
    office.dossier("d-1", ANNA, BRAM)
    office.numbers(ANNA)
    office.numbers(BRAM)
    letter = _stuk("s-1", soort="waarschuwing", nummer=number)
    taken = office.push(ANNA, json.loads(json.dumps(letter)))
    assert (taken.status, taken.reason) == (OpStatus.REJECTED, "nummer")


@pytest.mark.parametrize("soort", ["Proces_verbaal", "proces-verbaal", "", "iets anders"])
def test_a_kind_of_paper_is_of_a_closed_list(office: Office, soort: str) -> None:
    office.dossier("d-1", ANNA)
    result = office.push(ANNA, json.loads(json.dumps(_stuk("s-1", soort=soort))))
    assert (result.status, result.reason) == (OpStatus.REJECTED, "invalid: soort")


def test_the_list_is_that_of_the_law_data() -> None:
    assert set(get_args(papers.Stuksoort)) == {kind.value for kind in Documentsoort}


def test_a_laptop_gets_no_more_blocks_in_a_day_than_it_can_use(office: Office) -> None:
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        given = [_ask(anna, 2026, volg).status_code for volg in range(1, number_blocks.BLOCKS_A_DAY + 2)]
        again = _ask(anna, 2026, 1).status_code
        refused = _ask(anna, 2027, 1)
        bram = _ask(sign_in(http, BRAM, "i-2"), 2026, 1)
    assert given == [200] * number_blocks.BLOCKS_A_DAY + [429]
    assert (again, refused.status_code, bram.status_code) == (200, 429, 200)
    assert "Morgen" in refused.json()["bericht"]
