"""One drawer for the kinds of report: their words, what is undecided, and the code on the wire."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from leerplicht_desktop.domain.verzuim.meldsoort import (
    Meldsoort,
    is_beslist,
    op_papier,
    op_scherm,
    op_tijdlijn,
)
from leerplicht_protocol.records import Verzuimmelding

DAG = date(2026, 11, 9)


@pytest.mark.parametrize(
    ("code", "scherm", "tijdlijn", "papier"),
    [
        ("16UUR", "Melding 16 uur", "Melding 16 uur", "16 uur in vier lesweken"),
        ("LRV", "Langer dan 4 weken weg", "Melding langdurig verzuim", "langdurig relatief verzuim"),
        ("LUXE", "Luxeverzuim", "Melding luxeverzuim", "luxeverzuim"),
        ("OVERIG", "Overig verzuim", "Melding overig verzuim", "overig verzuim"),
        ("NIEUW", "NIEUW", "Melding van school", "verzuim"),
    ],
)
def test_a_kind_is_one_thing_in_three_wordings(code: str, scherm: str, tijdlijn: str, papier: str) -> None:
    assert (op_scherm(code, DAG), op_tijdlijn(code, DAG), op_papier(code, DAG)) == (scherm, tijdlijn, papier)


def test_a_report_from_before_the_law_we_know_still_has_a_name() -> None:
    assert op_scherm("16UUR", date(1990, 1, 1)) == op_scherm("16UUR", None)


def test_only_other_absence_is_undecided() -> None:
    assert [een for een in Meldsoort if not is_beslist(een)] == [Meldsoort.OVERIG]
    assert is_beslist("NIEUW")


def test_every_code_of_the_wire_has_its_kind() -> None:
    codes = set(get_args(Verzuimmelding.model_fields["soort"].annotation))
    assert codes == {soort.value for soort in Meldsoort} - {"RMC"}


def test_a_kind_without_words_does_not_start() -> None:
    maak = vars(Meldsoort)["__new_member__"]
    for woorden in ((), ("scherm", "", "papier")):
        with pytest.raises(TypeError, match="has no words"):
            maak(Meldsoort, "NIEUW", *woorden)
