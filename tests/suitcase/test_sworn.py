"""What a proces-verbaal carries to its pages: each field changed alone must be seen in what is printed."""

from __future__ import annotations

import re

from leerplicht_desktop.documents.proces_verbaal import vel_van
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from tests.documents.pv_voorbeelden import stuk

from .changed import MARK, changes
from .leaves import leaves, unset
from .sworn import PAPERS

# What is not printed, and why.
_WHY = "the reasons behind a ground are for the screen"
NOT_PRINTED = {
    "bevindingen[].bron.plek": "an id",
    "bevindingen[].bron.record": "an id",
    "bevindingen[].bron.soort": "the words that name the source say it",
    "bevindingen[].bronstand": "anything but the same blocks sealing",
    "bevindingen[].verteld.feit": "the time stands in the sentence of that act",
    "bevindingen[].verteld.rechtsbijstand": "the time stands in the sentence of that act",
    "feiten[].grondslag.dagen[]": "each day stands in the list of absence",
    "feiten[].grondslag.uitleg.artikel": _WHY,
    "feiten[].grondslag.uitleg.dagen[]": _WHY,
    "feiten[].grondslag.uitleg.invoer[][]": _WHY,
    "feiten[].grondslag.uitleg.regel": _WHY,
    "feiten[].grondslag.uitleg.wetsversie": _WHY,
    "verbalisant.akte_geldig_tot": "held against the day of each act before sealing",
    "verdachte.voorbehouden[].veld": "says beside which value the doubt stands",
    "verhoren[].id": "an id",
    "verhoren[].pleegdatum": "decides who is a minor; the facts have their days",
    "verhoren[].verdachte_geboren": "decides who is a minor; it stands with the suspect",
}
# Fields that stay empty in all of them, and why.
NOT_PACKED = {
    "feiten[].grondslag.uitleg.onzeker": _WHY,
    "verbalisant.domein": "the only one there is",
}


def _kind(at: str) -> str:
    return re.sub(r"\[\d+\]", "[]", at)


def _words(pv: ProcesVerbaal) -> str:
    """What its pages say; without the fingerprint, which changes with everything."""
    sheet = vel_van(stuk(pv))
    said = "|".join(str(leaf) for leaf in leaves(sheet.blocks).values())
    return said.replace(sheet.content_hash, "")


def test_every_field_of_a_proces_verbaal_is_printed() -> None:
    printed, packed = set(NOT_PRINTED), set()
    for pv in PAPERS.values():
        before = _words(pv)
        for at, other in changes(pv):
            assert isinstance(other, ProcesVerbaal)
            packed.add(_kind(at))
            after = _words(other)
            if after != before and (MARK not in str(other) or MARK in after):
                printed.add(_kind(at))
    assert sorted(packed - printed) == []
    assert set(NOT_PRINTED) - packed == set()


def test_no_field_stays_empty() -> None:
    empty = set.intersection(*({_kind(at) for at in unset(pv)} for pv in PAPERS.values()))
    assert empty - set(NOT_PACKED) == set()
