"""A form that wants the program to hang, to fall over or to hide the other forms."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from leerplicht_desktop.documents.formulieren import minitaal
from leerplicht_desktop.documents.formulieren.keuren import controleer, lees
from leerplicht_desktop.documents.problemen import FormulierProblem

GOOD = (Path(__file__).parents[2] / "forms" / "brieven" / "bericht_ouders.toml").read_bytes()
LETTER = 'schema = 1\nid = "a"\ntitel = "A"\nsoort = "uitnodiging"\n[[blok]]\nsoort = "alinea"\ntekst = '


def _with(text: str) -> bytes:
    return (LETTER + f"'''{text}'''\n").encode()


FILES = {
    "brackets": b"a = " + b"[" * 5_000,
    "closed brackets": b"a = " + b"[" * 90 + b"]" * 90,
    "tables in tables": b"a = " + b"{a=" * 3_000,
    "keys": b"".join(b"k%d=1\n" % n for n in range(40_000)),
    "a hundred thousand keys": b"".join(b"k%d=1\n" % n for n in range(100_000)),
    "dotted key": b".".join([b"a"] * 20_000) + b"=1",
    "dotted quoted key": b".".join([b'"a"'] * 20_000) + b"=1",
    "dotted header": b"[" + b".".join([b"a"] * 20_000) + b"]",
    "dotted key inside": b"x = {" + b" . ".join([b"a"] * 20_000) + b"=1}",
    "one long word": b"a" * 500_000,
    "long digits": b"schema = " + b"9" * 100_000,
    "long hexadecimal": b"schema = 1\nsoort = 0x" + b"f" * 100_000,
    "no such day": b"schema = 1\nid = 2026-13-45",
    "headers": b"[[blok]]\n" * 50_000,
    "a very long kind": b'schema = 1\nsoort = "' + b"x" * 400_000 + b'"',
    "megabytes": b"# " + b"x" * 5_000_000,
    "noughts": b"\0" * 1_000,
    "no text": b"\xff\xfe" * 1_000,
    "power": _with("{{ 99999**99999 }}"),
    "product": _with("{{ 'x' * 9999999999 }}"),
    "long number": _with("{{ " + "9" * 10_000 + " }}"),
    "brackets in an expression": _with("{{ " + "(" * 5_000 + "a" + ")" * 5_000 + " }}"),
    "filters": _with("{{ datum" + "|hoofdletter" * 1_000 + " }}"),
    "conditions in conditions": _with("{% if datum %}" * 150 + "x" + "{% endif %}" * 150),
    "conditions": _with("{% if datum %}x{% endif %}" * 2_000),
    "loop": _with("{% for a in datum %}{% for b in datum %}x{% endfor %}{% endfor %}"),
    "range": _with("{{ range(10**9)|list }}"),
    "ors": _with("{{ 'a' if " + " or ".join(["datum"] * 3_000) + " else 'b' }}"),
    "nots": _with("{{ 'a' if " + "not " * 3_000 + "datum else 'b' }}"),
    "ifs": _with("{{ " + "'a' if datum else " * 900 + "'b' }}"),
    "open": _with("{{ " * 3_000),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_it_is_named_within_seconds(data: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(FormulierProblem) as problem:
        lees("kwaad.toml", data)
    assert time.process_time() - begun < 5
    assert problem.value.bericht.startswith("Het formulier kwaad.toml is niet bruikbaar: kwaad.toml")
    assert len(problem.value.bericht) < 1_000


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    for number, data in enumerate(FILES.values()):
        (tmp_path / f"kwaad{number:02}.toml").write_bytes(data)
    (tmp_path / "zeker.toml").write_bytes(GOOD + b'\n[onbekend]\na = "b"\n')
    found = controleer(tmp_path)
    for number in range(len(FILES)):
        assert any(f"kwaad{number:02}.toml" in mistake for mistake in found), number
    assert any("zeker.toml" in mistake for mistake in found)


def test_many_conditions_cost_little_and_are_judged_safely() -> None:
    text = "".join(f"{{% if a{n} %}}x{{% endif %}}" for n in range(60))
    begun = time.process_time()
    assert not minitaal.altijd_tekst(text)
    assert minitaal.altijd_tekst(f"Altijd {text}")
    assert time.process_time() - begun < 2


def test_few_conditions_are_tried_in_every_way() -> None:
    assert minitaal.altijd_tekst("{% if a %}x{% endif %}{% if not a %}y{% endif %}")
    assert not minitaal.altijd_tekst("{% if a %}x{% endif %}{% if b %}y{% endif %}")


def test_a_text_with_mistakes_is_never_worked_out() -> None:
    begun = time.process_time()
    assert minitaal.altijd_tekst("{{ 99999**99999 }}")
    assert time.process_time() - begun < 0.5
