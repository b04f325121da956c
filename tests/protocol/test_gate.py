"""What one record may hold: the same answer for whoever sends and whoever takes."""

from __future__ import annotations

import base64
import hashlib
import inspect
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from pydantic import JsonValue, TypeAdapter, ValidationError

from leerplicht_protocol import gate, messages, numbers, papers, records, session
from leerplicht_protocol.codec import MAX_BYTES, canonical
from leerplicht_protocol.messages import Change, Clock
from leerplicht_protocol.model import WHOLE_MAX, WHOLE_MIN, Day, Model, Moment, ShortText
from leerplicht_protocol.plain_text import plain
from leerplicht_protocol.records import Entity, Gespreksnotitie

from .test_codec import VALUES

MOMENT = "2026-11-20T13:07:00Z"
NOTE: dict[str, Any] = {
    "dossiers": ["d-1"],
    "met_wie": "moeder",
    "gesproken_op": MOMENT,
    "hoe": "telefoon",
    "tekst": "kort",
    "afspraken": [{"wat": "bellen", "wie": "school", "uiterlijk": "2026-12-01"}],
    "vastgelegd_op": MOMENT,
}


def _models() -> Iterator[type[Model]]:
    for module in (messages, numbers, papers, records, session):
        for _, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, Model) and found.__module__ == module.__name__:
                yield found


def _integers(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "integer":
            yield schema
        for part in schema.values():
            yield from _integers(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _integers(part)


@pytest.mark.parametrize("model", sorted(_models(), key=str))
def test_every_whole_number_of_the_wire_fits_in_64_bits(model: type[Model]) -> None:
    for number in _integers(model.model_json_schema()):
        lowest = number.get("minimum", number.get("exclusiveMinimum"))
        highest = number.get("maximum", number.get("exclusiveMaximum"))
        assert lowest is not None, number
        assert highest is not None, number
        assert WHOLE_MIN <= lowest <= highest <= WHOLE_MAX


def _objection(entity: str = "gespreksnotitie", **fields: JsonValue) -> str:
    body = {**NOTE, **fields}
    return gate.objection(entity, body, Gespreksnotitie.model_validate_json(canonical(body), strict=True))


def test_a_note_of_forty_pages_in_any_script_passes() -> None:
    for letter in ("a", "é", "ሀ", "\x01", '"'):
        assert _objection(tekst=letter * 400_000) == ""


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"x": "a" * gate.UNKNOWN_BYTES}, gate.UNKNOWN),
        ({"x": [1e9] * 1_000}, gate.UNKNOWN),  # four bytes each as it comes, thirteen as it is written
        ({"x": {str(n): n for n in range(2_000)}}, gate.UNKNOWN),
        ({"afspraken": [{**NOTE["afspraken"][0], "x": "a" * gate.UNKNOWN_BYTES}]}, gate.UNKNOWN),
        ({f"x{n}": "a" * 900 for n in range(10)}, gate.UNKNOWN),
        ({"x" * gate.UNKNOWN_BYTES: 1}, gate.UNKNOWN),
        ({"x": [0] * (gate.RECORD_VALUES + 1)}, gate.HEAVY),
        ({"x": "a" * gate.FIELD_BYTES}, gate.HEAVY),
        ({f"x{n}": "a" * 2_400_000 for n in range(2)}, gate.HEAVY),
    ],
    ids=["text", "numbers", "keys", "inside", "many", "name", "values", "field", "record"],
)
def test_what_nobody_knows_and_what_is_too_much_is_refused(fields: dict[str, Any], word: str) -> None:
    assert _objection(**fields) == word


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x00", "\x1b", "\x9f"])
def test_the_name_of_an_unknown_field_holds_no_sign_that_steers(sign: str) -> None:
    name = f"tekst{sign}gnp"
    deep: JsonValue = [{"a": {name: 1}}]
    for fields in ({name: "x"}, {"later": {name: "x"}}, {"later": deep}):
        body = {**NOTE, **fields}
        assert gate.objection("gespreksnotitie", body, Gespreksnotitie.model_validate(body)) == gate.UNKNOWN
    inside = {**NOTE, "afspraken": [{**NOTE["afspraken"][0], name: "x"}]}
    assert gate.objection("gespreksnotitie", inside, Gespreksnotitie.model_validate(inside)) == gate.UNKNOWN
    arabic = {**NOTE, "\u0627\u0633\u0645": "x"}
    assert gate.objection("gespreksnotitie", arabic, Gespreksnotitie.model_validate(arabic)) == ""


