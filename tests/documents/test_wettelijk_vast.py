"""Acceptance checks 11 and 12: what the law demands stays, and a trick in a form gets nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from leerplicht_desktop.documents.formulieren.formulier import Bloksoort
from leerplicht_desktop.documents.formulieren.formuliercontrole import PEILDATUM, beoordeel
from leerplicht_desktop.documents.formulieren.minitaal import fouten, gevuld
from leerplicht_desktop.documents.formulieren.wettelijk import vereist
from tests.documents.proefstukken import FORMULIEREN

VEREIST = [(id_, naam) for id_, een in FORMULIEREN.items() for naam in sorted(vereist(een.soort, PEILDATUM))]


@pytest.mark.parametrize(("id_", "naam"), VEREIST)
def test_a_form_without_a_block_of_the_law_is_refused(id_: str, naam: str) -> None:
    formulier = FORMULIEREN[id_]
    assert beoordeel("proef.toml", formulier) == []
    kept = tuple(
        blok for blok in formulier.blokken if blok.soort is not Bloksoort.WETTELIJK or blok.naam != naam
    )
    assert len(kept) < len(formulier.blokken)
    assert any(
        f"blok ‘{naam}’ ontbreekt" in line
        for line in beoordeel("proef.toml", replace(formulier, blokken=kept))
    )


def test_the_law_is_there_to_be_dropped() -> None:
    assert len(VEREIST) > 8
    assert {"oproep_verhoor", "beschikking_verlof"} <= {id_ for id_, _ in VEREIST}


TRUCS = (
    "{{ naam.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ naam.format.__globals__ }}",
    "{{ range(9) }}",
    "{{ cycler('a') }}",
    "{{ self.__init__ }}",
    "{% for c in naam %}{{ c }}{% endfor %}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{{ naam | attr('x') }}",
)


@pytest.mark.parametrize("source", TRUCS)
def test_a_trick_in_a_form_gets_nowhere(source: str) -> None:
    """Refused when it is read; and where it would be run all the same, the sandbox raises."""
    assert fouten(source) != []


@pytest.mark.parametrize("source", TRUCS[:6])
def test_the_sandbox_raises_by_itself(source: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        gevuld(source, {"naam": "Daniël"})
