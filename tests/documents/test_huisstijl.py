"""A house style is refused before it can spoil a letter."""

from __future__ import annotations

from typing import Any

import pytest

from leerplicht_desktop.documents.huisstijl import Huisstijl, contrast
from leerplicht_desktop.domain.errors import DomainError


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#ffffff") == pytest.approx(1)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("veld", "waarden"),
    [
        ("naam", {"naam": "  "}),
        ("kleur", {"kleur": "blauw"}),
        ("kleur", {"kleur": "#ffcc00"}),
        ("logo_tekst", {"logo": b"x"}),
    ],
)
def test_a_bad_style_names_its_field(veld: str, waarden: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as caught:
        Huisstijl(**{"naam": "Gemeente Demostad", **waarden})
    assert caught.value.veld == veld


def test_only_filled_contact_lines_are_shown() -> None:
    style = Huisstijl("Gemeente Demostad", bezoekadres="Plein 1", website="demostad.nl")
    assert style.contactregels == ("Plein 1", "demostad.nl")
