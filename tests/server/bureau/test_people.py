"""Officers and laptops in a browser: the same acts as on the command line, each a line with its reason."""

from __future__ import annotations

import re

import pytest

from leerplicht_server.identity.officers import state_of
from tests.server.office import ANNA
from tests.server.web import sign_in

from .conftest import Bureau


def _state(bureau: Bureau) -> str:
    with bureau.office.database.read() as connection:
        return state_of(connection, ANNA)


@pytest.mark.parametrize(
    ("chosen", "state", "line"),
    [("schorsen", "geschorst", "ambtenaar geschorst"), ("weren", "geweerd", "ambtenaar geweerd")],
)
def test_an_officer_is_stopped_and_restored(bureau: Bureau, chosen: str, state: str, line: str) -> None:
    visitor = bureau.browser().as_("beheerder")
    laptop = sign_in(visitor.http, ANNA)
    assert "Anna actief" in visitor.open("/ambtenaren")
    visitor.send(f"/ambtenaren/{ANNA}", wat=chosen, reden="uit dienst")
    assert (_state(bureau), f"Anna {state}" in visitor.open("/ambtenaren")) == (state, True)
    assert ("oefen.beheerder", line, '["anna"]', "uit dienst") in bureau.journal()
    assert laptop.get("/v1/changes").status_code in {401, 403}
    visitor.send(f"/ambtenaren/{ANNA}", wat="herstellen", reden="vergissing")
    assert _state(bureau) == "actief"


def test_nothing_happens_without_a_reason(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("beheerder")
    sign_in(visitor.http, ANNA)
    visitor.open("/ambtenaren")
    assert "schrijf op waarom" in visitor.send(f"/ambtenaren/{ANNA}", 422, wat="schorsen", reden=" ")
    assert "schrijf op waarom" in visitor.send(f"/ambtenaren/{ANNA}", 422, wat="ontslaan", reden="x")
    visitor.open("/laptops")
    (device,) = set(re.findall(r"/laptops/(dev-[^\"]+)\"", visitor.text))
    assert "waarom je de laptop intrekt" in visitor.send(f"/laptops/{device}", 422, reden="")
    assert _state(bureau) == "actief"
    assert not any("ingetrokken" in what for _, what, _, _ in bureau.journal())


def test_a_lost_laptop_gets_nothing_any_more(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("beheerder")
    laptop = sign_in(visitor.http, ANNA)
    assert "in gebruik" in visitor.open("/laptops")
    said = visitor.send(f"/laptops/{laptop.device}", reden="gestolen")
    assert "De laptop is ingetrokken." in said
    assert "in gebruik" not in visitor.open("/laptops")
    assert laptop.get("/v1/changes").status_code == 401
    line = ("oefen.beheerder", "laptop ingetrokken", f'["{laptop.device}"]', "gestolen")
    assert line in bureau.journal()
    assert "Niet gevonden" in visitor.send("/laptops/dev-x", 404, reden="x")


def test_a_code_is_shown_once_and_never_to_who_is_stopped(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("beheerder")
    visitor.open("/ambtenaren")
    said = visitor.send(f"/ambtenaren/{ANNA}/code")
    (code,) = re.findall(r"(?:[B-Z]{4}-){3}[B-Z]{4}", said)
    assert code not in visitor.open("/ambtenaren")
    assert not any(code in "".join(line) for line in bureau.journal())
    visitor.send(f"/ambtenaren/{ANNA}", wat="schorsen", reden="x")
    visitor.open("/ambtenaren")
    assert "kan geen laptop inrichten" in visitor.send(f"/ambtenaren/{ANNA}/code", 422)


def test_a_new_officer_stands_in_the_list(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("beheerder")
    visitor.open("/ambtenaren")
    visitor.send("/ambtenaren", id="c.nieuw", naam="C. Nieuw", aktenummer="A-1")
    assert "C. Nieuw actief" in visitor.open("/ambtenaren")
    assert "Er is al een ambtenaar met kenmerk c.nieuw" in visitor.send(
        "/ambtenaren", 422, id="c.nieuw", naam="Een ander"
    )
    assert "kleine letters" in visitor.send("/ambtenaren", 422, id="C Nieuw", naam="x")
    assert "Geef de naam" in visitor.send("/ambtenaren", 422, id="d.nieuw", naam=" ")
