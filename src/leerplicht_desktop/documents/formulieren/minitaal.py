"""The small markup of the forms: ``**vet**``, ``*cursief*`` and ``{{ veld }}`` in a Jinja2 sandbox.

Emphasis is found in the text of the form before any value is filled in. A value with asterisks or braces
therefore prints as it is, and no value can reach the markup of the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import product

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leerplicht_desktop.documents.blocks import Emphasis, Run, Text
from leerplicht_desktop.documents.schrijfwijze import kloktijd, moment_voluit, opsomming
from leerplicht_desktop.domain import datumtekst
from leerplicht_desktop.domain.persoon.naam import hoofdletter

_VET, _CURSIEF, _LEEG = "\ue000", "\ue001", "\ue002"
_TEKENS = (_VET, _CURSIEF, _LEEG)
_UITDRUKKING = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_LANGSTE_TEKST = 20_000
_MEESTE_UITDRUKKINGEN = 200
_MEESTE_VRAGEN = 8
_OPMAAKCODE = re.compile(r"<[a-zA-Z/!]")
_TOEGESTAAN = (
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


def geschreven(waarde: object) -> str:
    """A value as it stands in a sentence."""
    if waarde is None:
        return ""
    if isinstance(waarde, Ontbreekt):
        return f"{_LEEG}[nog invullen: {_zonder_tekens(waarde.label)}]{_LEEG}"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return moment_voluit(waarde)
    if isinstance(waarde, date):
        return datumtekst.lang(waarde)
    if isinstance(waarde, time):
        return f"{waarde.hour:02d}:{waarde.minute:02d} uur"
    if isinstance(waarde, tuple):
        return _zonder_tekens(opsomming([str(ding) for ding in waarde]))
    return _zonder_tekens(str(waarde))


def _zonder_tekens(tekst: str) -> str:
    return "".join(letter for letter in tekst if letter not in _TEKENS)


def _dag(waarde: Waarde) -> Waarde:
    return datumtekst.met_weekdag(waarde) if isinstance(waarde, date) else waarde


def _kort(waarde: Waarde) -> Waarde:
    return datumtekst.kort(waarde) if isinstance(waarde, date) else waarde


def _kloktijd(waarde: Waarde) -> Waarde:
    return f"{kloktijd(waarde)} uur" if isinstance(waarde, datetime) else waarde


def _met_hoofdletter(waarde: Waarde) -> Waarde:
    return waarde if isinstance(waarde, Ontbreekt) else hoofdletter(geschreven(waarde))


def _omgeving() -> ImmutableSandboxedEnvironment:
    gemaakt = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=geschreven, autoescape=False)
    gemaakt.filters = {"dag": _dag, "kort": _kort, "tijd": _kloktijd, "hoofdletter": _met_hoofdletter}
    gemaakt.globals = {}
    gemaakt.tests = {}
    return gemaakt


_OMGEVING = _omgeving()


def _gemerkt(bron: str) -> str:
    """The source with its asterisks outside expressions as marks."""
    stukjes = _UITDRUKKING.split(bron)
    return "".join(
        stukje if nummer % 2 else stukje.replace("**", _VET).replace("*", _CURSIEF)
        for nummer, stukje in enumerate(stukjes)
    )


def gebruikte_velden(bron: str) -> frozenset[str]:
    """The names a text asks for; empty when the text cannot be read."""
    try:
        return frozenset(meta.find_undeclared_variables(_OMGEVING.parse(bron)))
    except (TemplateError, RecursionError, ValueError):
        return frozenset()


def fouten(bron: str) -> list[str]:
    """What is wrong with a text, as Dutch sentences; field names are checked by the form."""
    if len(bron) > _LANGSTE_TEKST or bron.count("{") > 2 * _MEESTE_UITDRUKKINGEN:
        return ["deze tekst is te lang of heeft te veel accolades. Maak er meer blokken van"]
    gevonden = []
    if _OPMAAKCODE.search(bron):
        gevonden.append("opmaakcodes tussen < en > mogen niet. Gebruik **vet** of *cursief*")
    gemerkt = _gemerkt(_zonder_tekens(bron))
    for teken, getoond in ((_VET, "**"), (_CURSIEF, "*")):
        if gemerkt.count(teken) % 2:
            gevonden.append(f"{getoond} staat niet in paren. Zet er een voor en een achter de woorden")
    return gevonden + _uitdrukkingsfouten(bron)


def _uitdrukkingsfouten(bron: str) -> list[str]:
    gevonden: list[str] = []
    try:
        gevonden += _verboden(_OMGEVING.parse(bron))
        if not gevonden:  # only then: what is forbidden is worked out while it is compiled
            _OMGEVING.compile(_gemerkt(_zonder_tekens(bron)))
    except TemplateError as fout:
        gevonden.append(f"de accolades kloppen niet ({fout.message}). Schrijf een veld als {{{{ naam }}}}")
    except (RecursionError, SyntaxError, MemoryError):
        gevonden.append("tussen deze accolades staat te veel in elkaar. Maak er meer blokken van")
    except ValueError:
        gevonden.append("tussen deze accolades staat een getal dat te groot is")
    return gevonden


def vaste_tekst_fouten(bron: str) -> list[str]:
    """What is wrong with a text that prints as it stands: a title, or what stands before a value."""
    if any(letter in bron for letter in ("*", "{{", "{%", "{#")) or _OPMAAKCODE.search(bron):
        return ["zonder velden, sterretjes of opmaakcodes"]
    return []


def altijd_tekst(bron: str) -> bool:
    """Whether letters stay on paper whatever the conditions in a text say. True for a text with ``fouten``.

    Up to eight questions are tried in every way; of more, only what stands outside of them counts.
    """
    if fouten(bron):
        return True
    boom = _OMGEVING.parse(bron)
    tests = [knoop.test for knoop in boom.find_all(nodes.If)]
    tests += [knoop.test for knoop in boom.find_all(nodes.CondExpr)]
    gevraagd = [naam for test in tests for naam in (test, *test.find_all(nodes.Name))]
    namen = sorted({naam.name for naam in gevraagd if isinstance(naam, nodes.Name)})
    if len(namen) > _MEESTE_VRAGEN:
        return any(letter.isalnum() for letter in _buiten_vragen(boom))
    bekend: dict[str, Waarde] = dict.fromkeys(gebruikte_velden(bron), "x")
    return all(
        any(
            letter.isalnum()
            for stuk in gevuld(bron, {**bekend, **dict(zip(namen, antwoord, strict=True))})
            for letter in stuk.text
        )
        for antwoord in product((True, None), repeat=len(namen))
    )


def _buiten_vragen(boom: nodes.Template) -> str:
    uitvoer = (knoop for knoop in boom.body if isinstance(knoop, nodes.Output))
    return "".join(
        stuk.data for knoop in uitvoer for stuk in knoop.nodes if isinstance(stuk, nodes.TemplateData)
    )


def _verboden(boom: nodes.Template) -> list[str]:
    gevonden = []
    for knoop in boom.find_all(nodes.Node):
        if not isinstance(knoop, _TOEGESTAAN):
            gevonden.append("tussen accolades mag alleen een veld, een filter of een als-dan staan")
        elif isinstance(knoop, nodes.Filter):
            gevonden += _filterfouten(knoop)
        elif isinstance(knoop, nodes.Operand) and knoop.op not in {"eq", "ne"}:
            # A date that is not known yet is not more or less than another: the concept would not print.
            gevonden.append("vergelijk alleen met == of !=. Met < of > kan een veld dat nog leeg is niet")
        elif isinstance(knoop, nodes.CondExpr) and knoop.expr2 is None:
            gevonden.append("zet achter ‘if’ ook een ‘else’, of gebruik {% if veld %}...{% endif %}")
        elif isinstance(knoop, nodes.Name) and knoop.name == "self":
            gevonden.append("het veld ‘self’ bestaat niet")  # Jinja knows it as the template itself
    return sorted(set(gevonden))


def _filterfouten(knoop: nodes.Filter) -> list[str]:
    if knoop.name not in _OMGEVING.filters:
        bekend = ", ".join(sorted(_OMGEVING.filters))
        return [f"het filter ‘{knoop.name}’ bestaat niet. Kies uit: {bekend}"]
    if knoop.args or knoop.kwargs or knoop.dyn_args or knoop.dyn_kwargs:
        return [f"zet niets tussen haakjes achter het filter ‘{knoop.name}’"]
    return []


def gevuld(bron: str, waarden: Mapping[str, Waarde]) -> Text:
    """The text with its values. Only for a text without ``fouten`` and with every field present."""
    gevuld = _sjabloon(bron).render(dict(waarden))
    stukken: list[Run] = []
    aan: set[str] = set()
    for stukje in re.split(f"([{''.join(_TEKENS)}])", gevuld):
        if stukje in _TEKENS:
            aan ^= {stukje}
        elif stukje:
            stukken.append(Run(stukje, _nadruk(aan)))
    return tuple(stukken)


@lru_cache(maxsize=1024)
def _sjabloon(bron: str) -> Template:
    """Compiled once: a letter prints again after each keystroke, and its form stays the same."""
    return _OMGEVING.from_string(_gemerkt(_zonder_tekens(bron)))


def _nadruk(aan: set[str]) -> Emphasis:
    if aan & {_VET, _LEEG}:
        return Emphasis.BOLD
    return Emphasis.ITALIC if aan else Emphasis.NONE
