"""What each form carries to paper: every field of it changed alone must be seen in what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import cast

import pytest

from leerplicht_desktop.documents.bureau.voorbeeld import JONGERE, voorbeeldopdracht
from leerplicht_desktop.documents.formulieren.formulier import Formulier, Veld, Veldtype
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht
from leerplicht_desktop.documents.formulieren.opmaak import vel_van
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld
from tests.documents.proefstukken import FORMULIEREN, STIJL

from .changed import MARK, changes
from .leaves import leaves
from .packed import ZONE

# What of a form is not printed, and why.
NOT_PRINTED: dict[tuple[str, str], str] = {}


_FILLED: dict[Veldtype, Ingevuld] = {
    Veldtype.TEKST: "Twee zinnen. Dit is de tweede.",
    Veldtype.TEKSTREGEL: "een regel",
    Veldtype.DATUM: date(2026, 11, 17),
    Veldtype.DATUMTIJD: datetime(2026, 11, 17, 14, 35, tzinfo=ZONE),
    Veldtype.TIJD: time(14, 35),
    Veldtype.GETAL: 17,
    Veldtype.JANEE: True,
    Veldtype.BSN: "123456782",
    Veldtype.LIJST: ("het eerste punt", "het tweede punt"),
}


def _filled(field: Veld) -> Ingevuld:
    """A value of the type that the field asks."""
    if field.type is Veldtype.TABEL:
        return (tuple(f"cel {number}" for number, _ in enumerate(field.kolommen)),)
    return _FILLED[field.type]


def _words(opdracht: Opdracht) -> str:
    sheet = vel_van(opdracht)
    said = "|".join(str(leaf) for leaf in leaves(sheet.blocks).values())
    return said.replace(sheet.content_hash, "")


def _examples(form: Formulier) -> Iterator[Opdracht]:
    """The example with every field filled, to a parent and to a minor, each box ticked and not ticked."""
    for to in (None, JONGERE):
        example = voorbeeldopdracht(form, STIJL, to, definitief=False)
        filled: dict[str, Ingevuld] = {field.naam: _filled(field) for field in form.velden}
        filled |= example.waarden
        boxes = [field.naam for field in form.velden if field.type is Veldtype.JANEE]
        for ticked in ([], boxes, *([box] for box in boxes)):
            yield replace(example, waarden=filled | {box: box in ticked for box in boxes})


def _unseen(form: Formulier) -> set[str]:
    """The fields that change nothing on any of the examples, or whose own words stand nowhere."""
    unseen = {field.naam for field in form.velden}
    for example in _examples(form):
        before = _words(example)
        for name in sorted(unseen):
            unseen -= {name} if _seen(example, name, before) else set()
    return unseen


def _seen(opdracht: Opdracht, name: str, before: str) -> bool:
    for _, other in changes(opdracht.waarden[name]):
        after = _words(replace(opdracht, waarden={**opdracht.waarden, name: cast(Ingevuld, other)}))
        if after == before or (MARK in str(other) and MARK not in after):
            return False
    return True


@pytest.mark.parametrize("form", FORMULIEREN.values(), ids=lambda form: form.id)
def test_every_field_of_a_form_is_printed(form: Formulier) -> None:
    named = {name for id_, name in NOT_PRINTED if id_ == form.id}
    assert _unseen(form) == named
