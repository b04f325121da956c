"""The shared fields: one table for both sides, a text that fits, a sentence that helps."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.deelveld import Deelveld, controleer
from leerplicht_protocol.records import Told
from leerplicht_protocol.told import TOLD


def test_both_sides_know_the_same_fields() -> None:
    assert [veld.value for veld in Deelveld] == list(TOLD) == [n for n in Told.model_fields if n != "vermeld"]


@pytest.mark.parametrize("veld", Deelveld)
def test_what_one_side_lets_somebody_type_the_other_takes(veld: Deelveld) -> None:
    vol = "9" * veld.meeste
    assert getattr(Told.model_validate({veld.value: controleer(veld, f" {vol}\n")}), veld.value) == vol
    with pytest.raises(ValueError, match=veld.value):
        Told.model_validate({veld.value: f"{vol}9"})
    with pytest.raises(DomainError, match="1 tekens te lang"):
        controleer(veld, f"{vol}9")
    assert veld.naam
    assert veld.hulp


def test_a_number_holds_a_digit_and_a_sign_that_steers_is_left_out() -> None:
    assert controleer(Deelveld.BELNUMMER, "06 0000 0112\u202e (oma) ") == "06 0000 0112 (oma)"
    assert controleer(Deelveld.BELNUMMER, "  ") == ""
    with pytest.raises(DomainError, match="geen cijfer"):
        controleer(Deelveld.BELNUMMER, "bij oma")
