"""A rule that nobody applies is told as such: every public name of ``domain`` is taken by a room above.

What waits for its screen stands here with the reason, and the page of rules in the manual says the same.
"""

from __future__ import annotations

import ast
import inspect
import textwrap

import pytest

from leerplicht_desktop.domain.handleiding.regelvoorbeelden import HANDLEIDINGREGELS, Handleidingregel
from tests.architecture.reach import definitions, idle, mentioned, used

WAITS = {
    "privacy/bewaring.py": "the retention clocks and the log of reads have no screen yet",
    "verzuim/patroon.py": "the pattern of absence has no place on the dossier yet",
    "termijn/dagenstrook.py": "the strip of days has no place on a letter yet",
}
"""Whole modules, built ahead of their screen."""
WAYS_IN = {
    "kwalificatieplicht": "plicht_op applies the rule; this asks for the days alone",
    "Kwalificatieplicht": "the answer of kwalificatieplicht",
}
"""Another question to a rule that the program does apply."""
SINGLE = {
    "Route": "the route of the MAS is not recorded yet",
    "Routekeuze": "the route of the MAS is not recorded yet",
    "Brin": "the server checks what it imports; the laptop types none yet",
    "is_brin": "the server checks what it imports; the laptop types none yet",
    "Vestiging": "the server checks what it imports; the laptop types none yet",
    "bezwaar_tijdig": "an objection that came in is not recorded yet",
    "uiterste_melddag": "asked by schoolsignalen",
    "Schoolsignaal": "the answer of schoolsignalen",
    "schoolsignalen": "what a school failed to report has no place on the dossier yet",
    "Afsluiting": "the answer of melding_afsluiten",
    "melding_afsluiten": "closing a report goes through DUO, not through the program yet",
    "controleer_status": "closing a report goes through DUO, not through the program yet",
    "eenheid_van": "the server gives each report its unit",
    "lesuren": "schools report lesuren; minutes are typed nowhere yet",
    "is_compleet": "asks the list of what is missing whether it is empty; screens show the list",
    "in_lopende_tekst": "no letter names somebody in running text by salutation yet",
}


def test_every_public_name_of_domain_is_taken_by_a_room_above() -> None:
    left = {name: module for name, module in idle().items() if module not in WAITS}
    assert {name for name in left if name not in SINGLE | WAYS_IN} == set()


def test_no_exception_outlives_its_reason() -> None:
    assert set(WAITS) <= set(definitions())
    assert {module for module in WAITS if module not in idle().values()} == set()
    assert (SINGLE | WAYS_IN).keys() - idle().keys() == set()


def test_what_a_room_takes_counts_with_what_it_asks_in_turn() -> None:
    assert {"urentelling", "plicht_op", "verzuimuren", "Urengrens"} <= used()
    assert "melding_afsluiten" not in used()


def _asked(rule: Handleidingregel) -> set[str]:
    """The names that an example mentions, with those of the helpers beside it."""
    module = inspect.getmodule(rule.voorbeelden)
    assert module is not None
    tree = ast.parse(inspect.getsource(module))
    helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    todo, seen = mentioned(ast.parse(textwrap.dedent(inspect.getsource(rule.voorbeelden)))), set[str]()
    while todo:
        name = todo.pop()
        seen.add(name)
        todo |= (mentioned(helpers[name]) if name in helpers else set()) - seen
    return seen


@pytest.mark.parametrize("rule", HANDLEIDINGREGELS, ids=[rule.nummer for rule in HANDLEIDINGREGELS])
def test_the_manual_says_of_which_rule_the_program_applies_it(rule: Handleidingregel) -> None:
    waits = _asked(rule) & (idle().keys() - WAYS_IN.keys())
    assert bool(rule.nog_niet) is bool(waits), f"{rule.nummer}: {sorted(waits)}"
