"""No number of the law is typed in words: a sentence takes it from the provision of its day.

The numbers are those of the law data, in figures and written out; a string that puts one of them
beside its unit, or names an age, is found unless it stands below with a reason.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.wet.wetboek import wetboek

SRC = Path(__file__).parents[2] / "src" / "leerplicht_desktop"
ROOMS = ("ui", "casework", "documents", "domain")
SPARED = {
    "domain/handleiding": "worked examples of the manual, each with a day of its own",
    "domain/getalwoord.py": "the words for numbers themselves",
    "domain/verzuim/urengrens.py": "the words for the limit, which take their numbers from the law",
    "documents/bureau/voorbeeldzaak.py": "the example case that shows a form, with days of its own",
}
ALLOWED = {
    "Met een melding van de laatste twee weken": "how long a report is called new: a choice of this program",
    "Ten hoogste veertien weken.": "how much fits on one page",
    "vr, 4-12, over 2 weken": "an example of how a day may be typed",
    "Twee keer opgeroepen, twee keer niet verschenen": "a reason an officer may choose, no rule",
    "Een lesuur heeft een nummer van 1 tot en met 12.": "places in a timetable",
    "Zet de stappen van de meldcode op volgorde, van 1 tot en met 5.": "the steps have numbers for names",
    "Een dag heeft tussen 0 en 24 gemiste uren.": "how long a day is",
    "Die tijd bestaat niet. Typ uren van 0 tot en met 23 en minuten tot en met 59.": "how a clock counts",
    "1 dag": "a count, worded",
}
UNITS = r"(?:school|les|werk|klok)?(?:uur|uren|dag|dagen|week|weken|jaar|jaren|maand|maanden|minuten|keer)"
AGES = r"(?:onder|vanaf|boven|geen)(?: de)?"


def numbers() -> set[int]:
    """Every number of every version of the law, and days as weeks."""
    found = {
        value
        for versions in wetboek().bepalingen.values()
        for version in versions
        for value in version.waarden.values()
        if type(value) is int and value > 0
    }
    return found | {value // 7 for value in found if value % 7 == 0}


def pattern() -> re.Pattern[str]:
    """A number of the law beside a unit, or named as an age."""
    words = {str(n) for n in numbers()} | {voluit(n) for n in numbers() if n > 1}
    one_of = "|".join(sorted(words, key=len, reverse=True))
    ages = (
        "|".join(str(n) for n in sorted(numbers()) if n >= 10)
        + "|"
        + "|".join(voluit(n) for n in sorted(numbers()) if n >= 10)
    )
    return re.compile(
        rf"(?<![\w,.:-])(?:{one_of})\s+(?:\w+\s+)?{UNITS}\b"
        rf"|\b{AGES} (?:{ages})\b(?!\s+\w+\s+\d{{4}})|\b(?:{ages}) of ouder\b"
        rf"|\bvan (?:{ages}) (?:of|tot|en)\b",
        re.IGNORECASE,
    )


def strings(source: str) -> Iterator[tuple[int, str]]:
    """Every string that is no docstring, with its line."""
    tree = ast.parse(source)
    prose = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def typed(source: str, law: re.Pattern[str]) -> list[str]:
    """The places of a module where a number of the law is typed."""
    return [
        f"line {line}: {text}"
        for line, text in strings(source)
        if text.strip() not in ALLOWED and law.search(text)
    ]


def test_no_number_of_the_law_is_typed_in_words() -> None:
    law = pattern()
    found = {}
    for path in (path for room in ROOMS for path in sorted((SRC / room).rglob("*.py"))):
        name = path.relative_to(SRC).as_posix()
        if not name.startswith(tuple(SPARED)):
            places = typed(path.read_text("utf-8"), law)
            found.update({name: places} if places else {})
    assert found == {}, (
        "Take the number from the provision: domain.wet.wetzin.met_de_wet or a sentence beside the rule."
    )


def test_no_explanation_of_a_form_types_a_number_of_the_law() -> None:
    law = pattern()
    found = {}
    for path in sorted((SRC.parents[1] / "forms").rglob("*.toml")):
        fields = tomllib.loads(path.read_text("utf-8")).get("velden", {})
        typed_here = [name for name, field in fields.items() if law.search(field.get("uitleg", ""))]
        found.update({path.name: typed_here} if typed_here else {})
    assert found == {}, "Write {termijn.bezwaar} and the like: forms/README.md, Getallen uit de wet."


@pytest.mark.parametrize(
    "planted",
    [
        "De grens van 16 uur",
        "Zestien uur of meer bereikt",
        "in 4 lesweken",
        "Dit is langer dan vier weken",
        "binnen acht weken",
        "onder de zestien is dat nodig",
        "De jongere is achttien of ouder",
        "vanaf zestien jaar",
        "binnen 5 volle schooldagen",
        "een jongere van 16 of 17",
        "een jongere van 12 tot en met 17",
    ],
)
def test_a_planted_one_is_found(planted: str) -> None:
    assert typed(f"zin = f'{{x}} {planted}.'", pattern())


def test_every_exception_is_still_there() -> None:
    everything = {
        text.strip()
        for room in ROOMS
        for path in (SRC / room).rglob("*.py")
        for _, text in strings(path.read_text("utf-8"))
    }
    assert set(ALLOWED) - everything == set()
    assert [name for name in SPARED if not list(SRC.glob(f"{name}*"))] == []


@pytest.mark.parametrize(
    "zin", ["verslag van 16 november 2026", "Op 12 plaatsen", "artikel 16 lid 2", "van de 16 bits"]
)
def test_a_day_or_an_article_is_no_number_of_the_law(zin: str) -> None:
    assert typed(f"zin = '{zin}'", pattern()) == []
