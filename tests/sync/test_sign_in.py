"""Signing in: the code, the approval, the laptop; and every way in which it does not come to that."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.gemeente import Aanmelding
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    ApparaatIngetrokken,
    GeenVerbinding,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.sync.sign_in import CodeSignIn
from leerplicht_protocol.messages import DeviceCode, Token, TokenRequest

from .fake_server import Gemeente, Kabel
from .faults import Storing, eenmaal, terug_kwijt
from .laptop import gemeente

SERVER = "127.0.0.1:8000"


def _tot_de_code(server: Gemeente, huidig: Koppeling | None = None, officer: str = "a") -> CodeSignIn:
    aanmelding = CodeSignIn(current=huidig, transport=Kabel(server, officer))
    aanmelding.begin(SERVER)
    return aanmelding


def _koppel(server: Gemeente) -> Koppeling:
    aanmelding = _tot_de_code(server)
    assert aanmelding.goedgekeurd()
    return aanmelding.koppel("laptop van A")


def test_a_laptop_is_enrolled_from_address_to_tie() -> None:
    server = gemeente()
    server.goedkeuring = "pending"
    aanmelding: Aanmelding = CodeSignIn(transport=Kabel(server))
    code = aanmelding.begin(f"  {SERVER}/ ")
    assert (code.gemeente, code.oefenen, code.code, code.interval) == ("Oefenstad", True, "BCDF-GHJK", 2)
    assert not aanmelding.goedgekeurd()
    server.goedkeuring = "granted"
    assert aanmelding.goedgekeurd()
    assert aanmelding.goedgekeurd()
    koppeling = aanmelding.koppel("  laptop\n van  A  ")
    assert koppeling.server == "http://127.0.0.1:8000"
    assert (koppeling.epoch, koppeling.gemeente, koppeling.ambtenaar_id) == ("epoch-1", "Oefenstad", "a")
    assert koppeling.profiel["functie"] == "leerplichtambtenaar"
    assert server.tokens[koppeling.token] == "a"
    assert server.apparaten[koppeling.device][1].name == "laptop van A"
    assert koppeling.token not in repr(koppeling)


@pytest.mark.parametrize("pad", ["/v1/token", "/v1/devices"])
def test_a_lost_answer_may_be_asked_again(pad: str) -> None:
    server = gemeente()
    aanmelding = CodeSignIn(transport=Storing(Kabel(server), eenmaal(pad, terug_kwijt)))
    aanmelding.begin(SERVER)
    for stap in (aanmelding.goedgekeurd, lambda: aanmelding.koppel("laptop")):
        try:
            assert stap()
        except GeenVerbinding:
            assert stap()
    assert list(server.apparaten) == ["dev-a", "dev-b", "dev-2"]


def test_signing_in_again_keeps_the_laptop() -> None:
    server = gemeente()
    eerst = _koppel(server)
    aanmelding = _tot_de_code(server, replace(eerst, epoch="older"))
    assert aanmelding.goedgekeurd()
    daarna = aanmelding.koppel("laptop van A")
    assert daarna == replace(eerst, token=daarna.token, epoch="older")
    assert daarna.token != eerst.token


def test_another_officer_does_not_get_this_vault() -> None:
    server = gemeente()
    aanmelding = _tot_de_code(server, _koppel(server), officer="b")
    with pytest.raises(ServerWeigert, match="iemand anders"):
        aanmelding.goedgekeurd()
    with pytest.raises(AanmeldingVerlopen):
        aanmelding.koppel("laptop")


def test_a_revoked_laptop_is_not_let_in_again() -> None:
    server = gemeente()
    eerst = _koppel(server)
    server.ingetrokken.add(eerst.device)
    aanmelding = _tot_de_code(server, eerst)
    assert aanmelding.goedgekeurd()
    with pytest.raises(ApparaatIngetrokken):
        aanmelding.koppel("laptop")


@pytest.mark.parametrize(("staat", "kind"), [("expired", AanmeldingVerlopen), ("denied", ServerWeigert)])
def test_a_code_that_is_not_approved(staat: Literal["expired", "denied"], kind: type[Exception]) -> None:
    server = gemeente()
    server.goedkeuring = staat
    with pytest.raises(kind):
        _tot_de_code(server).goedgekeurd()


def test_a_grant_without_a_token_is_none() -> None:
    class Leeg(Gemeente):
        def token(self, verzoek: TokenRequest) -> Token:
            return Token(state="granted")

    with pytest.raises(AanmeldingVerlopen):
        _tot_de_code(gemeente(soort=Leeg)).goedgekeurd()


def test_nothing_works_before_the_beginning() -> None:
    aanmelding = CodeSignIn(transport=Kabel(gemeente()))
    with pytest.raises(AanmeldingVerlopen):
        aanmelding.goedgekeurd()
    with pytest.raises(AanmeldingVerlopen):
        aanmelding.koppel("laptop")
    aanmelding.close()


def test_beginning_again_asks_a_new_code() -> None:
    server = gemeente()
    aanmelding = _tot_de_code(server)
    assert aanmelding.goedgekeurd()
    aanmelding.begin(SERVER)
    with pytest.raises(AanmeldingVerlopen):
        aanmelding.koppel("laptop")
    assert list(server.codes) == ["code-0", "code-1"]
    aanmelding.close()
    with pytest.raises(AanmeldingVerlopen):
        aanmelding.goedgekeurd()


def test_no_address_no_request() -> None:
    kabel = Kabel(gemeente())
    with pytest.raises(DomainError):
        CodeSignIn(transport=kabel).begin("http://gemeente.nl")
    assert kabel.verzoeken == []


@pytest.mark.parametrize(("bereik", "zegt"), [((2, 3), "Werk het programma bij"), ((0, 0), "ouder")])
def test_protocols_that_do_not_meet(bereik: tuple[int, int], zegt: str) -> None:
    server = gemeente()
    server.protocol = bereik
    with pytest.raises(VersieVerschil) as problem:
        _tot_de_code(server)
    assert zegt in problem.value.remedie


@pytest.mark.parametrize(
    ("adres", "veilig"),
    [
        ("https://gemeente.nl/aanmelden", True),
        ("http://localhost:8000/aanmelden", True),
        ("http://gemeente.nl/aanmelden", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_server_cannot_make_us_open_anything(adres: str, veilig: bool) -> None:
    class Elders(Gemeente):
        def code(self, officer: str) -> DeviceCode:
            return super().code(officer).model_copy(update={"verification_uri": adres})

    aanmelding = CodeSignIn(transport=Kabel(gemeente(soort=Elders)))
    if veilig:
        assert aanmelding.begin(SERVER).adres == adres
        return
    with pytest.raises(ServerWeigert, match="niet veilig"):
        aanmelding.begin(SERVER)


def test_the_authority_file_is_kept_with_the_tie() -> None:
    server = gemeente()
    aanmelding = CodeSignIn(ca_file="/etc/gemeente.pem", transport=Kabel(server))
    aanmelding.begin(SERVER)
    assert aanmelding.goedgekeurd()
    assert aanmelding.koppel("").ca_bestand == "/etc/gemeente.pem"
    assert server.apparaten["dev-2"][1].name == "laptop"
