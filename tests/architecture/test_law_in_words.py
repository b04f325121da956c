"""The sentence follows the number: no article, number or term of the law in a text outside the law data.

In domain an article may stand beside its rule; numbers and terms come out of ``resources/wet`` everywhere.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
_WORDS = (
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    "achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd"
)
_HOURS = r"(?:les|klok)?(?:uur|uren)"
_DAYS = r"(?:les|school|werk|kalender)?(?:dagen|week|weken|maand|maanden|jaar|jaren)"
_CLOCK = r"(?!\d?\d[.:]\d\d)"
TERM = re.compile(rf"(?<![\d.:]){_CLOCK}\b(?:\d+|{_WORDS})\s+(?:{_HOURS}|{_DAYS})\b", re.IGNORECASE)
ARTICLE = re.compile(r"\bart(?:ikel(?:en)?|\.)? ?\d", re.IGNORECASE)

# What stands in a text all the same, and why. A line that nothing needs any more fails.
ALLOWED = {
    "onder d Algemene verordening": "the source of a refusal, beside the rule that refuses",
    "onder f Algemene verordening": "the source of a refusal, beside the rule that refuses",
    "Algemene wet op het binnentreden": "the source of a refusal, beside the rule that refuses",
    "Artikel 22 Leerplichtwet: eerst": "names why help comes first; no number hangs on it",
    "Op een beroep op artikel 5": "the name by which officers know this letter",
    "Besluit ander onderwijs (artikel 15)": "the name by which officers know this letter",
    "Weigeren (artikel 27 Wpg)": "the name of the choice, as the privacy officer knows it",
    "volgens de selectielijst": "what a citizen is told of the server, which has no law data",
    "de termijnen van artikel 8 en 14": "what a citizen is told of the server, which has no law data",
    "Ten hoogste veertien weken": "what fits on a page, not a term of the law",
    "laatste twee weken": "when a report is called new on the screen, not a term of the law",
    "over 2 weken": "an example of what may be typed",
    "We waren twee dagen": "what an invented father said",
    "overtreding van artikel 2": "an invented case to look at forms with",
    "5 schooldagen": "an invented case to look at forms with",
    "twaalf lesuren niet op school": "an invented case to look at screens with",
    "Ze gelden 24 uur": "how long figures of a recovery hold, not a term of the law",
    "op de laptop, binnen 24 uur": "how long figures of a recovery hold, not a term of the law",
}
_INVENTED = ("domain/handleiding/",)
"""Worked examples of the manual: their days and hours are the example's own."""


def _texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every text that is no docstring and no note under a field."""
    notes = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", None), list)
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.lineno, node.value


def _found(path: Path, source: str) -> Iterator[str]:
    in_domain = "leerplicht_desktop/domain/" in path.as_posix()
    for line, text in _texts(ast.parse(source)):
        if TERM.search(text) or (ARTICLE.search(text) and not in_domain):
            yield f"{path.as_posix()}:{line}: {text}"


def _all() -> list[str]:
    files = [
        path for path in sorted(SRC.rglob("*.py")) if not any(part in path.as_posix() for part in _INVENTED)
    ]
    return [line for path in files for line in _found(path.relative_to(SRC), path.read_text("utf-8"))]


def test_no_text_brings_a_number_of_the_law_of_its_own() -> None:
    strange = [line for line in _all() if not any(part in line for part in ALLOWED)]
    assert strange == [], "take it from bepaling(...), or say in ALLOWED why it is none of the law"


def test_no_reason_is_left_over() -> None:
    every = "\n".join(_all())
    assert [part for part in ALLOWED if part not in every] == []


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("leerplicht_desktop/ui/x.py", "Meld binnen vier weken.", True),
        ("leerplicht_desktop/domain/x.py", "Na 16 lesuren meldt de school.", True),
        ("leerplicht_desktop/domain/x.py", "artikel 21a Leerplichtwet 1969", False),
        ("leerplicht_desktop/ui/x.py", "Zie artikel 21a.", True),
        ("leerplicht_server/x.py", "Binnen 5 werkdagen.", True),
        ("leerplicht_desktop/documents/x.py", "na dertig dagen", True),
        ("leerplicht_desktop/ui/x.py", "Aangebeld om 13.07 uur", False),
        ("leerplicht_desktop/ui/x.py", "Kies een dag.", False),
        ("leerplicht_desktop/ui/x.py", "Melding 2026-0417", False),
    ],
)
def test_a_planted_number_is_told(path: str, text: str, told: bool) -> None:
    assert bool(list(_found(Path(path), f"x = {text!r}\n"))) is told
    assert list(_found(Path(path), f'"""{text}"""\n')) == []  # a docstring is for who reads the code
