"""The small markup of the forms: ``**vet**``, ``*cursief*`` and ``{{ veld }}`` in a Jinja2 sandbox.

Emphasis is found in the text of the form before any value is filled in. A value with asterisks or braces
therefore prints as it is, and no value can reach the markup of the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product

from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leerplicht_desktop.documents.blocks import Emphasis, Run, Text
from leerplicht_desktop.documents.schrijfwijze import kloktijd, moment_voluit, opsomming
from leerplicht_desktop.domain import datumtekst
from leerplicht_desktop.domain.persoon.naam import hoofdletter

_BOLD, _ITALIC, _GAP = "\ue000", "\ue001", "\ue002"
_MARKS = (_BOLD, _ITALIC, _GAP)
_EXPRESSION = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z/!]")
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Filter,
    nodes.If,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)


@dataclass(frozen=True, slots=True)
class Ontbreekt:
    """A required value that is not there yet: prints as a bold remark in a concept."""

    label: str


Waarde = str | int | bool | date | datetime | time | tuple[str, ...] | Ontbreekt | None


def geschreven(value: object) -> str:
    """A value as it stands in a sentence."""
    if value is None:
        return ""
    if isinstance(value, Ontbreekt):
        return f"{_GAP}[nog invullen: {_clean(value.label)}]{_GAP}"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return moment_voluit(value)
    if isinstance(value, date):
        return datumtekst.lang(value)
    if isinstance(value, time):
        return f"{value.hour:02d}:{value.minute:02d} uur"
    if isinstance(value, tuple):
        return _clean(opsomming([str(item) for item in value]))
    return _clean(str(value))


def _clean(text: str) -> str:
    return "".join(sign for sign in text if sign not in _MARKS)


def _day(value: Waarde) -> Waarde:
    return datumtekst.met_weekdag(value) if isinstance(value, date) else value


def _short(value: Waarde) -> Waarde:
    return datumtekst.kort(value) if isinstance(value, date) else value


def _clock(value: Waarde) -> Waarde:
    return f"{kloktijd(value)} uur" if isinstance(value, datetime) else value


def _capital(value: Waarde) -> Waarde:
    return value if isinstance(value, Ontbreekt) else hoofdletter(geschreven(value))


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=geschreven, autoescape=False)
    made.filters = {"dag": _day, "kort": _short, "tijd": _clock, "hoofdletter": _capital}
    made.globals = {}
    made.tests = {}
    return made


_ENVIRONMENT = _environment()


def _marked(source: str) -> str:
    """The source with its asterisks outside expressions as marks."""
    pieces = _EXPRESSION.split(source)
    return "".join(
        piece if index % 2 else piece.replace("**", _BOLD).replace("*", _ITALIC)
        for index, piece in enumerate(pieces)
    )


def gebruikte_velden(source: str) -> frozenset[str]:
    """The names a text asks for; empty when the text cannot be read."""
    try:
        return frozenset(meta.find_undeclared_variables(_ENVIRONMENT.parse(source)))
    except (TemplateError, RecursionError):
        return frozenset()


def fouten(source: str) -> list[str]:
    """What is wrong with a text, as Dutch sentences; field names are checked by the form."""
    found = []
    if _TAG.search(source):
        found.append("opmaakcodes tussen < en > mogen niet. Gebruik **vet** of *cursief*")
    marked = _marked(_clean(source))
    for mark, shown in ((_BOLD, "**"), (_ITALIC, "*")):
        if marked.count(mark) % 2:
            found.append(f"{shown} staat niet in paren. Zet er een voor en een achter de woorden")
    try:
        tree = _ENVIRONMENT.parse(source)
        found += _forbidden(tree)
    except TemplateError as error:
        found.append(f"de accolades kloppen niet ({error.message}). Schrijf een veld als {{{{ naam }}}}")
    except RecursionError:
        found.append("tussen deze accolades staat te veel in elkaar. Maak er meer blokken van")
    return found


def vaste_tekst_fouten(source: str) -> list[str]:
    """What is wrong with a text that prints as it stands: a title, or what stands before a value."""
    if any(sign in source for sign in ("*", "{{", "{%", "{#")) or _TAG.search(source):
        return ["zonder velden, sterretjes of opmaakcodes"]
    return []


def altijd_tekst(source: str) -> bool:
    """Whether letters stay on paper whatever the conditions in a text say; a text without ``fouten``."""
    tree = _ENVIRONMENT.parse(source)
    tests = [node.test for node in tree.find_all(nodes.If)]
    tests += [node.test for node in tree.find_all(nodes.CondExpr)]
    asked = [name for test in tests for name in (test, *test.find_all(nodes.Name))]
    names = sorted({name.name for name in asked if isinstance(name, nodes.Name)})
    known: dict[str, Waarde] = dict.fromkeys(gebruikte_velden(source), "x")
    return all(
        any(
            char.isalnum()
            for run in gevuld(source, {**known, **dict(zip(names, answer, strict=True))})
            for char in run.text
        )
        for answer in product((True, None), repeat=len(names))
    )


def _forbidden(tree: nodes.Template) -> list[str]:
    found = []
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            found.append("tussen accolades mag alleen een veld, een filter of een als-dan staan")
        elif isinstance(node, nodes.Filter):
            found += _filter_mistakes(node)
        elif isinstance(node, nodes.Operand) and node.op not in {"eq", "ne"}:
            # A date that is not known yet is not more or less than another: the concept would not print.
            found.append("vergelijk alleen met == of !=. Met < of > kan een veld dat nog leeg is niet")
        elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
            found.append("zet achter ‘if’ ook een ‘else’, of gebruik {% if veld %}...{% endif %}")
        elif isinstance(node, nodes.Name) and node.name == "self":
            found.append("het veld ‘self’ bestaat niet")  # Jinja knows it as the template itself
    return sorted(set(found))


def _filter_mistakes(node: nodes.Filter) -> list[str]:
    if node.name not in _ENVIRONMENT.filters:
        known = ", ".join(sorted(_ENVIRONMENT.filters))
        return [f"het filter ‘{node.name}’ bestaat niet. Kies uit: {known}"]
    if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return [f"zet niets tussen haakjes achter het filter ‘{node.name}’"]
    return []


def gevuld(source: str, values: Mapping[str, Waarde]) -> Text:
    """The text with its values. Only for a text without ``fouten`` and with every field present."""
    filled = _ENVIRONMENT.from_string(_marked(_clean(source))).render(dict(values))
    runs: list[Run] = []
    on: set[str] = set()
    for piece in re.split(f"([{''.join(_MARKS)}])", filled):
        if piece in _MARKS:
            on ^= {piece}
        elif piece:
            runs.append(Run(piece, _emphasis(on)))
    return tuple(runs)


def _emphasis(on: set[str]) -> Emphasis:
    if on & {_BOLD, _GAP}:
        return Emphasis.BOLD
    return Emphasis.ITALIC if on else Emphasis.NONE
