"""Signing in: the code, the approval, the laptop; and every way in which it does not come to that."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from leerplicht_desktop.casework.ports.gemeente import Aanmelding, Aanmeldstand
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    ApparaatIngetrokken,
    GeenVerbinding,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_protocol.messages import DeviceCode, TokenRequest
from leerplicht_protocol.session import CodeToken

from .fake_server import Gemeente, Kabel
from .faults import Storing, eenmaal, terug_kwijt
from .laptop import gemeente
from .real import Band

SERVER = "127.0.0.1:8000"


def _tot_de_code(server: Gemeente, huidig: Band | None = None, officer: str = "a") -> SignInRoad:
    koppeling, sleutel = huidig or (None, None)
    aanmelding = SignInRoad(transport=Kabel(server, officer))
    aanmelding.begin(SERVER, sleutel, koppeling)
    return aanmelding


def _koppel(server: Gemeente) -> Band:
    aanmelding = _tot_de_code(server)
    assert aanmelding.aangemeld() is not None
    return aanmelding.koppel("laptop van A"), aanmelding.laptopsleutel()


def test_a_laptop_is_enrolled_from_address_to_tie() -> None:
    server = gemeente()
    server.goedkeuring = "pending"
    aanmelding: Aanmelding = SignInRoad(transport=Kabel(server))
    pagina = aanmelding.begin(f"  {SERVER}/ ")
    assert (pagina.gemeente, pagina.oefenen, pagina.code, pagina.interval) == (
        "Oefenstad",
        True,
        "BCDF-GHJK",
        2,
    )
    assert aanmelding.aangemeld() is None
    server.goedkeuring = "granted"
    wie = aanmelding.aangemeld()
    assert wie is not None
    assert (wie.naam, wie.stand, wie.inschrijfcode) == ("Ambtenaar a", Aanmeldstand.NIEUW, False)
    assert aanmelding.aangemeld() == wie
    koppeling = aanmelding.koppel("  laptop\n van  A  ")
    assert koppeling.server == "http://127.0.0.1:8000"
    assert (koppeling.epoch, koppeling.gemeente, koppeling.ambtenaar_id) == ("epoch-1", "Oefenstad", "a")
    assert koppeling.profiel["functie"] == "leerplichtambtenaar"
    assert server.apparaten[koppeling.device][1].name == "laptop van A"
    sleutel = aanmelding.laptopsleutel()
    assert server.vernieuwingen[sleutel.vernieuwing].device == koppeling.device
    assert sleutel.sleutel not in repr(sleutel)
    assert sleutel.vernieuwing not in repr(sleutel)


@pytest.mark.parametrize("pad", ["/v1/token", "/v1/devices"])
def test_a_lost_answer_may_be_asked_again(pad: str) -> None:
    server = gemeente()
    aanmelding = SignInRoad(transport=Storing(Kabel(server), eenmaal(pad, terug_kwijt)))
    aanmelding.begin(SERVER)
    for stap in (aanmelding.aangemeld, lambda: aanmelding.koppel("laptop")):
        try:
            assert stap()
        except GeenVerbinding:
            assert stap()
    assert list(server.apparaten) == ["dev-a", "dev-b", "dev-2"]


def test_signing_in_again_keeps_the_laptop_and_its_key() -> None:
    server = gemeente()
    koppeling, sleutel = _koppel(server)
    aanmelding = _tot_de_code(server, (replace(koppeling, epoch="older"), sleutel))
    wie = aanmelding.aangemeld()
    assert wie is not None
    assert wie.stand is Aanmeldstand.ACTIEF
    later = aanmelding.laptopsleutel()
    assert later.sleutel == sleutel.sleutel
    assert later.vernieuwing != sleutel.vernieuwing
    assert aanmelding.koppel("laptop van A") == replace(koppeling, epoch="older")


def test_another_officer_does_not_get_this_vault() -> None:
    server = gemeente()
    aanmelding = _tot_de_code(server, _koppel(server), officer="b")
    with pytest.raises(AanmeldingGeweigerd, match="iemand anders"):
        aanmelding.aangemeld()
    with pytest.raises(AanmeldingNietAf):
        aanmelding.koppel("laptop")


def test_a_revoked_laptop_signs_in_to_one_right() -> None:
    server = gemeente()
    koppeling, sleutel = _koppel(server)
    server.ingetrokken.add(koppeling.device)
    wie = _tot_de_code(server, (koppeling, sleutel)).aangemeld()
    assert wie is not None
    assert wie.stand is Aanmeldstand.INGETROKKEN
    # A first set-up that was cut off before the tie was kept gets no tie any more.
    zonder_band = SignInRoad(transport=Kabel(server))
    zonder_band.begin(SERVER, sleutel)
    assert zonder_band.aangemeld() is not None
    with pytest.raises(ApparaatIngetrokken):
        zonder_band.koppel("laptop")


@pytest.mark.parametrize(("staat", "kind"), [("expired", AanmeldingNietAf), ("denied", ServerWeigert)])
def test_a_code_that_is_not_approved(staat: Literal["expired", "denied"], kind: type[Exception]) -> None:
    server = gemeente()
    server.goedkeuring = staat
    with pytest.raises(kind):
        _tot_de_code(server).aangemeld()


def test_a_grant_without_a_session_is_none() -> None:
    class Leeg(Gemeente):
        def token(self, verzoek: TokenRequest, sleutel: str) -> CodeToken:
            return CodeToken(state="granted")

    with pytest.raises(AanmeldingNietAf):
        _tot_de_code(gemeente(soort=Leeg)).aangemeld()


def test_nothing_works_before_the_beginning() -> None:
    aanmelding = SignInRoad(transport=Kabel(gemeente()))
    aanmelding.stop()
    for stap in (aanmelding.aangemeld, lambda: aanmelding.koppel("laptop"), aanmelding.laptopsleutel):
        with pytest.raises(AanmeldingNietAf):
            stap()
    aanmelding.sluit()


def test_beginning_again_asks_a_new_code() -> None:
    server = gemeente()
    aanmelding = _tot_de_code(server)
    assert aanmelding.aangemeld() is not None
    aanmelding.begin(SERVER)
    with pytest.raises(AanmeldingNietAf):
        aanmelding.koppel("laptop")
    assert list(server.codes) == ["code-0", "code-1"]
    aanmelding.sluit()
    with pytest.raises(AanmeldingNietAf):
        aanmelding.aangemeld()


def test_no_address_no_request() -> None:
    kabel = Kabel(gemeente())
    with pytest.raises(DomainError):
        SignInRoad(transport=kabel).begin("http://gemeente.nl")
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

    aanmelding = SignInRoad(transport=Kabel(gemeente(soort=Elders)))
    if veilig:
        assert aanmelding.begin(SERVER).adres == adres
        return
    with pytest.raises(ServerWeigert, match="niet veilig"):
        aanmelding.begin(SERVER)


def test_the_authority_file_is_kept_with_the_tie() -> None:
    server = gemeente()
    aanmelding = SignInRoad(ca_file="/etc/gemeente.pem", transport=Kabel(server))
    aanmelding.begin(SERVER)
    assert aanmelding.aangemeld() is not None
    assert aanmelding.koppel("").ca_bestand == "/etc/gemeente.pem"
    assert server.apparaten["dev-2"][1].name == "laptop"