def test_a_few_fields_of_tomorrow_pass() -> None:
    assert _objection(morgen={"a": [1, 2, {"b": "c" * 2_000}]}) == ""


@given(VALUES)
@example(1e-05)
@example([1e-05] * 9)
def test_a_value_weighs_what_the_other_side_writes(value: JsonValue) -> None:
    """The server writes a page with pydantic; a limit on what Python writes must hold for that too.

    Only a number below 0,0001 is longer there (1e-05 is written 0.00001), and a reader takes twice the limit.
    """
    change = Change(entity=Entity.TAAK, id="a", rev=1, seq=1, fields={"x": value})
    empty = Change(entity=Entity.TAAK, id="a", rev=1, seq=1, fields={"x": 0})
    written = len(change.model_dump_json().encode()) - len(empty.model_dump_json().encode()) + 1
    assert written <= 1.4 * len(canonical(value))


def test_the_heaviest_record_still_fits_in_what_a_reader_takes() -> None:
    content = 4 * -(-papers.MAX_CONTENT // 3)
    assert content + 2 * gate.RECORD_BYTES < MAX_BYTES


JPEG, PNG, PDF = b"\xff\xd8\xff\xe0rest", b"\x89PNG\r\n\x1a\nrest", b"%PDF-1.7\nrest"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (PDF, "application/pdf"),
        (b"\x1b%-12345X@PJL\n" + PDF, "application/pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><!-- %PDF-1.7 --></svg>", ""),
        (b"\xef\xbb\xbf <?xml version='1.0'?><svg/>%PDF-", ""),
        (b"PK\3\4 a file in it %PDF-1.7", ""),
        (b"GIF89a", ""),
        (b"RIFF....WEBP", ""),
        (b"II*\0", ""),
        (b"not a pdf at all", ""),
        (b"", ""),
        (b" " * 1_030 + PDF, ""),
    ],
)
def test_an_attachment_is_what_its_bytes_are(data: bytes, kind: str) -> None:
    assert gate.kind_of(data) == kind


@pytest.mark.parametrize("mime", ["image/jpeg", "image/png", "application/pdf"])
@pytest.mark.parametrize("data", [JPEG, PNG, PDF, b"<svg/>", b"GIF89a"])
def test_an_attachment_that_says_something_else_is_refused(mime: str, data: bytes) -> None:
    body: dict[str, Any] = {
        "dossiers": ["d-1"],
        "soort": "foto",
        "titel": "foto",
        "mime": mime,
        "sha256": hashlib.sha256(data).hexdigest(),
        "grootte": len(data),
        "gemaakt_op": MOMENT,
        "toegevoegd_op": MOMENT,
        "inhoud": base64.b64encode(data).decode(),
    }
    model = papers.Bijlage.model_validate_json(canonical(body), strict=True)
    expected = "" if gate.kind_of(data) == mime else gate.WRONG_BYTES
    assert gate.objection("bijlage", body, model) == expected


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x85", "\u202a", "\u202e", "\u2066", "\u2069"])
def test_a_name_holds_no_sign_that_steers(sign: str) -> None:
    name: TypeAdapter[str] = TypeAdapter(ShortText)
    with pytest.raises(ValidationError):
        name.validate_python(f"foto {sign}gpj.exe")
    assert name.validate_python(plain(f"foto {sign}gpj.exe")) == "foto gpj.exe"


@pytest.mark.parametrize("name", ["Zoë\u200f", "עברית\u200e 3", "a\tb\nc", "👩\u200d👧", "l\u2019école"])
def test_a_name_of_any_script_stays_whole(name: str) -> None:
    assert plain(name) == name
    assert TypeAdapter(ShortText).validate_python(name) == name


@pytest.mark.parametrize("year", [1, 1899, 2100, 2199, 9999])
def test_a_moment_lies_in_years_that_can_be_meant(year: int) -> None:
    moment: TypeAdapter[datetime] = TypeAdapter(Moment)
    with pytest.raises(ValidationError):
        moment.validate_python(datetime(year, 6, 1, tzinfo=UTC))
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(datetime(year, 6, 1, tzinfo=UTC).date())
    assert Clock(wall=datetime(year, 6, 1, tzinfo=UTC)).wall.year == year  # as claimed, however wrong
