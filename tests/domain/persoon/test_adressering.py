"""All published examples of how the register addresses a person, and the rules between them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leerplicht_desktop.domain.persoon.adressering import (
    aanhef,
    aanschrijfwijze,
    adresregels,
    in_lopende_tekst,
    persoon_uit_lo3,
)
from leerplicht_desktop.domain.persoon.persoon import Persoon

_EXAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "brp_adressering.jsonl").read_text("utf-8").splitlines()
]


def _answers(persoon: Persoon) -> dict[str, str | None]:
    name, lines = aanschrijfwijze(persoon), adresregels(persoon)
    return {
        "aanhef": aanhef(persoon),
        "gebruikInLopendeTekst": in_lopende_tekst(persoon),
        "aanschrijfwijze.naam": name.naam,
        "aanschrijfwijze.aanspreekvorm": name.aanspreekvorm,
        "adresregel1": lines.adresregel1,
        "adresregel2": lines.adresregel2,
    }


def test_all_examples_are_here() -> None:
    assert len(_EXAMPLES) == 177


@pytest.mark.parametrize("example", _EXAMPLES, ids=[example["id"] for example in _EXAMPLES])
def test_published_example(example: dict[str, Any]) -> None:
    persoon = persoon_uit_lo3(example["persoon"], example["partners"], example.get("adres"))
    answers = _answers(persoon)
    expected = example["verwacht"]
    assert {key: answers[key] for key in expected} == expected
    if "aanschrijfwijze.naam" in expected:
        assert answers["aanschrijfwijze.aanspreekvorm"] == expected.get("aanschrijfwijze.aanspreekvorm")
